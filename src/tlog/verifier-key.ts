import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { decodeBase64, encodeBase64, sameBytes } from './base64.js';
import { TlogError } from './tlog-error.js';

/** Signature types of C2SP signed-note that we check. */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;
type SignatureType = keyof typeof signatureTypes;

/** A public key with the name it signs under (C2SP signed-note, "vkey"). */
export interface VerifierKey {
  readonly name: string;
  /** The four bytes that start each of its signatures. */
  readonly id: Uint8Array;
  readonly type: SignatureType;
  readonly key: KeyObject;
}

/** SHA-256(name ‖ 0x0A ‖ type ‖ public key), first four bytes. */
function keyId(name: string, typedKey: Uint8Array): Uint8Array {
  return createHash('sha256').update(`${name}\n`).update(typedKey).digest().subarray(0, 4);
}

/**
 * Reads `<name>+<id, 8 hex digits>+<base64(type ‖ public key)>`.
 *
 * @throws TlogError on any other text, a wrong id, or a type other than Ed25519 and cosignature/v1.
 */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined)
    throw new TlogError('is not a verifier key (NAME+ID+KEY)');
  const typed = decodeBase64(encoded, 'the key');
  const type = (['ed25519', 'cosignature'] as const).find((t) => signatureTypes[t] === typed[0]);
  if (type === undefined) throw new TlogError(`has signature type ${typed[0]}, which is not supported`);
  if (typed.byteLength !== 33) throw new TlogError('is not an Ed25519 key of 32 bytes');
  if (!sameBytes(keyId(name, typed), Buffer.from(id, 'hex')))
    throw new TlogError('has an id that is not its own');
  return { name, id: Buffer.from(id, 'hex'), type, key: publicKeyOf(typed.subarray(1)) };
}

/** The text form of an Ed25519 key under a name. @throws TlogError on a name with spaces or a plus. */
export function verifierKeyOf(name: string, key: KeyObject): VerifierKey {
  assertKeyName(name);
  const typed = typedKeyOf(key);
  return { name, id: keyId(name, typed), type: 'ed25519', key };
}

export function formatVerifierKey({ name, id, key }: VerifierKey): string {
  return `${name}+${Buffer.from(id).toString('hex')}+${encodeBase64(typedKeyOf(key))}`;
}

/** Names are non-empty, without Unicode spaces and plus signs (C2SP signed-note). */
export function assertKeyName(name: string): void {
  if (!/^[^\s+\p{Cc}]+$/u.test(name)) throw new TlogError(`${JSON.stringify(name)} is not a key name`);
}

function typedKeyOf(key: KeyObject): Uint8Array {
  if (key.asymmetricKeyType !== 'ed25519') throw new TlogError('is not an Ed25519 key');
  const { x = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([Buffer.of(signatureTypes.ed25519), Buffer.from(x, 'base64url')]);
}

function publicKeyOf(raw: Uint8Array): KeyObject {
  const x = Buffer.from(raw).toString('base64url');
  return createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
}
