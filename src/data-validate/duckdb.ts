import { sqlString } from '../engine/engine.js';
import type { Dialect, Sampling } from './dialect.js';
import { printSteps } from './duckdb-cells.js';
import { printPredicate, viewOf } from './duckdb-predicate.js';
import { printSource } from './duckdb-source.js';
import { cellTypes, columnsIn, type Metric, type Predicate } from './plan.js';
import type { Table, TableFile } from './table.js';

export const duckDb: Dialect = {
  scan(table, metrics) {
    const figures = metrics.map((metric, i) => `${printMetric(metric)} AS m${i}`);
    return [
      `WITH ${cellsOf(table, columnsOf(metrics))}`,
      `SELECT ${figures.join(',\n  ')}`,
      'FROM cells',
    ].join('\n');
  },

  repeated(table, columns, where) {
    const used = [...columns, ...(where ? columnsIn(where) : [])];
    const counts = printRepeatedKeys(columns, where, 'cells', 'count(*) AS n');
    return `WITH ${cellsOf(table, used)}\nSELECT coalesce(sum(n), 0) AS m0 FROM (${counts})`;
  },

  samples(table, file, samplings, most) {
    const used = samplings.flatMap(({ where, columns }) => [...columnsIn(where), ...columns]);
    const keys = samplings.flatMap(({ where, repeated }, i) =>
      repeated
        ? [`keys${i} AS (${printRepeatedKeys(repeated, where, 'cells', `${printKey(repeated)} AS key`)})`]
        : [],
    );
    const lists = samplings.map((sampling, i) => `${printSample(sampling, i, most)} AS s${i}`);
    // Rows of other files make a combination come more than once, too.
    const cells = keys.length === 0 ? [] : [cellsOf(table, used), ...keys];
    return [
      `WITH ${[...cells, cellsOf(table, used, file)].join(',\n')}`,
      `SELECT ${lists.join(',\n  ')}`,
      'FROM numbered_cells',
    ].join('\n');
  },
};

/** `cells` of the whole table; `numbered_cells` of one file, with `nr`. */
function cellsOf(table: Table, columns: readonly number[], file?: TableFile): string {
  const sorted = [...new Set(columns)].sort((a, b) => a - b);
  const steps = sorted.map((column) => printSteps(table, column));
  const [first, ...more] = [0, 1, 2, 3].map((step) => steps.flatMap((cells) => cells[step] ?? []));
  const base = [...(file ? ['nr'] : []), ...(first ?? [])].join(', ') || '1';
  const source = `SELECT ${base} FROM ${printSource(table, file ? [file] : table.files, file !== undefined)}`;
  const views = more
    .filter((cells) => cells.length > 0)
    .reduce((from, cells) => `SELECT *, ${cells.join(', ')} FROM (\n  ${from}\n)`, source);
  return `${file ? 'numbered_cells' : 'cells'} AS (\n  ${views}\n)`;
}

const typeNames = cellTypes.map(sqlString).join(', ');

function printSample({ where, repeated, columns }: Sampling, index: number, most: number): string {
  const list = (print: (column: number) => string) => `[${columns.map(print).join(', ')}]`;
  const row = [
    'nr: nr',
    `texts: ${list((c) => `left(t${c}, 200)`)}`,
    `lengths: ${list((c) => `length(t${c})`)}`,
    `types: ${list((c) => `[${typeNames}][k${c}]`)}`,
  ];
  const again = repeated ? ` AND ${printKey(repeated)} IN (SELECT key FROM keys${index})` : '';
  return `arg_min({${row.join(', ')}}, nr, ${most}) FILTER (WHERE ${printPredicate(where)}${again})`;
}

function printRepeatedKeys(
  columns: readonly number[],
  where: Predicate | undefined,
  from: string,
  select: string,
): string {
  const condition = where === undefined ? '' : ` WHERE ${printPredicate(where)}`;
  return `SELECT ${select} FROM ${from}${condition} GROUP BY ${columns.map((c) => `r${c}`).join(', ')} HAVING count(*) > 1`;
}

/** As a row, so that a missing part is a value like any other. */
function printKey(columns: readonly number[]): string {
  return columns.length === 1 ? `r${columns[0]}` : `row(${columns.map((c) => `r${c}`).join(', ')})`;
}

function printMetric(metric: Metric): string {
  switch (metric.kind) {
    case 'count':
      // With FILTER each count would copy what all others look at: a wide table takes minutes.
      return metric.where ? `count(CASE WHEN ${printPredicate(metric.where)} THEN 1 END)` : 'count(*)';
    case 'min':
    case 'max': {
      const value = `${metric.kind}(${viewOf(metric.column, metric.view)})`;
      return metric.view === 'time' ? `CAST(${value} AS VARCHAR)` : value;
    }
    case 'mean': {
      // Kahan's sum hardly depends on the order of rows but yields NaN where a value is infinite.
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
