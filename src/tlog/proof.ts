import { decodeBase64, decodeDecimal, decodeHash, encodeBase64 } from './base64.js';
import { type Checkpoint, type LogTrust, openCheckpoint } from './checkpoint.js';
import { hashLeaf, verifyInclusion } from './merkle.js';
import { TlogError } from './tlog-error.js';
import { parseVerifierKey } from './verifier-key.js';

const header = 'c2sp.org/tlog-proof@v1';
/** An entry of 64 KiB in base64, 64 hashes and a checkpoint with post-quantum cosignatures. */
const maxProofBytes = 1024 * 1024;

/** A self-contained proof that an entry is in a log (C2SP tlog-proof). */
export interface TlogProof {
  readonly index: bigint;
  /** From the leaf's sibling up. */
  readonly hashes: readonly Uint8Array[];
  /** The signed note, as the log published it. */
  readonly checkpoint: Uint8Array;
  /** Not authenticated by the format; we put the entry there, which its place in the tree authenticates. */
  readonly extra?: Uint8Array;
}

export function writeProof({ index, hashes, checkpoint, extra }: TlogProof): string {
  const lines = [
    header,
    ...(extra === undefined ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(encodeBase64),
  ];
  return `${lines.join('\n')}\n\n${Buffer.from(checkpoint).toString()}`;
}

/** Takes a proof apart; nothing is verified. @throws TlogError */
export function parseProof(text: string): TlogProof {
  if (text.length > maxProofBytes) throw new TlogError(`the proof is over ${maxProofBytes} bytes`);
  const end = text.indexOf('\n\n');
  if (end < 0) throw new TlogError('the proof has no empty line before its checkpoint');
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (first !== header) throw new TlogError(`the proof does not begin with ${header}`);
  const extra = lines[0]?.startsWith('extra ') ? lines.shift()?.slice('extra '.length) : undefined;
  const index = lines.shift();
  if (!index?.startsWith('index ')) throw new TlogError('the proof has no index line');
  if (lines.length > 64) throw new TlogError('the proof has over 64 hashes');
  return {
    index: decodeDecimal(index.slice('index '.length), 'the index'),
    hashes: lines.map((line) => decodeHash(line, 'a hash of the proof')),
    checkpoint: Buffer.from(text.slice(end + 2)),
    ...(extra !== undefined && { extra: decodeBase64(extra, 'the extra data') }),
  };
}

export interface VerifiedProof {
  readonly index: bigint;
  /** The bytes that are in the log at `index`. */
  readonly entry: Uint8Array;
  readonly checkpoint: Checkpoint;
}

/**
 * Proves, offline, that a log which the key signs for holds an entry.
 *
 * @param trust the log's verifier key (`NAME+ID+KEY`), or key, origin and witnesses.
 * @param entry the bytes it must be about; absent, those that the proof carries in its `extra` line.
 * @throws TlogError when anything in the way from the entry to the signature does not hold.
 */
export function verifyProof(proofText: string, trust: string | LogTrust, entry?: Uint8Array): VerifiedProof {
  const { index, hashes, checkpoint: note, extra } = parseProof(proofText);
  const checkpoint = openCheckpoint(
    note,
    typeof trust === 'string' ? { key: parseVerifierKey(trust) } : trust,
  );
  const proven = entry ?? extra;
  if (proven === undefined) throw new TlogError('the proof does not carry its entry, and none was given');
  verifyInclusion(hashLeaf(proven), index, checkpoint, hashes);
  return { index, entry: proven, checkpoint };
}
