import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { decodeBase64, encodeBase64, sameBytes } from './base64.js';
import { TlogError } from './tlog-error.js';
import { assertKeyName, signatureTypes, type VerifierKey, verifierKeyOf } from './verifier-key.js';

/** A log's private key and the name it signs under. */
export interface SignerKey {
  readonly verifier: VerifierKey;
  readonly key: KeyObject;
}

/** DER of a PKCS#8 Ed25519 private key up to the 32 bytes of its seed (RFC 8410 §7). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Reads an Ed25519 key, either PEM (PKCS#8), which has no name of its own, or
 * `PRIVATE+KEY+<name>+<id>+<base64(type ‖ seed)>` (golang.org/x/mod/sumdb/note).
 *
 * @param name for a PEM key: what it signs as, by custom the log's origin.
 * @throws TlogError; never with the key's text in the message.
 */
export function parseSignerKey(text: string, name?: string): SignerKey {
  const trimmed = text.trim();
  if (trimmed.startsWith('PRIVATE+KEY+')) return parseNoteKey(trimmed);
  const key = readPem(trimmed);
  if (name === undefined) throw new TlogError('is a PEM key, which needs the origin it signs as');
  return signerOf(name, key);
}

function parseNoteKey(text: string): SignerKey {
  const [, name, id, encoded] =
    /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(text) ?? [];
  if (name === undefined || id === undefined || encoded === undefined)
    throw new TlogError('is not a signer key (PRIVATE+KEY+NAME+ID+SEED)');
  const typed = decodeBase64(encoded, 'the seed');
  if (typed[0] !== signatureTypes.ed25519 || typed.byteLength !== 33)
    throw new TlogError('is not an Ed25519 signer key');
  const der = Buffer.concat([pkcs8Prefix, typed.subarray(1)]);
  const signer = signerOf(name, createPrivateKey({ format: 'der', type: 'pkcs8', key: der }));
  if (!sameBytes(signer.verifier.id, Buffer.from(id, 'hex')))
    throw new TlogError('has an id that is not its own');
  return signer;
}

function readPem(text: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    // OpenSSL's own message may quote the input.
    throw new TlogError('is neither PEM (PKCS#8, not encrypted) nor PRIVATE+KEY+…');
  }
}

function signerOf(name: string, key: KeyObject): SignerKey {
  assertKeyName(name);
  return { key, verifier: verifierKeyOf(name, createPublicKey(key)) };
}

/** Text (ending in a newline) with one signature: a signed note. */
export function signNote(text: string, { key, verifier }: SignerKey): string {
  const signature = Buffer.concat([verifier.id, sign(null, Buffer.from(text), key)]);
  return `${text}\n— ${verifier.name} ${encodeBase64(signature)}\n`;
}
