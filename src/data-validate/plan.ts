import { canonicalJson } from '../gate/json.js';

/** What a single cell can be. A cell of a typed file is what its column is. */
export const cellTypes = ['integer', 'number', 'boolean', 'date', 'timestamp', 'text', 'other'] as const;
export type CellType = (typeof cellTypes)[number];

/** How a cell is looked at; a cell that cannot be looked at that way has no value there. `time` is UTC. */
export type View = 'text' | 'number' | 'time';

/** A range; each end may be open. Times are as `toSqlTime` writes them. */
export interface Range {
  readonly min?: number | string;
  readonly max?: number | string;
  readonly strictMin: boolean;
  readonly strictMax: boolean;
}

/** Something true or false of a row, never unknown. Columns are positions in the table. */
export type Predicate =
  | { readonly kind: 'missing'; readonly column: number }
  | { readonly kind: 'is'; readonly column: number; readonly types: readonly CellType[] }
  | {
      readonly kind: 'within';
      readonly column: number;
      readonly view: View | 'length';
      readonly range: Range;
    }
  | {
      readonly kind: 'among';
      readonly column: number;
      readonly numbers: readonly number[];
      readonly texts: readonly string[];
      readonly booleans: readonly boolean[];
      /** As `toSqlTime` writes them. */
      readonly times?: readonly string[];
    }
  | { readonly kind: 'matches'; readonly column: number; readonly pattern: string }
  /** SQL's LIKE, case and all; `escape` is one character. */
  | { readonly kind: 'like'; readonly column: number; readonly pattern: string; readonly escape?: string }
  /** Cells of one row: by number where both are numbers, by time where both are times, else by text. */
  | { readonly kind: 'compare'; readonly a: number; readonly b: number; readonly op: Comparison }
  /** The numbers of the columns add up to the total; false where one has none. */
  | { readonly kind: 'adds-up'; readonly columns: readonly number[]; readonly total: number }
  /** How many deviations a number lies from the mean; cells without a number are far from everything. */
  | {
      readonly kind: 'near';
      readonly column: number;
      readonly mean: number;
      readonly deviation: number;
      readonly below: number;
      readonly bothSides: boolean;
    }
  | { readonly kind: 'not-a-number' | 'infinite'; readonly column: number }
  /** Of cells that no SQL can judge: `judge` names one, which is handed each distinct text once. */
  | { readonly kind: 'judged'; readonly column: number; readonly judge: CellJudge }
  /** The combination stands in these columns of another dataset. */
  | {
      readonly kind: 'found';
      readonly columns: readonly number[];
      readonly dataset: string;
      readonly at: readonly number[];
    }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Predicate[] };

/** `same` takes two missing cells for equal, `equal` does not. */
export type Comparison = 'same' | 'equal' | 'greater' | 'at-least';

/** A judge of texts by name, with what it needs as plain data. */
export type CellJudge =
  | { readonly kind: 'json' }
  | { readonly kind: 'json-schema'; readonly schema: unknown }
  | { readonly kind: 'strptime'; readonly format: string };

/** How a quantile between two values is taken; NumPy's words. */
export type Interpolation = 'linear' | 'lower' | 'higher' | 'midpoint' | 'nearest';

/**
 * One figure about the rows of a table that `where` means (all unless given), exact but for `estimate`. Engines print these;
 * nothing else of a check is theirs.
 */
export type Metric = Of & { readonly where?: Predicate };
type Of =
  | { readonly kind: 'count' }
  | { readonly kind: 'min' | 'max'; readonly column: number; readonly view: View }
  /** `deviation` is that of a sample (n − 1). */
  | { readonly kind: 'sum' | 'mean' | 'deviation'; readonly column: number }
  /** The mean of ((x − center) / scale) ^ power: taken about a known mean, it does not cancel out. */
  | {
      readonly kind: 'moment';
      readonly column: number;
      readonly center: number;
      readonly scale: number;
      readonly power: 3 | 4;
    }
  /** Of the numbers, at a share from 0 to 1. */
  | {
      readonly kind: 'quantile';
      readonly column: number;
      readonly at: number;
      readonly interpolation: Interpolation;
    }
  /** Combinations of values. */
  | { readonly kind: 'distinct'; readonly columns: readonly number[] }
  /** Rows whose combination comes more than once. */
  | { readonly kind: 'repeated'; readonly columns: readonly number[] }
  | ({ readonly kind: 'disorder' } & Order)
  /** Pearson's r. */
  | { readonly kind: 'correlation'; readonly columns: readonly [number, number] }
  /** Shannon's, in nats, of the combinations of values. */
  | { readonly kind: 'entropy'; readonly columns: readonly number[] }
  /** Combinations with their counts, the most frequent first; more than `most` are cut, and that is told. */
  | { readonly kind: 'tally'; readonly columns: readonly number[]; readonly most: number }
  /** Counts by `edges.length + 1` bins: below the first edge, then [edge, next), the last bin closed, above the last edge. */
  | { readonly kind: 'histogram'; readonly column: number; readonly edges: readonly number[] }
  /** Counts by bins of one width, bin i from i·width to (i + 1)·width; empty ones are left out, infinite values too. Times in seconds since 1970. */
  | {
      readonly kind: 'spread';
      readonly column: number;
      readonly view: 'number' | 'time';
      readonly width: number;
    }
  /** What the user's own query finds: how many rows, or the one number that it yields. `batch` is the table, column by column. */
  | {
      readonly kind: 'query';
      readonly query: string;
      readonly gives: 'rows' | 'value';
      readonly batch: readonly BatchColumn[];
    }
  /** Rows of two queries, one over the table and one over another dataset: `[own, other, in both]`, as multisets. */
  | {
      readonly kind: 'match';
      readonly own: BatchQuery;
      readonly other: BatchQuery & { readonly dataset: string };
    }
  | { readonly kind: 'estimate'; readonly column: number };

