import { sameBytes } from './base64.js';
import { Frontier, type Tile } from './frontier.js';
import { emptyRoot, hashLeaf, type TreeHead } from './merkle.js';
import { readBundle, readTile } from './read-tile.js';
import type { TileReader } from './store.js';
import { tilePath, tileWidth, widthOf } from './tile-path.js';
import { TlogError } from './tlog-error.js';

/** Where a log's files do not hang together. */
export interface LogProblem {
  readonly path: string;
  /** The first entry concerned. */
  readonly index?: bigint;
  readonly message: string;
}

export interface ScanOptions {
  /** Sizes at which the root is wanted too. */
  readonly sizes?: readonly bigint[];
  readonly onEntry?: (index: bigint, entry: Uint8Array) => void;
  readonly onProgress?: (done: bigint) => void;
  readonly signal?: AbortSignal;
}

export interface Scan {
  /** Root at the sizes asked for, as the entries give it (tiles where entries are missing). */
  readonly roots: ReadonlyMap<bigint, Uint8Array>;
  /** In the order of the log. Reading stops after `maxProblems`. */
  readonly problems: readonly LogProblem[];
}

/** Bounds time and memory on a log whose signed size is far beyond what is there. */
export const maxProblems = 100;

/**
 * Reads the whole log once, one bundle at a time: every entry must hash to its place in its tile, every tile to its place in
 * the one above, and all of them to the root.
 */
export async function scanLog(reader: TileReader, head: TreeHead, options: ScanOptions = {}): Promise<Scan> {
  const scan = new LogScan(reader, head, options);
  await scan.run();
  return scan;
}

class LogScan implements Scan {
  readonly roots = new Map<bigint, Uint8Array>();
  readonly problems: LogProblem[] = [];
  readonly #reader: TileReader;
  readonly #head: TreeHead;
  readonly #options: ScanOptions;
  readonly #frontier = new Frontier();

  constructor(reader: TileReader, head: TreeHead, options: ScanOptions) {
    this.#reader = reader;
    this.#head = head;
    this.#options = options;
  }

  async run(): Promise<void> {
    if (this.#options.sizes?.includes(0n)) this.roots.set(0n, emptyRoot);
    for (let index = 0n; this.#frontier.size < this.#head.size; index++) {
      this.#options.signal?.throwIfAborted();
      const leaves = await this.#leaves(index);
      if (leaves === undefined || this.problems.length >= maxProblems) return;
      for (const leaf of leaves) await this.#push(leaf);
      this.#options.onProgress?.(this.#frontier.size);
    }
    for (const tile of this.#frontier.edge()) await this.#compareUpper(tile);
    this.#compareRoot();
  }

  async #push(leaf: Uint8Array): Promise<void> {
    const filled = this.#frontier.push(leaf);
    for (const tile of filled) await this.#compareUpper(tile);
    if (this.#options.sizes?.includes(this.#frontier.size))
      this.roots.set(this.#frontier.size, this.#frontier.root());
  }

  /** Leaf hashes of a bundle's entries; those of the tile where the bundle cannot be read; `undefined` when neither can. */
  async #leaves(index: bigint): Promise<readonly Uint8Array[] | undefined> {
    const first = index * BigInt(tileWidth);
    const path = tilePath('entries', index, widthOf(0, index, this.#head.size));
    const entries = await this.#attempt(path, first, () => readBundle(this.#reader, index, this.#head.size));
    const tile = await this.#attempt(tilePath(0, index, widthOf(0, index, this.#head.size)), first, () =>
      readTile(this.#reader, 0, index, this.#head.size),
    );
    entries?.forEach((entry, i) => {
      this.#options.onEntry?.(first + BigInt(i), entry);
    });
    const leaves = entries?.map(hashLeaf);
    if (leaves && tile) this.#compareLeaves(leaves, tile, first, path);
    return leaves ?? tile;
  }

  #compareLeaves(leaves: readonly Uint8Array[], tile: readonly Uint8Array[], first: bigint, path: string) {
    const bad = leaves.findIndex((leaf, i) => !sameBytes(leaf, tile[i] ?? emptyRoot));
    if (bad < 0) return;
    const index = first + BigInt(bad);
    this.#report({ path, index, message: `entry ${index} does not match its hash in the tile` });
  }

  /** Level 0 was compared entry by entry. */
  async #compareUpper({ level, index, hashes }: Tile): Promise<void> {
    if (level === 0) return;
    const path = tilePath(level, index, hashes.length);
    const span = 1n << BigInt(8 * level);
    const first = index * BigInt(tileWidth) * span;
    const stored = await this.#attempt(path, first, () =>
      readTile(this.#reader, level, index, this.#head.size),
    );
    const bad = stored?.findIndex((hash, i) => !sameBytes(hash, hashes[i] ?? emptyRoot)) ?? -1;
    if (bad < 0) return;
    const from = first + BigInt(bad) * span;
    const message = `hash ${bad} is not that of entries ${from} to ${from + span - 1n} as they are now`;
    this.#report({ path, index: from, message });
  }

  #compareRoot(): void {
    const root = this.#frontier.root();
    this.roots.set(this.#head.size, root);
    if (sameBytes(root, this.#head.root)) return;
    const message = `signs root ${hex(this.#head.root)}, but the ${this.#head.size} entries give ${hex(root)}`;
    this.#report({ path: 'checkpoint', message });
  }

  async #attempt<T>(path: string, index: bigint, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof TlogError)) throw error;
      this.#report({ path, index, message: error.message });
      return undefined;
    }
  }

  #report(problem: LogProblem): void {
    if (this.problems.length < maxProblems) this.problems.push(problem);
  }
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
