import type { FileEntry } from '../gate/manifest.js';
import type { PiecePlan } from './worker.js';

export interface HashedFile extends FileEntry {
  /** Bytes. */
  readonly size: number;
  /** The second hash that `TreeOptions.also` asked for, lower-case hex, in order; else empty. */
  readonly pieces: readonly string[];
}

/** Hashes files; each once, in parallel, noticing change (DESIGN §4). */
export interface Hasher {
  /** @throws Failure('input') when it is missing, not a regular file, unreadable or changes while being hashed. */
  file(path: string): Promise<HashedFile>;
  /**
   * Every regular file below `root` (or `root` itself when it is a file, named by its base name), in code point order of names.
   *
   * @throws Failure('input') as `file` does; also on a symbolic link, special file, name that is not UTF-8, or an empty folder.
   */
  tree(root: string, options?: TreeOptions): Promise<readonly HashedFile[]>;
}

export interface TreeOptions {
  /** Relative paths (files or folders) to leave out. */
  readonly ignore?: readonly string[];
  /** Takes a second hash in the same pass, where a manifest made elsewhere needs one. */
  readonly also?: PiecePlan;
}
