import type { EngineSession } from '../engine/engine.js';
import type { Metric, Predicate } from './plan.js';
import type { Table, TableFile } from './table.js';

/** Which rows to show of those that a check counted. */
export interface Sampling {
  readonly where: Predicate;
  /** Set where only rows whose combination of these columns comes more than once are meant. */
  readonly repeated?: readonly number[];
  /** The columns to show. */
  readonly columns: readonly number[];
}

/** Prints a plan for one engine. All that is known of an engine's SQL is behind this. */
export interface Dialect {
  /** One scan: a single row whose columns `m0` … are the metrics, in order. None of them is `repeated`. */
  scan(table: Table, metrics: readonly Metric[]): string;
  /** The number of rows whose combination comes more than once, as `m0`. A statement of its own: it groups all rows. */
  repeated(table: Table, columns: readonly number[], where: Predicate | undefined): string;
  /**
   * The first rows of one file that each sampling means, at most `most`: columns `s0` …, each a list of `{nr, texts, lengths,
   * types}` or NULL. The same rows whatever order they are read in.
   */
  samples(table: Table, file: TableFile, samplings: readonly Sampling[], most: number): string;
}

/** A session and how to speak to it. */
export interface Speaker {
  readonly session: EngineSession;
  readonly dialect: Dialect;
}
