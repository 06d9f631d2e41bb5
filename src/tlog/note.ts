import { verify } from 'node:crypto';
import { decodeBase64, sameBytes } from './base64.js';
import { TlogError } from './tlog-error.js';
import type { VerifierKey } from './verifier-key.js';

/** C2SP signed-note asks for at least 16 signatures; each may be post-quantum (5 kB). */
const maxSignatures = 64;
const maxNoteBytes = 512 * 1024;

export interface Note {
  /** With its final newline; this is what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

interface NoteSignature {
  readonly name: string;
  readonly id: Uint8Array;
  readonly signature: Uint8Array;
}

/** Takes a signed note apart; nothing is verified. @throws TlogError */
export function parseNote(bytes: Uint8Array): Note {
  if (bytes.byteLength > maxNoteBytes) throw new TlogError(`the note is over ${maxNoteBytes} bytes`);
  const whole = decodeText(bytes);
  // ASCII control characters (Cc without DEL and C1) other than the newline.
  if (/[^\P{Cc}\n\u007f-\u009f]/u.test(whole)) throw new TlogError('the note has control characters');
  // The last empty line divides text from signatures, so an empty line in the text is text.
  const end = whole.lastIndexOf('\n\n');
  if (end < 0) throw new TlogError('the note has no empty line before signatures');
  if (!whole.endsWith('\n')) throw new TlogError('the note does not end in a newline');
  const lines = whole.slice(end + 2, -1).split('\n');
  if (lines.length === 1 && lines[0] === '') throw new TlogError('the note has no signature');
  if (lines.length > maxSignatures) throw new TlogError(`the note has over ${maxSignatures} signatures`);
  return { text: whole.slice(0, end + 1), signatures: lines.map(parseSignature) };
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new TlogError('the note is not UTF-8');
  }
}

function parseSignature(line: string): NoteSignature {
  const [, name, encoded] = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
  if (name === undefined || encoded === undefined)
    throw new TlogError('the note has a malformed signature line');
  const bytes = decodeBase64(encoded, 'a signature');
  if (bytes.byteLength < 5) throw new TlogError('the note has a signature that is too short');
  return { name, id: bytes.subarray(0, 4), signature: bytes.subarray(4) };
}

/** Those of the signatures that claim to be by this key. Name and id must both agree. */
function signaturesBy(note: Note, key: VerifierKey): readonly NoteSignature[] {
  return note.signatures.filter((s) => s.name === key.name && sameBytes(s.id, key.id));
}

/**
 * That the key signed the note's text.
 *
 * @throws TlogError when it did not, or one signature in its name is not valid.
 */
export function verifySignature(note: Note, key: VerifierKey): void {
  const own = signaturesBy(note, key);
  if (own.length === 0) throw new TlogError(`the note is not signed by ${key.name}`);
  const bad = own.some(({ signature }) => !verify(null, Buffer.from(note.text), key.key, signature));
  if (bad) throw new TlogError(`the signature of ${key.name} is not valid`);
}

/**
 * Time of a witness's valid cosignature/v1 (C2SP tlog-cosignature: `timestamp (8 bytes) ‖ Ed25519 signature`), in seconds since the epoch;
 * `undefined` when there is none. A witness is only a further opinion, so a bad cosignature does not count instead of spoiling the note.
 */
export function cosignedAt(note: Note, witness: VerifierKey): bigint | undefined {
  for (const { signature } of signaturesBy(note, witness)) {
    if (signature.byteLength !== 72) continue;
    const time = Buffer.from(signature).readBigUInt64BE();
    const message = Buffer.from(`cosignature/v1\ntime ${time}\n${note.text}`);
    if (time < 2n ** 63n && verify(null, message, witness.key, signature.subarray(8))) return time;
  }
  return undefined;
}
