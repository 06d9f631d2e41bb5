import type { SampledCell, SampleRow, SampleStatement, Sampling, Tables } from '../dialect.js';
import type { RowSet } from '../plan.js';
import { printDisorder } from '../sql/dialect.js';
import { printOthers } from '../sql/others.js';
import { printPredicate } from '../sql/print-predicate.js';
import { typeNamed } from '../sql/type-code.js';
import { letterOf, Uses } from '../sql/views.js';
import type { TableFile } from '../table.js';
import { printCells } from './cells.js';
import { duckDbWords } from './words.js';

/**
 * The first rows of one file that each sampling means: one pass for all, more where the order of rows matters. What cells are is
 * worked out of those rows alone: that is dear.
 */
export function printSamples(
  tables: Tables,
  file: TableFile,
  samplings: readonly Sampling[],
  most: number,
): SampleStatement {
  const { table } = tables;
  const predicates = samplings.map(({ rows }) => rows.where);
  const columns = [...new Set(samplings.flatMap((sampling) => sampling.columns))];
  const conditions = new Uses();
  for (const { rows } of samplings) useRows(conditions, rows);
  for (const column of columns) conditions.add(column, 'c');
  // Rows of other files make a combination come more than once, too.
  const all = samplings.some(({ rows }) => rows.repeated)
    ? [`cells AS (\n  ${duckDbWords.cells(table, conditions)}\n)`]
    : [];
  const before = [
    ...printOthers(predicates, tables, duckDbWords),
    ...all,
    ...samplings.flatMap(({ rows }, i) => printMeant(rows, i, tables, file, most)),
  ];
  const picked = printPicked(tables, file, samplings, columns, conditions);
  const shown = new Uses();
  for (const column of columns) shown.add(column, 't', 'k');
  const flags = samplings.map((_, i) => `p${i}`);
  const lists = samplings.map(
    (sampling, i) => `arg_min(${printRow(sampling.columns)}, nr, ${most}) FILTER (WHERE p${i}) AS s${i}`,
  );
  return {
    sql: [
      ...(before.length === 0 ? [] : [`WITH ${before.join(',\n')}`]),
      `SELECT ${lists.join(',\n  ')}`,
      `FROM (${printCells(table, shown, picked, { kept: ['nr', ...flags] })})`,
    ].join('\n'),
    read: ([row]) => samplings.map((_, i) => rowsIn(row?.[`s${i}`])),
  };
}

/** Rows that some sampling means, as the file has them; `p0` … tell which means them. */
function printPicked(
  tables: Tables,
  file: TableFile,
  samplings: readonly Sampling[],
  columns: readonly number[],
  conditions: Uses,
): string {
  const numbered = duckDbWords.numberedCells?.(tables.table, conditions, file);
  const flags = samplings.map(({ rows }, i) => `${conditionOf(rows, i, tables)} AS p${i}`);
  const names = ['nr', ...columns.map((column) => `c${column}`), ...flags];
  const any = samplings.map((_, i) => `p${i}`).join(' OR ');
  return `(SELECT * FROM (SELECT ${names.join(', ')} FROM (${numbered})) WHERE ${any})`;
}

function useRows(uses: Uses, { where, repeated = [] }: RowSet): void {
  uses.ofPredicate(where);
  for (const column of repeated) uses.add(column, 'r');
}

function conditionOf({ where, repeated, disorder }: RowSet, index: number, tables: Tables): string {
  if (disorder) return `nr IN (SELECT nr FROM meant${index})`;
  const condition = printPredicate(where, duckDbWords, tables);
  return repeated ? `${condition} AND ${keyOfRow(repeated)} IN (SELECT key FROM meant${index})` : condition;
}

/** What a row is meant by that no look at the row alone tells: keys that come more than once, or numbers of rows out of order. */
function printMeant(
  { where, repeated, disorder }: RowSet,
  index: number,
  tables: Tables,
  file: TableFile,
  most: number,
): readonly string[] {
  const condition = printPredicate(where, duckDbWords, tables);
  if (repeated) {
    const key = keyOfRow(repeated);
    return [
      `meant${index} AS (SELECT ${key} AS key FROM cells WHERE ${condition} GROUP BY ${key} HAVING count(*) > 1)`,
    ];
  }
  if (!disorder) return [];
  const { table } = tables;
  const uses = new Uses().ofPredicate(where).add(disorder.column, letterOf(disorder.view));
  const value = `${letterOf(disorder.view)}${disorder.column}`;
  // The last value of the files before goes first.
  const files = table.files.slice(0, table.files.indexOf(file) + 1).map((each, i) => {
    const cells = duckDbWords.numberedCells?.(table, uses, each);
    return `SELECT ${i} AS file_nr, * FROM (${cells})`;
  });
  const rows = `SELECT file_nr, nr, ${value} AS v, lag(${value}) OVER (ORDER BY file_nr, nr) AS before FROM (${files.join(' UNION ALL ')}) WHERE ${value} IS NOT NULL AND ${condition}`;
  return [
    `meant${index} AS (SELECT nr FROM (${rows}) WHERE file_nr = ${files.length - 1} AND ${printDisorder(disorder)} ORDER BY nr LIMIT ${most})`,
  ];
}

/** As a row, so that a missing part is a value like any other. */
function keyOfRow(columns: readonly number[]): string {
  return duckDbWords.row(columns.map((c) => `r${c}`));
}

function printRow(columns: readonly number[]): string {
  const list = (print: (column: number) => string) => `[${columns.map(print).join(', ')}]`;
  const parts = [
    'nr: nr',
    `texts: ${list((c) => `left(t${c}, 200)`)}`,
    `lengths: ${list((c) => `length(t${c})`)}`,
    `types: ${list((c) => `k${c}`)}`,
  ];
  return `{${parts.join(', ')}}`;
}

interface Answer {
  readonly nr: bigint;
  readonly texts: readonly (string | null)[];
  readonly lengths: readonly (bigint | null)[];
  readonly types: readonly unknown[];
}

/** Null where no row of the file is meant. */
function rowsIn(list: unknown): readonly SampleRow[] {
  if (!Array.isArray(list)) return [];
  return list.map(({ nr, texts, lengths, types }: Answer) => ({
    row: Number(nr),
    cells: texts.map(
      (text, i): SampledCell => ({ text, length: Number(lengths[i] ?? 0), type: typeNamed(types[i]) }),
    ),
  }));
}
