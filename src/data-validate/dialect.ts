import type { Row } from '../engine/engine.js';
import type { Figure, Metric, Predicate, RowSet } from './plan.js';
import type { Table, TableFile } from './table.js';

/** The table at hand and the other datasets that its rules name. */
export interface Tables {
  readonly table: Table;
  readonly others: ReadonlyMap<string, Table>;
}

/** SQL to run. */
export interface Asked {
  readonly sql: string;
  /** Set where the user's own words stand in it: then a fault in them is the user's to mend. */
  readonly ofUser?: true;
  /** The same for data of any kind, where `sql` takes only data that is as it was guessed to be. */
  readonly otherwise?: string;
}

/** SQL and how to read what it answers. */
export interface Statement extends Asked {
  readonly metrics: readonly Metric[];
  /** The figures of `metrics`, in order; undefined for one that a statement of its own must tell. */
  read(rows: readonly Row[]): readonly (Figure | undefined)[];
}

/** Which rows to show of those that a check counted, and the columns to show. */
export interface Sampling {
  readonly rows: RowSet;
  readonly columns: readonly number[];
}

/** Rows of one statement: `{nr, texts, lengths, types}` of each sampling. */
export interface SampleStatement extends Asked {
  read(rows: readonly Row[]): readonly (readonly SampleRow[])[];
}

export interface SampleRow {
  /** Data row of the file, from 1; absent where the engine knows no order. */
  readonly row?: number;
  readonly cells: readonly SampledCell[];
}

export interface SampledCell {
  /** The first 200 characters; null where there is no value. */
  readonly text: string | null;
  /** Characters. */
  readonly length: number;
  readonly type: string;
}

/** Prints a plan for one engine. All that is known of an engine's SQL is behind this. */
export interface Dialect {
  /** Why this engine cannot tell, as the end of a sentence; undefined where it can. */
  refusal(asked: Predicate | Metric): string | undefined;
  /** As few statements as take all metrics, each metric in one of them. @param alone takes none beside others. */
  statements(tables: Tables, metrics: readonly Metric[], alone?: boolean): readonly Statement[];
  /** Metrics that stand beside one another, of no more rows than these: to see what a table is like before it is scanned. */
  glance(tables: Tables, metrics: readonly Metric[], rows: number): Statement;
  /** The first rows of one file that each sampling means, at most `most`, whatever order they are read in. */
  samples(
    tables: Tables,
    file: TableFile | undefined,
    samplings: readonly Sampling[],
    most: number,
  ): SampleStatement;
}

export type JudgedCells = Extract<Predicate, { kind: 'judged' }>;

/** An engine and how to speak to it. */
export interface Speaker {
  readonly dialect: Dialect;
  /** Has judges look at cells that no SQL can judge, before predicates name them. */
  judge(tables: Tables, judged: readonly JudgedCells[], shown: string): Promise<void>;
  /** Why the engine refuses a pattern that ours takes: it has limits of its own (size of the program). */
  refusedPattern(pattern: string): Promise<string | undefined>;
  /** Runs statements one after the other. @throws Failure as `askEngine` does. */
  ask(statements: readonly Asked[], shown: string): Promise<readonly (readonly Row[])[]>;
}
