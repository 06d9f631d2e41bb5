import type { SampledCell, SampleRow, SampleStatement, Sampling, Tables } from '../dialect.js';
import { columnsIn, type Predicate, type RowSet } from '../plan.js';
import { printDisorder } from '../sql/dialect.js';
import { printOthers } from '../sql/others.js';
import { printPredicate } from '../sql/print-predicate.js';
import { typeNamed } from '../sql/type-code.js';
import { letterOf, Uses } from '../sql/views.js';
import type { TableFile } from '../table.js';
import { duckDbWords } from './words.js';

/** The first rows of one file that each sampling means: one pass for all, more where the order of rows matters. */
export function printSamples(
  tables: Tables,
  file: TableFile,
  samplings: readonly Sampling[],
  most: number,
): SampleStatement {
  const { table } = tables;
  const print = (predicate: Predicate) => printPredicate(predicate, duckDbWords, tables);
  const uses = new Uses();
  for (const sampling of samplings) useSampling(uses, sampling);
  const keyed = samplings.flatMap(({ rows }, i) =>
    rows.repeated ? [[i, rows.where, rows.repeated] as const] : [],
  );
  const keys = keyed.map(
    ([i, where, repeated]) =>
      `keys${i} AS (SELECT ${keyOfRow(repeated)} AS key FROM cells WHERE ${print(where)} GROUP BY ${keyOfRow(repeated)} HAVING count(*) > 1)`,
  );
  // Rows of other files make a combination come more than once, too.
  const all = keys.length === 0 ? [] : [`cells AS (\n  ${duckDbWords.cells(table, uses)}\n)`, ...keys];
  const numbered = `numbered AS (\n  ${duckDbWords.numberedCells?.(table, uses, file)}\n)`;
  const sequences = samplings.flatMap(({ rows }, i) => printSequence(rows, i, tables, uses, file));
  const lists = samplings.map(
    ({ rows, columns }, i) =>
      `(SELECT arg_min(${printRow(columns)}, nr, ${most}) FROM ${rows.disorder ? `sequence${i}` : 'numbered'} WHERE ${conditionOf(rows, i, print)}) AS s${i}`,
  );
  const together = samplings.every(({ rows }) => !rows.disorder);
  const one = samplings.map(
    ({ rows, columns }, i) =>
      `arg_min(${printRow(columns)}, nr, ${most}) FILTER (WHERE ${conditionOf(rows, i, print)}) AS s${i}`,
  );
  const select = together ? `SELECT ${one.join(',\n  ')} FROM numbered` : `SELECT ${lists.join(',\n  ')}`;
  const others = printOthers(
    samplings.map(({ rows }) => rows.where),
    tables,
    duckDbWords,
  );
  return {
    sql: `WITH ${[...others, ...all, numbered, ...sequences].join(',\n')}\n${select}`,
    read: ([row]) => samplings.map((_, i) => rowsIn(row?.[`s${i}`])),
  };
}

function useSampling(uses: Uses, { rows, columns }: Sampling): void {
  uses.ofPredicate(rows.where);
  for (const column of rows.repeated ?? []) uses.add(column, 'r');
  if (rows.disorder) uses.add(rows.disorder.column, letterOf(rows.disorder.view));
  for (const column of [...columns, ...columnsIn(rows.where)]) uses.add(column, 't', 'k', 'r');
}

function conditionOf(rows: RowSet, index: number, print: (predicate: Predicate) => string): string {
  if (rows.disorder) return printDisorder(rows.disorder);
  const where = print(rows.where);
  return rows.repeated ? `${where} AND ${keyOfRow(rows.repeated)} IN (SELECT key FROM keys${index})` : where;
}

/** The rows of one file with the value before each; the last value of the file before it goes first. */
function printSequence(
  { where, disorder }: RowSet,
  index: number,
  tables: Tables,
  uses: Uses,
  file: TableFile,
): readonly string[] {
  if (!disorder) return [];
  const { files } = tables.table;
  const value = `${letterOf(disorder.view)}${disorder.column}`;
  const earlier = files.slice(0, files.indexOf(file)).map((other, i) => {
    const cells = duckDbWords.numberedCells?.(tables.table, uses, other);
    return `SELECT ${i} AS file_nr, * FROM (${cells})`;
  });
  const own = `SELECT ${files.length} AS file_nr, * FROM numbered`;
  const condition = `${value} IS NOT NULL AND ${printPredicate(where, duckDbWords, tables)}`;
  const rows = `SELECT *, ${value} AS v, lag(${value}) OVER (ORDER BY file_nr, nr) AS before FROM (${[...earlier, own].join(' UNION ALL ')}) WHERE ${condition}`;
  return [`sequence${index} AS (SELECT * FROM (${rows}) WHERE file_nr = ${files.length})`];
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
