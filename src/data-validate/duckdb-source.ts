import { createHash } from 'node:crypto';
import { sqlFile, sqlString } from '../engine/engine.js';
import type { CsvForm, Newline, Table, TableFile } from './table.js';

/** A record larger than this is refused: the engine must hold it in one buffer. Bytes. */
export const longestCsvRecord = 2_000_000;
export const longestJsonLine = 8 * 1024 * 1024;

/**
 * What stands after FROM to read a table, or one file of it: columns `c0` … by position, so that names in the data never become
 * SQL. With `numbered`, a column `nr` counts the rows of that one file from 1.
 *
 * @param asNumbers columns of a CSV file to read as DOUBLE: where one holds anything else, the engine refuses to.
 */
export function printSource(
  table: Table,
  files: readonly TableFile[],
  numbered: boolean,
  asNumbers: ReadonlySet<number> = new Set(),
): string {
  const parts = groupAlike(files).map((group) => printRead(table, group, numbered, asNumbers));
  return parts.length === 1 ? `(${parts[0]})` : `(${parts.map((part) => `(${part})`).join(' UNION ALL ')})`;
}

/** The table of the engine that a file was loaded into; the engine's names do not tell upper case from lower. */
export function loadedName(path: string): string {
  return `loaded_${createHash('sha256').update(path).digest('hex').slice(0, 32)}`;
}

/** DuckDB takes one kind of line end per call, and what folders say is said once for all files in them. */
function groupAlike(files: readonly TableFile[]): readonly (readonly TableFile[])[] {
  const groups = new Map<string, TableFile[]>();
  for (const file of files) {
    const key = JSON.stringify([file.newline, ...file.folders]);
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

function printRead(
  table: Table,
  files: readonly TableFile[],
  numbered: boolean,
  asNumbers: ReadonlySet<number>,
): string {
  const { newline = '\n', folders = [] } = files[0] ?? {};
  const paths = `[${files.map(({ path }) => sqlFile(path)).join(', ')}]`;
  const names = table.columns.map((_, i) => `c${i}`);
  const own = names.slice(0, names.length - table.partitions.length);
  const ofFolders = table.partitions.map(({ type }, i) => {
    const value = folders[i] ?? null;
    return `CAST(${value === null ? 'NULL' : sqlString(value)} AS ${type}) AS c${own.length + i}`;
  });
  const select = (number: string, cells: readonly string[]) =>
    `SELECT ${[...cells, ...ofFolders, ...(numbered ? [`${number} AS nr`] : [])].join(', ') || '1'}`;
  switch (table.format) {
    case 'csv':
      return `${select('row_number() OVER ()', own)} FROM ${printCsv(paths, own, table.csv, newline, asNumbers)}`;
    case 'parquet':
      return `${select('row_nr + 1', own)} FROM read_parquet(${paths}, file_row_number = true, hive_partitioning = false) t(${[...own, 'row_nr'].join(', ')})`;
    case 'arrow':
      return files
        .map(({ path }) => `${select('rowid + 1', own)} FROM ${loadedName(path)}`)
        .join(' UNION ALL ');
    case 'jsonl': {
      const pointers = table.columns.slice(0, own.length).map(({ name }) => sqlString(jsonPointer(name)));
      const cells = own.map((name, i) => `cells[${i + 1}] AS ${name}`);
      return `${select('nr', cells)} FROM (SELECT ${numbered ? 'nr, ' : ''}json_extract(line, CAST([${pointers.join(', ')}] AS VARCHAR[])) AS cells FROM ${printLines(paths, newline, numbered)})`;
    }
  }
}

/** Everything said, so that nothing is guessed; cells as text, so that a bad one is a finding and not a crash. */
function printCsv(
  paths: string,
  names: readonly string[],
  form: CsvForm,
  newline: Newline,
  asNumbers: ReadonlySet<number>,
): string {
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
    `buffer_size = ${4 * longestCsvRecord}`,
    // Set to true, it loses the rows of files with CRLF (1.5.5); CsvScanner has held the file to RFC 4180 already.
    'strict_mode = false',
    'null_padding = false',
    `columns = {${names.map((name, i) => `${name}: '${asNumbers.has(i) ? 'DOUBLE' : 'VARCHAR'}'`).join(', ')}}`,
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
