import { decodeDecimal, decodeHash, encodeBase64 } from './base64.js';
import type { TreeHead } from './merkle.js';
import { cosignedAt, type Note, parseNote, verifySignature } from './note.js';
import { type SignerKey, signNote } from './signer-key.js';
import { TlogError } from './tlog-error.js';
import type { VerifierKey } from './verifier-key.js';

/** A signed tree head (C2SP tlog-checkpoint). */
export interface Checkpoint extends TreeHead {
  readonly origin: string;
  readonly extensions: readonly string[];
  /** Witnesses whose cosignature is valid, each once however often it signed. */
  readonly cosigned: readonly Cosignature[];
}

interface Cosignature {
  readonly witness: string;
  /** Seconds since the epoch. */
  readonly time: bigint;
}

/** Who is believed. */
export interface LogTrust {
  readonly key: VerifierKey;
  /** First line of the log's checkpoints; the key's name unless said otherwise. */
  readonly origin?: string;
  readonly witnesses?: readonly VerifierKey[];
}

/** Reads a checkpoint that the log signed. @throws TlogError */
export function openCheckpoint(bytes: Uint8Array, { key, origin, witnesses = [] }: LogTrust): Checkpoint {
  const note = parseNote(bytes);
  verifySignature(note, key);
  const body = parseCheckpointText(note.text);
  const expected = origin ?? key.name;
  if (body.origin !== expected)
    throw new TlogError(
      `the checkpoint is of ${JSON.stringify(body.origin.slice(0, 200))}, not of ${expected}`,
    );
  return { ...body, cosigned: cosignatures(note, witnesses) };
}

function cosignatures(note: Note, witnesses: readonly VerifierKey[]): readonly Cosignature[] {
  return witnesses.flatMap((witness) => {
    const time = witness.type === 'cosignature' ? cosignedAt(note, witness) : undefined;
    return time === undefined ? [] : [{ witness: witness.name, time }];
  });
}

/** @throws TlogError unless it is origin, size, root and non-empty extension lines. */
function parseCheckpointText(text: string): Omit<Checkpoint, 'cosigned'> {
  if (!text.endsWith('\n')) throw new TlogError('the checkpoint does not end in a newline');
  const [origin = '', size = '', root = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '') throw new TlogError('the checkpoint has no origin');
  if (extensions.includes('')) throw new TlogError('the checkpoint has an empty line');
  return {
    origin,
    size: decodeDecimal(size, 'the size'),
    root: decodeHash(root, 'the root'),
    extensions,
  };
}

export function signCheckpoint(origin: string, { size, root }: TreeHead, key: SignerKey): Uint8Array {
  return Buffer.from(signNote(`${origin}\n${size}\n${encodeBase64(root)}\n`, key));
}
