import { sameBytes } from './base64.js';
import { emptyRoot, hashLeaf, hashNode, hashSubtree, type TreeHead } from './merkle.js';
import { readBundle, readTile } from './read-tile.js';
import type { TileReader } from './store.js';
import { hashesAt, tileWidth } from './tile-path.js';
import { TlogError } from './tlog-error.js';

export interface Tile {
  readonly level: number;
  readonly index: bigint;
  readonly hashes: readonly Uint8Array[];
}

/**
 * The right edge of a growing tree: per level the hashes that do not fill a tile yet. All that appending and
 * computing a root need, whatever the size.
 */
export class Frontier {
  readonly #levels: Uint8Array[][];
  #fullTiles: bigint[];

  constructor(edge: readonly (readonly Uint8Array[])[] = [], size = 0n) {
    this.#levels = edge.map((hashes) => [...hashes]);
    this.#fullTiles = edge.map((_, level) => hashesAt(level, size) / BigInt(tileWidth));
  }

  get size(): bigint {
    return (this.#fullTiles[0] ?? 0n) * BigInt(tileWidth) + BigInt(this.#levels[0]?.length ?? 0);
  }

  /** Adds a leaf hash; returns the tiles that it filled, lowest level first. */
  push(leaf: Uint8Array): readonly Tile[] {
    const filled: Tile[] = [];
    for (let [level, hash] = [0, leaf]; ; level++) {
      this.#levels[level] ??= [];
      const hashes = this.#levels[level] ?? [];
      hashes.push(hash);
      if (hashes.length < tileWidth) return filled;
      const index = this.#fullTiles[level] ?? 0n;
      filled.push({ level, index, hashes });
      this.#fullTiles[level] = index + 1n;
      this.#levels[level] = [];
      hash = hashSubtree(hashes);
    }
  }

  /** The partial tiles of the edge, lowest level first. */
  edge(): readonly Tile[] {
    return this.#levels
      .map((hashes, level) => ({ level, index: this.#fullTiles[level] ?? 0n, hashes: [...hashes] }))
      .filter(({ hashes }) => hashes.length > 0);
  }

  /** RFC 6962 root: the perfect subtrees of the edge, joined from the right. */
  root(): Uint8Array {
    let root: Uint8Array | undefined;
    for (const hashes of this.#levels) {
      for (let end = hashes.length; end > 0; ) {
        // The rightmost perfect subtree has as many leaves as the lowest set bit of the count says.
        const start = end - (end & -end);
        const subtree = hashSubtree(hashes.slice(start, end));
        root = root === undefined ? subtree : hashNode(subtree, root);
        end = start;
      }
    }
    return root ?? emptyRoot;
  }
}

/**
 * The edge of a log from its tiles; reads one tile per level.
 *
 * @throws TlogError when one is missing or torn, or together they do not give the root.
 */
export async function loadFrontier(reader: TileReader, { size, root }: TreeHead): Promise<Frontier> {
  const edge: (readonly Uint8Array[])[] = [];
  for (let level = 0; hashesAt(level, size) > 0n; level++) {
    const full = hashesAt(level, size) / BigInt(tileWidth);
    const partial = hashesAt(level, size) % BigInt(tileWidth) > 0n;
    edge.push(partial ? await readTile(reader, level, full, size) : []);
  }
  return assertRoot(new Frontier(edge, size), root, 'tiles');
}

/** The same from the entries, for when tiles are damaged; reads all of them, one bundle at a time. @throws TlogError */
export async function rebuildFrontier(reader: TileReader, { size, root }: TreeHead): Promise<Frontier> {
  const frontier = new Frontier();
  for (let index = 0n; frontier.size < size; index++)
    for (const entry of await readBundle(reader, index, size)) frontier.push(hashLeaf(entry));
  return assertRoot(frontier, root, 'entries');
}

function assertRoot(frontier: Frontier, root: Uint8Array, what: string): Frontier {
  if (!sameBytes(frontier.root(), root)) throw new TlogError(`the ${what} do not give the signed root`);
  return frontier;
}
