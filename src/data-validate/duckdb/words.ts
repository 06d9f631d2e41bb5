import { sqlName, sqlString } from '../../engine/engine.js';
import { printSource } from '../duckdb-source.js';
import type { SqlWords } from '../sql/words.js';
import type { Table } from '../table.js';
import { printCells } from './cells.js';
import { refusedTexts } from './judged-cells.js';

export const duckDbWords: SqlWords = {
  text: sqlString,
  name: sqlName,
  number: printNumber,
  time: (value) => `CAST(${sqlString(value)} AS TIMESTAMP)`,
  cells(table, uses) {
    const asNumbers = new Set([...likelyNumbers(table)].filter((column) => uses.areNumbers(column)));
    return printCells(table, uses, printSource(table, table.files, false, asNumbers), { asNumbers });
  },
  numberedCells: (table, uses, file) =>
    printCells(table, uses, printSource(table, [file], true), { kept: ['nr'] }),
  timeText: (time) => `CAST(${time} AS VARCHAR)`,
  seconds: (time) => `epoch(${time})`,
  length: (text) => `length(${text})`,
  matches: (text, pattern) => `regexp_matches(${text}, ${sqlString(pattern)})`,
  like: (text, pattern, escapedBy) =>
    `${text} LIKE ${sqlString(pattern)}${escapedBy === undefined ? '' : ` ESCAPE ${sqlString(escapedBy)}`}`,
  isNan: (column, table) => printSpecial(column, table, 'isnan', ['nan']),
  isInfinite: (column, table) => printSpecial(column, table, 'isinf', ['inf', 'infinity']),
  refusedTexts,
  row: (parts) => (parts.length === 1 ? (parts[0] ?? '') : `row(${parts.join(', ')})`),
  // Kahan's sum hardly depends on the order of rows but yields NaN where a value is infinite.
  sum: (number) => `coalesce(nullif(fsum(${number}), ${nan}), sum(${number}))`,
  mean: (number) => `coalesce(nullif(favg(${number}), ${nan}), avg(${number}))`,
  deviation: (number, areFinite) =>
    areFinite ? `stddev_samp(${number})` : `stddev_samp(CASE WHEN isfinite(${number}) THEN ${number} END)`,
  correlation: (a, b) => `corr(${a}, ${b})`,
  estimate: (value) => `approx_count_distinct(${value})`,
  countsDistinctBeside: true,
  quantiles: (number, shares) => {
    const list = `[${shares.map(printNumber).join(', ')}]`;
    return { discrete: `quantile_disc(${number}, ${list})`, linear: `quantile_cont(${number}, ${list})` };
  },
};

const nan = "CAST('nan' AS DOUBLE)";

/** None where the reader could take an underscore for a part of a number. */
function likelyNumbers(table: Table): ReadonlySet<number> {
  return (table.format === 'csv' && !table.underscored && table.likelyNumbers) || new Set();
}

/** With an exponent, so that DuckDB reads a DOUBLE and not a DECIMAL. */
function printNumber(value: number): string {
  if (!Number.isFinite(value)) return `CAST('${value}' AS DOUBLE)`;
  const text = String(value);
  return text.includes('e') ? text : `${text}e0`;
}

/** Of a typed column by its value; of text by how NumPy and Python write it. */
function printSpecial(column: number, table: Table, test: string, written: readonly string[]): string {
  const { declared = null } = table.columns[column] ?? {};
  if (declared !== null) return /^(FLOAT|DOUBLE)$/.test(declared) ? `${test}(c${column})` : 'false';
  const text = table.format === 'jsonl' ? `c${column} ->> '$'` : `c${column}`;
  return `ltrim(lower(trim(${text})), '+-') IN (${written.map(sqlString).join(', ')})`;
}
