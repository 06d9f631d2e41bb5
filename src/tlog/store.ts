/** Files of a log by their path in C2SP tlog-tiles: `checkpoint`, `tile/0/x001/234`, `tile/entries/000.p/7`. */
export interface TileReader {
  /** `undefined` when there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
}

export interface TileStore extends TileReader {
  /** Replaces what was there; a crash leaves the old file or the new, never half of one. Lasting once the checkpoint is published. */
  write(path: string, bytes: Uint8Array): Promise<void>;
}

/** A place that holds one log. */
export interface LogStore extends TileReader {
  /** For people: the folder or address. */
  readonly name: string;
  /**
   * Runs `change` on the newest state while no other writer may change it, and publishes the checkpoint it returns last,
   * after everything it wrote. Nothing is published without one, or when it throws. A store that compares and swaps instead of
   * locking may run `change` again on a newer state.
   */
  transact<T>(change: (log: TileStore) => Promise<Change<T>>): Promise<T>;
  /** Tries what appending needs, and says what this kind of store cannot promise. Leaves no file behind. */
  probe(): Promise<readonly Probe[]>;
}

interface Change<T> {
  readonly checkpoint?: Uint8Array | undefined;
  readonly outcome: T;
}

export interface Probe {
  readonly name: string;
  readonly status: 'pass' | 'warn' | 'fail';
  readonly detail: string;
}
