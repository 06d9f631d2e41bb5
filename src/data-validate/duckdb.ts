import { sqlString } from '../engine/engine.js';
import { printCells } from './duckdb-cells.js';
import { printSource } from './duckdb-source.js';
import { columnsIn, type Metric, type Predicate, type Range, type View } from './plan.js';
import type { Table, TableFile } from './table.js';

/** Which rows to show of those that a check counted. */
export interface Sampling {
  readonly where: Predicate;
  /** Set where only rows whose combination of these columns comes more than once are meant. */
  readonly repeated?: readonly number[];
  /** The columns to show. */
  readonly columns: readonly number[];
}

/** One scan: a single row whose columns `m0` … are the metrics, in order. None of them is `repeated`. */
export function printScan(table: Table, metrics: readonly Metric[]): string {
  const figures = metrics.map((metric, i) => `${printMetric(metric)} AS m${i}`);
  return `${withCells(table, table.files, columnsOf(metrics), false)}\nSELECT ${figures.join(',\n  ')}\nFROM cells`;
}

/** The rows whose combination comes more than once, as `m0`. A statement of its own, since it groups all rows. */
export function printRepeated(
  table: Table,
  columns: readonly number[],
  where: Predicate | undefined,
): string {
  const cells = withCells(
    table,
    table.files,
    columnsOf([{ kind: 'distinct', columns, ...(where && { where }) }]),
    false,
  );
  return `${cells}\nSELECT coalesce(sum(rows_of_key), 0) AS m0 FROM (${printKeyCounts(columns, where, 'count(*) AS rows_of_key')})`;
}

/**
 * The first rows of one file that each sampling means: columns `s0` …, each a list of `{nr, texts, types}`. Bounded memory, and
 * the same rows whatever order they are read in.
 */
export function printSamples(
  table: Table,
  file: TableFile,
  samplings: readonly Sampling[],
  most: number,
): string {
  const used = samplings.flatMap(({ where, columns, repeated = [] }) => [
    ...columnsIn(where),
    ...columns,
    ...repeated,
  ]);
  const lists = samplings.map(({ where, columns, repeated }, i) => {
    const row = `{nr: nr, texts: [${columns.map((c) => `left(t${c}, 200)`).join(', ')}], lengths: [${columns.map((c) => `length(t${c})`).join(', ')}], types: [${columns.map((c) => `k${c}`).join(', ')}]}`;
    const again = repeated === undefined ? '' : ` AND ${printKey(repeated)} IN (SELECT key FROM keys${i})`;
    return `arg_min(${row}, nr, ${most}) FILTER (WHERE ${printPredicate(where)}${again}) AS s${i}`;
  });
  const keys = samplings.flatMap(({ where, repeated }, i) =>
    repeated === undefined
      ? []
      : [
          `keys${i} AS (SELECT ${printKey(repeated)} AS key FROM all_cells WHERE ${printPredicate(where)} GROUP BY ALL HAVING count(*) > 1)`,
        ],
  );
  const cells = withCells(table, [file], used, true);
  const all =
    keys.length === 0
      ? ''
      : `,\nall_source AS (SELECT * FROM ${printSource(table, table.files, false)}),\nall_cells AS (${selectCells(table, used, 'all_source', false)})`;
  return `${cells}${all}${keys.map((key) => `,\n${key}`).join('')}\nSELECT ${lists.join(',\n  ')}\nFROM cells`;
}

function withCells(
  table: Table,
  files: readonly TableFile[],
  columns: readonly number[],
  numbered: boolean,
): string {
  return `WITH source AS (SELECT * FROM ${printSource(table, files, numbered)}),\ncells AS (${selectCells(table, columns, 'source', numbered)})`;
}

function selectCells(table: Table, columns: readonly number[], source: string, numbered: boolean): string {
  const sorted = [...new Set(columns)].sort((a, b) => a - b);
  const cells = [...(numbered ? ['nr'] : []), ...sorted.flatMap((column) => printCells(table, column))];
  return `SELECT ${cells.length === 0 ? '1' : cells.join(', ')} FROM ${source}`;
}

function printKeyCounts(columns: readonly number[], where: Predicate | undefined, figure: string): string {
  const condition = where === undefined ? '' : ` WHERE ${printPredicate(where)}`;
  return `SELECT ${figure} FROM cells${condition} GROUP BY ${columns.map((c) => `r${c}`).join(', ')} HAVING count(*) > 1`;
}

