import { hashNode, hashSubtree, splitOf } from './merkle.js';
import { readTile } from './read-tile.js';
import type { TileReader } from './store.js';
import { tileWidth } from './tile-path.js';
import { TlogError } from './tlog-error.js';

/** Tiles held at once: proofs walk down one path, two tiles wide at most per level. */
const cachedTiles = 32;

/** Proofs from a log's tiles. Tiles are not trusted: check what comes out against a signed root. */
export class Tree {
  readonly #reader: TileReader;
  readonly #size: bigint;
  readonly #tiles = new Map<string, Promise<readonly Uint8Array[]>>();

  constructor(reader: TileReader, size: bigint) {
    this.#reader = reader;
    this.#size = size;
  }

  /** RFC 6962 §2.1.1, leaf's sibling first. Reads O(log size) tiles. @throws TlogError */
  async proveInclusion(index: bigint): Promise<readonly Uint8Array[]> {
    if (index < 0n || index >= this.#size)
      throw new TlogError(`index ${index} is outside a log of ${this.#size}`);
    const proof: Uint8Array[] = [];
    for (let [lo, hi] = [0n, this.#size]; hi - lo > 1n; ) {
      const middle = lo + splitOf(hi - lo);
      const left = index < middle;
      proof.push(await (left ? this.#rootOf(middle, hi) : this.#rootOf(lo, middle)));
      [lo, hi] = left ? [lo, middle] : [middle, hi];
    }
    return proof.reverse();
  }

  /** RFC 6962 §2.1.2, from a tree of `older` leaves to this one. Reads O(log size) tiles. @throws TlogError */
  async proveConsistency(older: bigint): Promise<readonly Uint8Array[]> {
    if (older < 0n || older > this.#size)
      throw new TlogError(`size ${older} is outside a log of ${this.#size}`);
    if (older === 0n || older === this.#size) return [];
    const proof: Uint8Array[] = [];
    let [lo, hi] = [0n, this.#size];
    while (older < hi) {
      const middle = lo + splitOf(hi - lo);
      const left = older <= middle;
      proof.push(await (left ? this.#rootOf(middle, hi) : this.#rootOf(lo, middle)));
      [lo, hi] = left ? [lo, middle] : [middle, hi];
    }
    // The subtree that ends where the old tree ended is known to whoever has the old root, unless it lies to the right.
    if (lo > 0n) proof.push(await this.#rootOf(lo, hi));
    return proof.reverse();
  }

  /** Root of the leaves `lo` to `hi`, where `lo` is a multiple of a power of two that is at least their number. */
  async #rootOf(lo: bigint, hi: bigint): Promise<Uint8Array> {
    const count = hi - lo;
    if ((count & (count - 1n)) === 0n) return this.#perfect(lo, count);
    const middle = lo + splitOf(count);
    return hashNode(await this.#rootOf(lo, middle), await this.#rootOf(middle, hi));
  }

  /** A perfect subtree is one hash of a tile, or the root over some neighbours in one tile. */
  async #perfect(lo: bigint, count: bigint): Promise<Uint8Array> {
    const height = count.toString(2).length - 1;
    const level = Math.floor(height / 8);
    const first = lo >> BigInt(8 * level);
    const hashes = await this.#tile(level, first / BigInt(tileWidth));
    const offset = Number(first % BigInt(tileWidth));
    return hashSubtree(hashes.slice(offset, offset + 2 ** (height % 8)));
  }

  #tile(level: number, index: bigint): Promise<readonly Uint8Array[]> {
    const key = `${level}/${index}`;
    const known = this.#tiles.get(key) ?? readTile(this.#reader, level, index, this.#size);
    this.#tiles.delete(key);
    this.#tiles.set(key, known);
    const [oldest] = this.#tiles.keys();
    if (this.#tiles.size > cachedTiles && oldest !== undefined) this.#tiles.delete(oldest);
    return known;
  }
}
