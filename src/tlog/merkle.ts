import { hash } from 'node:crypto';
import { sameBytes } from './base64.js';
import { TlogError } from './tlog-error.js';

/** RFC 6962 §2.1: a leaf is SHA-256(0x00 ‖ entry). */
export function hashLeaf(entry: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([Buffer.of(0), entry]), 'buffer');
}

/** RFC 6962 §2.1: an inner node is SHA-256(0x01 ‖ left ‖ right). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash('sha256', Buffer.concat([Buffer.of(1), left, right]), 'buffer');
}

/** RFC 6962 §2.1: the root of the empty tree is the hash of nothing. */
export const emptyRoot: Uint8Array = hash('sha256', Buffer.alloc(0), 'buffer');

/** Root over 1 to 256 hashes (a tile) that stand for equal, perfect subtrees. */
export function hashSubtree(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) {
    const next: Uint8Array[] = [];
    for (let i = 0; i + 1 < row.length; i += 2) next.push(hashNode(at(row, i), at(row, i + 1)));
    if (row.length % 2 === 1) next.push(at(row, row.length - 1));
    row = next;
  }
  return at(row, 0);
}

function at(row: readonly Uint8Array[], index: number): Uint8Array {
  const hashed = row[index];
  if (hashed === undefined) throw new TlogError('the proof is too short');
  return hashed;
}

/** The largest power of two below `size`; where RFC 6962 splits a tree. */
export function splitOf(size: bigint): bigint {
  return 1n << BigInt((size - 1n).toString(2).length - 1);
}

/**
 * The root that `leaf` at `index` and its audit path lead to (RFC 6962 §2.1.1).
 *
 * @throws TlogError when the path has not exactly the length that index and size ask for.
 */
function rootFromInclusion(
  leaf: Uint8Array,
  index: bigint,
  size: bigint,
  proof: readonly Uint8Array[],
): Uint8Array {
  if (index < 0n || index >= size) throw new TlogError(`index ${index} is outside a log of ${size}`);
  const sides: ('left' | 'right')[] = [];
  for (let [i, n] = [index, size]; n > 1n; ) {
    const k = splitOf(n);
    sides.push(i < k ? 'left' : 'right');
    [i, n] = i < k ? [i, k] : [i - k, n - k];
  }
  if (sides.length !== proof.length)
    throw new TlogError(`the proof has ${proof.length} hashes where ${sides.length} belong`);
  return sides
    .reverse()
    .reduce(
      (node, side, i) => (side === 'left' ? hashNode(node, at(proof, i)) : hashNode(at(proof, i), node)),
      leaf,
    );
}

export interface TreeHead {
  readonly size: bigint;
  readonly root: Uint8Array;
}

/** @throws TlogError unless the proof leads from the leaf to the root. */
export function verifyInclusion(
  leaf: Uint8Array,
  index: bigint,
  { size, root }: TreeHead,
  proof: readonly Uint8Array[],
): void {
  if (!sameBytes(rootFromInclusion(leaf, index, size, proof), root))
    throw new TlogError(`the proof does not lead from entry ${index} to the root`);
}

/**
 * RFC 6962 §2.1.2: that the newer tree holds the older one unchanged.
 *
 * @throws TlogError when it does not, or the proof is malformed.
 */
export function verifyConsistency(older: TreeHead, newer: TreeHead, proof: readonly Uint8Array[]): void {
  if (older.size > newer.size)
    throw new TlogError(`size ${newer.size} is below the older size ${older.size}`);
  if (older.size === 0n || older.size === newer.size) {
    if (proof.length > 0) throw new TlogError('the proof should be empty');
    if (older.size === newer.size && !sameBytes(older.root, newer.root))
      throw new TlogError(`two different roots at size ${older.size}`);
    if (older.size === 0n && !sameBytes(older.root, emptyRoot))
      throw new TlogError('the root of the empty log is wrong');
    return;
  }
  const rest = [...proof];
  const roots = consistencyRoots(older.size, newer.size, older.root, rest, true);
  if (rest.length > 0) throw new TlogError('the proof is too long');
  if (!sameBytes(roots.older, older.root) || !sameBytes(roots.newer, newer.root))
    throw new TlogError(`size ${newer.size} does not contain size ${older.size} unchanged`);
}

interface Roots {
  readonly older: Uint8Array;
  readonly newer: Uint8Array;
}

/** Mirrors SUBPROOF of RFC 6962 §2.1.2, taking hashes from the end of the proof inwards. */
function consistencyRoots(
  m: bigint,
  n: bigint,
  known: Uint8Array,
  rest: Uint8Array[],
  whole: boolean,
): Roots {
  if (m === n) {
    const same = whole ? known : takeLast(rest);
    return { older: same, newer: same };
  }
  const k = splitOf(n);
  const sibling = takeLast(rest);
  if (m <= k) {
    const left = consistencyRoots(m, k, known, rest, whole);
    return { older: left.older, newer: hashNode(left.newer, sibling) };
  }
  const right = consistencyRoots(m - k, n - k, known, rest, false);
  return { older: hashNode(sibling, right.older), newer: hashNode(sibling, right.newer) };
}

function takeLast(rest: Uint8Array[]): Uint8Array {
  const last = rest.pop();
  if (last === undefined) throw new TlogError('the proof is too short');
  return last;
}