export interface BatchQuery {
  readonly query: string;
  readonly batch: readonly BatchColumn[];
}

export interface BatchColumn {
  readonly name: string;
  /** As what a query sees it. */
  readonly as: 'itself' | 'integer' | 'number' | 'time' | 'boolean' | 'text';
}

/** Rows in the order of files and rows: a cell out of order is one that its forerunner with a value forbids. */
export interface Order {
  readonly column: number;
  readonly view: View;
  readonly direction: 'increasing' | 'decreasing';
  /** Whether equal neighbours are out of order. */
  readonly strictly: boolean;
}

/** Rows to count and to show: those that `where` means and, of these, only those repeated or out of order. */
export interface RowSet {
  readonly where: Predicate;
  readonly repeated?: readonly number[];
  readonly disorder?: Order;
}

export interface TallyEntry {
  /** Of each column. */
  readonly texts: readonly (string | null)[];
  readonly numbers: readonly (number | null)[];
  readonly count: number;
}

export interface Tally {
  readonly entries: readonly TallyEntry[];
  /** Combinations in all. */
  readonly distinct: number;
}

/** Ascending. */
export interface Spread {
  readonly bins: readonly (readonly [index: number, count: number])[];
}

/** A number, a text (times, texts), counts, or null where there is nothing to take it of. */
export type Figure = number | string | readonly number[] | Tally | Spread | null;

/** Figures by `keyOf`. */
export type Figures = ReadonlyMap<string, Figure>;

const keys = new WeakMap<Metric, string>();

/** The same metric has the same key, so that checks share it. */
export function keyOf(metric: Metric): string {
  const known = keys.get(metric) ?? canonicalJson(JSON.parse(JSON.stringify(metric)));
  keys.set(metric, known);
  return known;
}

export function figureIn(figures: Figures, metric: Metric): Figure {
  const value = figures.get(keyOf(metric));
  if (value === undefined) throw new Error(`not measured: ${keyOf(metric)}`);
  return value;
}

export function countIn(figures: Figures, metric: Metric): number {
  const value = figureIn(figures, metric);
  if (typeof value !== 'number') throw new Error(`no count: ${keyOf(metric)}`);
  return value;
}

/** Of metrics that yield a number, where there is one. */
export function numberIn(figures: Figures, metric: Metric): number | null {
  const value = figureIn(figures, metric);
  return typeof value === 'number' ? value : null;
}

export function tallyIn(figures: Figures, metric: Metric): Tally {
  const value = figureIn(figures, metric);
  if (typeof value === 'object' && value !== null && 'distinct' in value) return value;
  throw new Error(`no tally: ${keyOf(metric)}`);
}

export function spreadIn(figures: Figures, metric: Metric): Spread {
  const value = figureIn(figures, metric);
  if (typeof value === 'object' && value !== null && 'bins' in value) return value;
  throw new Error(`no spread: ${keyOf(metric)}`);
}

export function countsIn(figures: Figures, metric: Metric): readonly number[] {
  const value = figureIn(figures, metric);
  if (Array.isArray(value)) return value as readonly number[];
  throw new Error(`no counts: ${keyOf(metric)}`);
}

export const missing = (column: number): Predicate => ({ kind: 'missing', column });
export const not = (of: Predicate): Predicate => (of.kind === 'not' ? of.of : { kind: 'not', of });
export const allOf = (...of: readonly Predicate[]): Predicate => flat('all', of);
export const anyOf = (...of: readonly Predicate[]): Predicate => flat('any', of);

/** `all` of nothing is true, `any` of nothing false. */
function flat(kind: 'all' | 'any', of: readonly Predicate[]): Predicate {
  const parts = of.flatMap((part) => (part.kind === kind ? part.of : [part]));
  return parts.length === 1 && parts[0] ? parts[0] : { kind, of: parts };
}

export const rowCount: Metric = { kind: 'count' };
export const countWhere = (where: Predicate): Metric => ({ kind: 'count', where });

/** The columns that decide; one may come twice. */
export function columnsIn(predicate: Predicate): readonly number[] {
  switch (predicate.kind) {
    case 'not':
      return columnsIn(predicate.of);
    case 'all':
    case 'any':
      return predicate.of.flatMap(columnsIn);
    case 'compare':
      return [predicate.a, predicate.b];
    case 'adds-up':
    case 'found':
      return predicate.columns;
    default:
      return [predicate.column];
  }
}

/** The predicates that stand for themselves, however they are joined. */
export function leavesOf(predicate: Predicate): readonly Predicate[] {
  switch (predicate.kind) {
    case 'not':
      return leavesOf(predicate.of);
    case 'all':
    case 'any':
      return predicate.of.flatMap(leavesOf);
    default:
      return [predicate];
  }
}
