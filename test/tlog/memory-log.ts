import type { TileStore } from '../../src/tlog/store.js';

/** A log in memory, with the order in which files were written. */
export class MemoryLog implements TileStore {
  readonly files: Map<string, Uint8Array>;
  readonly written: string[] = [];

  constructor(files: Iterable<readonly [string, Uint8Array]> = []) {
    this.files = new Map(files);
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return this.files.get(path);
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    this.written.push(path);
    this.files.set(path, bytes);
  }
}
