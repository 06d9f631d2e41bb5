import { hashLeaf, type TreeHead, verifyInclusion } from '../tlog/merkle.js';
import { readBundle } from '../tlog/read-tile.js';
import type { TileReader } from '../tlog/store.js';
import { tileWidth } from '../tlog/tile-path.js';
import { Tree } from '../tlog/tree.js';
import { recordIn } from './check-log.js';

/**
 * At which index the log holds records with these keys already. Each hit is proved to be under the signed root: an entry that
 * someone slipped in could otherwise keep a record out.
 *
 * @throws TlogError when the log is damaged.
 */
export async function findKeys(
  log: TileReader,
  head: TreeHead,
  wanted: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, bigint>> {
  const found = new Map<string, bigint>();
  const tree = new Tree(log, head.size);
  for (let bundle = 0n; bundle * BigInt(tileWidth) < head.size; bundle++) {
    signal.throwIfAborted();
    for (const [i, entry] of (await readBundle(log, bundle, head.size)).entries()) {
      const key = keyIn(entry);
      if (key === undefined || !wanted.has(key) || recordIn(entry)?.key !== key) continue;
      const index = bundle * BigInt(tileWidth) + BigInt(i);
      verifyInclusion(hashLeaf(entry), index, head, await tree.proveInclusion(index));
      found.set(key, index);
    }
  }
  return found;
}

/** A glance, so that only candidates are parsed. Records are canonical JSON: there is one spelling. */
function keyIn(entry: Uint8Array): string | undefined {
  const text = Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).toString('latin1');
  return /"key":"([0-9a-f]{64})"/.exec(text)?.[1];
}
