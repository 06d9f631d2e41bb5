import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** A key that cannot be used. The message says why and what is expected; it never quotes the key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/** Curves of OMS v1.0 §key, each with the hash that DSSE uses with it. */
const hashes = new Map([
  ['prime256v1', { curve: 'P-256', hash: 'sha256' }],
  ['secp384r1', { curve: 'P-384', hash: 'sha384' }],
  ['secp521r1', { curve: 'P-521', hash: 'sha512' }],
]);

export interface VerifyingKey {
  /** `P-256`, `P-384` or `P-521`. */
  readonly curve: string;
  /** SHA-256 of the public key's PEM text, lower-case hex: what OMS bundles give as `publicKey.hint`. */
  readonly hint: string;
  /** @param signature ECDSA, DER. */
  verify(bytes: Uint8Array, signature: Uint8Array): boolean;
}

export interface SigningKey extends VerifyingKey {
  /** ECDSA, DER. */
  sign(bytes: Uint8Array): Uint8Array;
}

/** @param pem SubjectPublicKeyInfo (RFC 7468). @throws KeyError */
export function readVerifyingKey(pem: string): VerifyingKey {
  // Node would also derive a public key from a private one or a certificate: neither belongs here.
  assertOneBlock(pem, /^PUBLIC KEY$/, 'a public key: -----BEGIN PUBLIC KEY-----');
  return verifyingKey(parsed(() => createPublicKey(pem)));
}

/** @param pem PKCS#8 or SEC1, not encrypted. @throws KeyError */
export function readSigningKey(pem: string): SigningKey {
  if (pem.includes('ENCRYPTED'))
    throw new KeyError('is encrypted; expected a private key without a passphrase');
  assertOneBlock(pem, /^(EC )?PRIVATE KEY$/, 'a private key: -----BEGIN PRIVATE KEY-----');
  const key = parsed(() => createPrivateKey(pem));
  const own = verifyingKey(createPublicKey(key));
  const { hash } = curveOf(key);
  return { ...own, sign: (bytes) => sign(hash, bytes, key) };
}

function verifyingKey(key: KeyObject): VerifyingKey {
  const { curve, hash } = curveOf(key);
  const text = key.export({ type: 'spki', format: 'pem' });
  return {
    curve,
    hint: createHash('sha256').update(text).digest('hex'),
    verify: (bytes, signature) => verify(hash, bytes, key, signature),
  };
}

function curveOf(key: KeyObject): { readonly curve: string; readonly hash: string } {
  const name = key.asymmetricKeyDetails?.namedCurve;
  const known = name === undefined ? undefined : hashes.get(name);
  if (known) return known;
  const seen = name ?? key.asymmetricKeyType ?? 'unknown';
  throw new KeyError(`is a key of type ${seen}; expected an elliptic curve key on P-256, P-384 or P-521`);
}

function assertOneBlock(pem: string, label: RegExp, expected: string): void {
  // `openssl ecparam -genkey` writes the curve's parameters before the key.
  const labels = [...pem.matchAll(/-----BEGIN ([A-Z0-9 ]{1,40})-----/g)].map((match) => match[1] ?? '');
  const [only, ...more] = labels.filter((found) => found !== 'EC PARAMETERS');
  if (only !== undefined && more.length === 0 && label.test(only)) return;
  const seen =
    only === undefined ? 'no PEM' : labels.map((found) => `-----BEGIN ${found}-----`).join(' and ');
  throw new KeyError(`holds ${seen}; expected ${expected}`);
}

function parsed(parse: () => KeyObject): KeyObject {
  try {
    return parse();
  } catch {
    throw new KeyError('is damaged: its PEM does not decode to a key');
  }
}