/** As a row, so that a missing part is a value like any other. */
function printKey(columns: readonly number[]): string {
  return columns.length === 1 ? `r${columns[0]}` : `row(${columns.map((c) => `r${c}`).join(', ')})`;
}

function printMetric(metric: Metric): string {
  switch (metric.kind) {
    case 'count':
      return `count(*)${filter(metric.where)}`;
    case 'min':
    case 'max': {
      const value = `${metric.kind}(${viewOf(metric.column, metric.view)})`;
      return metric.view === 'time' ? `CAST(${value} AS VARCHAR)` : value;
    }
    case 'mean': {
      // Kahan's sum does not depend on the order of rows but yields NaN where a value is infinite.
      const n = `n${metric.column}`;
      return `coalesce(nullif(favg(${n}), CAST('nan' AS DOUBLE)), avg(${n}))`;
    }
    case 'distinct':
      return `count(DISTINCT ${printKey(metric.columns)})${filter(metric.where)}`;
    case 'estimate':
      return `approx_count_distinct(r${metric.column})`;
    case 'repeated':
      throw new Error('repeated rows take a statement of their own');
  }
}

function filter(where: Predicate | undefined): string {
  return where === undefined ? '' : ` FILTER (WHERE ${printPredicate(where)})`;
}

function viewOf(column: number, view: View | 'length'): string {
  return { text: `t${column}`, number: `n${column}`, time: `d${column}`, length: `length(t${column})` }[view];
}

/** Never NULL, so that NOT means what it says. */
export function printPredicate(predicate: Predicate): string {
  switch (predicate.kind) {
    case 'missing':
      return `r${predicate.column} IS NULL`;
    case 'is':
      return known(`k${predicate.column} IN (${predicate.types.map(sqlString).join(', ')})`);
    case 'within':
      return printWithin(viewOf(predicate.column, predicate.view), predicate.view, predicate.range);
    case 'among':
      return printAmong(predicate);
    case 'matches':
      return known(`regexp_matches(t${predicate.column}, ${sqlString(predicate.pattern)})`);
    case 'not':
      return `NOT ${printPredicate(predicate.of)}`;
    case 'all':
      return predicate.of.length === 0 ? 'true' : `(${predicate.of.map(printPredicate).join(' AND ')})`;
    case 'any':
      return predicate.of.length === 0 ? 'false' : `(${predicate.of.map(printPredicate).join(' OR ')})`;
  }
}

function printWithin(
  value: string,
  view: View | 'length',
  { min, max, strictMin, strictMax }: Range,
): string {
  const ends = [
    ...(min === undefined ? [] : [`${value} ${strictMin ? '>' : '>='} ${printBound(min, view)}`]),
    ...(max === undefined ? [] : [`${value} ${strictMax ? '<' : '<='} ${printBound(max, view)}`]),
  ];
  return known(ends.length === 0 ? `${value} IS NOT NULL` : ends.join(' AND '));
}

function printBound(bound: number | string, view: View | 'length'): string {
  if (typeof bound === 'number') return printNumber(bound);
  return view === 'time' ? `CAST(${sqlString(bound)} AS TIMESTAMP)` : sqlString(bound);
}

/** With an exponent, so that DuckDB reads a DOUBLE and not a DECIMAL. */
function printNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? text : `${text}e0`;
}

function printAmong({ column, numbers, texts, booleans }: Extract<Predicate, { kind: 'among' }>): string {
  const parts = [
    ...(numbers.length === 0 ? [] : [`n${column} IN (${numbers.map(printNumber).join(', ')})`]),
    ...(texts.length === 0 ? [] : [`t${column} IN (${texts.map(sqlString).join(', ')})`]),
    ...booleans.map((value) => `(k${column} = 'boolean' AND lower(t${column}) = '${value}')`),
  ];
  return `(${parts.map(known).join(' OR ')})`;
}

function known(condition: string): string {
  return `coalesce(${condition}, false)`;
}

function columnsOf(metrics: readonly Metric[]): readonly number[] {
  return metrics.flatMap((metric) => {
    switch (metric.kind) {
      case 'count':
        return metric.where ? columnsIn(metric.where) : [];
      case 'distinct':
      case 'repeated':
        return [...metric.columns, ...(metric.where ? columnsIn(metric.where) : [])];
      default:
        return [metric.column];
    }
  });
}
