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
    }
  | { readonly kind: 'matches'; readonly column: number; readonly pattern: string }
  | { readonly kind: 'not'; readonly of: Predicate }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Predicate[] };

/**
 * One figure about a table, exact but for `estimate`. `distinct`: combinations of values; `repeated`: rows whose combination
 * comes more than once. Engines print these; nothing else of a check is theirs.
 */
export type Metric =
  | { readonly kind: 'count'; readonly where?: Predicate }
  | { readonly kind: 'min' | 'max'; readonly column: number; readonly view: View }
  | { readonly kind: 'mean'; readonly column: number }
  | { readonly kind: 'distinct'; readonly columns: readonly number[]; readonly where?: Predicate }
  | { readonly kind: 'repeated'; readonly columns: readonly number[]; readonly where?: Predicate }
  | { readonly kind: 'estimate'; readonly column: number };

/** Figures by `keyOf`. A number, a text (times, texts), or null where there is nothing to take it of. */
export type Figures = ReadonlyMap<string, number | string | null>;

/** The same metric has the same key, so that checks share it. */
export function keyOf(metric: Metric): string {
  return canonicalJson(JSON.parse(JSON.stringify(metric)));
}

export function countIn(figures: Figures, metric: Metric): number {
  const value = figures.get(keyOf(metric));
  if (typeof value !== 'number') throw new Error(`not measured: ${keyOf(metric)}`);
  return value;
}

export const missing = (column: number): Predicate => ({ kind: 'missing', column });
export const not = (of: Predicate): Predicate => ({ kind: 'not', of });
export const allOf = (...of: readonly Predicate[]): Predicate =>
  of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
export const anyOf = (...of: readonly Predicate[]): Predicate => ({ kind: 'any', of });

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
    default:
      return [predicate.column];
  }
}
