import { sameBytes } from './base64.js';
import { encodeBundle } from './bundle.js';
import { type Frontier, loadFrontier, rebuildFrontier, type Tile } from './frontier.js';
import { hashLeaf, type TreeHead } from './merkle.js';
import { readBundle } from './read-tile.js';
import type { TileReader, TileStore } from './store.js';
import { tilePath, tileWidth } from './tile-path.js';
import { TlogError } from './tlog-error.js';

/**
 * Adds entries after `head` and returns the new head, which the caller signs and publishes. Each bundle is written before
 * the tiles that hash it; what an interrupted append left after `head` is overwritten, and torn tiles at the edge are
 * rebuilt from the entries.
 *
 * @throws TlogError when neither tiles nor entries lead to `head`: nothing may be signed over a damaged log.
 */
export async function appendEntries(
  store: TileStore,
  head: TreeHead,
  entries: readonly Uint8Array[],
): Promise<TreeHead> {
  const frontier = await soundFrontier(store, head);
  let bundle = await tailEntries(store, frontier, head.size);
  for (const entry of entries) {
    bundle.push(entry);
    const filled = frontier.push(hashLeaf(entry));
    if (bundle.length === tileWidth) {
      await writeBundle(store, (frontier.size - 1n) / BigInt(tileWidth), bundle);
      await writeTiles(store, filled);
      bundle = [];
    }
  }
  if (bundle.length > 0) await writeBundle(store, frontier.size / BigInt(tileWidth), bundle);
  await writeTiles(store, frontier.edge());
  return { size: frontier.size, root: frontier.root() };
}

async function soundFrontier(reader: TileReader, head: TreeHead): Promise<Frontier> {
  try {
    return await loadFrontier(reader, head);
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    return rebuildFrontier(reader, head);
  }
}

/** Entries of the last, partial bundle: they are written again with those that follow, so they must be the signed ones. */
async function tailEntries(reader: TileReader, frontier: Frontier, size: bigint): Promise<Uint8Array[]> {
  const [leaves] = frontier.edge();
  if (size % BigInt(tileWidth) === 0n || leaves?.level !== 0) return [];
  const entries = await readBundle(reader, leaves.index, size);
  entries.forEach((entry, i) => {
    const leaf = leaves.hashes[i];
    if (leaf === undefined || !sameBytes(hashLeaf(entry), leaf))
      throw new TlogError(
        `entry ${leaves.index * BigInt(tileWidth) + BigInt(i)} is not the one that was signed`,
      );
  });
  return [...entries];
}

function writeBundle(store: TileStore, index: bigint, entries: readonly Uint8Array[]): Promise<void> {
  return store.write(tilePath('entries', index, entries.length), encodeBundle(entries));
}

async function writeTiles(store: TileStore, tiles: readonly Tile[]): Promise<void> {
  for (const { level, index, hashes } of tiles)
    await store.write(tilePath(level, index, hashes.length), Buffer.concat(hashes));
}
