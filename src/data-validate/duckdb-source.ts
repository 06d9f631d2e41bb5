import { sqlFile, sqlString } from '../engine/engine.js';
import type { CsvForm, Newline, Partition, Table, TableFile } from './table.js';

/** A record larger than this is refused: the engine must hold it in one buffer. Bytes. */
export const longestCsvRecord = 2_000_000;
export const longestJsonLine = 8 * 1024 * 1024;

/**
 * What stands after FROM to read a table, or one file of it: columns `c0` … by position, so that names in the data never become
 * SQL. With `numbered`, a column `nr` counts the rows of that one file from 1.
 */
export function printSource(table: Table, files: readonly TableFile[], numbered: boolean): string {
  const parts = [...groupByNewline(files)].map(([newline, group]) =>
    printRead(table, group, newline, numbered),
  );
  return parts.length === 1 ? `(${parts[0]})` : `(${parts.map((part) => `(${part})`).join(' UNION ALL ')})`;
}

/** DuckDB takes one kind of line end per call. */
function groupByNewline(files: readonly TableFile[]): ReadonlyMap<Newline, readonly TableFile[]> {
  const groups = new Map<Newline, TableFile[]>();
  for (const file of files) groups.set(file.newline, [...(groups.get(file.newline) ?? []), file]);
  return groups;
}

function printRead(table: Table, files: readonly TableFile[], newline: Newline, numbered: boolean): string {
  const paths = `[${files.map(({ path }) => sqlFile(path)).join(', ')}]`;
  const names = table.columns.map((_, i) => `c${i}`);
  switch (table.format) {
    case 'csv': {
      const select = numbered ? 'SELECT *, row_number() OVER () AS nr' : 'SELECT *';
      return `${select} FROM ${printCsv(paths, names, table.csv, newline)}`;
    }
    case 'parquet': {
      const row = numbered ? ', row_nr + 1 AS nr' : '';
      return `SELECT ${names.join(', ')}${row} FROM ${printParquet(paths, names, table.partitions)}`;
    }
    case 'jsonl': {
      const pointers = table.columns.map(({ name }) => sqlString(jsonPointer(name)));
      const row = numbered ? 'nr, ' : '';
      const cells = names.map((name, i) => `cells[${i + 1}] AS ${name}`).join(', ');
      return `SELECT ${row}${cells || '1'} FROM (SELECT ${row}json_extract(line, CAST([${pointers.join(', ')}] AS VARCHAR[])) AS cells FROM ${printLines(paths, newline, numbered)})`;
    }
  }
}

/** The engine puts the number of the row between a file's own columns and those of its folders, these sorted by name. */
function printParquet(paths: string, names: readonly string[], partitions: readonly Partition[]): string {
  const own = names.length - partitions.length;
  const types = partitions.map(({ name, type }) => `${sqlString(name)}: ${type}`);
  const hive =
    types.length === 0
      ? 'hive_partitioning = false'
      : `hive_partitioning = true, hive_types = {${types.join(', ')}}`;
  const columns = [...names.slice(0, own), 'row_nr', ...names.slice(own)];
  return `read_parquet(${paths}, file_row_number = true, ${hive}) t(${columns.join(', ')})`;
}

/** Everything said, so that nothing is guessed; every cell as text, so that a bad one is a finding and not a crash. */
function printCsv(paths: string, names: readonly string[], form: CsvForm, newline: Newline): string {
  const options = [
    'auto_detect = false',
    `header = ${form.header}`,
    `delim = ${sqlString(form.delimiter)}`,
    `quote = ${sqlString(form.quote)}`,
    `escape = ${sqlString(form.quote)}`,
    "comment = ''",
    `new_line = ${sqlString(newline === '\n' ? '\\n' : '\\r\\n')}`,
    `nullstr = [${form.nullValues.map(sqlString).join(', ')}]`,
    `max_line_size = ${longestCsvRecord}`,
    // Set to true, it loses the rows of files with CRLF (1.5.5); CsvScanner has held the file to RFC 4180 already.
    'strict_mode = false',
    'null_padding = false',
    `columns = {${names.map((name) => `${name}: 'VARCHAR'`).join(', ')}}`,
  ];
  return `read_csv(${paths}, ${options.join(', ')})`;
}

/** JSON lines that are not blank, as `line`; with `numbered`, `nr` is their line in the file, blank ones counted. */
export function printLines(paths: string, newline: Newline, numbered: boolean): string {
  const options = [
    'auto_detect = false',
    'header = false',
    "delim = ''",
    "quote = ''",
    "escape = ''",
    "comment = ''",
    "nullstr = ''",
    `new_line = ${sqlString(newline === '\n' ? '\\n' : '\\r\\n')}`,
    `max_line_size = ${longestJsonLine}`,
    "columns = {line: 'VARCHAR'}",
  ];
  const lines = `read_csv(${paths}, ${options.join(', ')})`;
  const counted = numbered ? `(SELECT row_number() OVER () AS nr, line FROM ${lines})` : lines;
  return `(SELECT ${numbered ? 'nr, ' : ''}line FROM ${counted} WHERE line IS NOT NULL)`;
}

/** RFC 6901: the one way to name any key in DuckDB's JSON functions without quoting rules of its own. */
function jsonPointer(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
