import type { CellType } from './plan.js';
import type { Table } from './table.js';

/** ISO 8601 with `T` or a space, seconds, fraction and offset optional; a day alone is its midnight. */
const timePattern = String.raw`\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?`;

/**
 * The views of one column over the source's `c<i>`, each printed once and named: `r` the value as it is (NULL where missing),
 * `t` its text, `n` its number, `d` its time in UTC, `k` its type. Later ones build on earlier ones.
 */
export function printCells(table: Table, column: number): readonly string[] {
  const c = `c${column}`;
  const r = `r${column}`;
  switch (table.format) {
    case 'csv':
      return [`${c} AS r${column}`, ...textCells(column, r)];
    case 'jsonl':
      return [
        `CASE WHEN json_type(${c}) <> 'NULL' THEN CAST(${c} AS VARCHAR) END AS ${r}`,
        ...jsonCells(column),
      ];
    case 'parquet':
      return typedCells(column, table.columns[column]?.type ?? 'other');
  }
}

/**
 * A number as CSV writes it: DuckDB's cast without its underscores and without NaN. Spaces around it are accepted, as every
 * reader of CSV does.
 */
const numberOf = (text: string) =>
  `CASE WHEN NOT contains(${text}, '_') THEN nullif(TRY_CAST(${text} AS DOUBLE), CAST('nan' AS DOUBLE)) END`;

/** The pattern keeps out what the cast would take (`epoch`, `infinity`, years BC); LIKE keeps most texts from the pattern. */
const timeOf = (text: string) =>
  `CASE WHEN ${text} LIKE '____-__-__%' AND regexp_full_match(${text}, '${timePattern}') THEN TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' END`;

const dayOrTime = (text: string) => `CASE WHEN length(${text}) = 10 THEN 'date' ELSE 'timestamp' END`;

function textCells(i: number, text: string): readonly string[] {
  const whole = ['.', 'e', 'E'].map((sign) => `contains(t${i}, '${sign}')`).join(' OR ');
  return [
    `${text} AS t${i}`,
    `${numberOf(`t${i}`)} AS n${i}`,
    `${timeOf(`t${i}`)} AS d${i}`,
    `CASE WHEN t${i} IS NULL THEN NULL` +
      ` WHEN n${i} IS NOT NULL THEN CASE WHEN isinf(n${i}) OR ${whole} THEN 'number' ELSE 'integer' END` +
      ` WHEN lower(t${i}) IN ('true', 'false') THEN 'boolean'` +
      ` WHEN d${i} IS NOT NULL THEN ${dayOrTime(`t${i}`)} ELSE 'text' END AS k${i}`,
  ];
}

function jsonCells(i: number): readonly string[] {
  const is = (...types: readonly string[]) =>
    `json_type(c${i}) IN (${types.map((type) => `'${type}'`).join(', ')})`;
  return [
    `CASE WHEN json_type(c${i}) <> 'NULL' THEN c${i} ->> '$' END AS t${i}`,
    `CASE WHEN ${is('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE')} THEN nullif(TRY_CAST(t${i} AS DOUBLE), CAST('nan' AS DOUBLE)) END AS n${i}`,
    `CASE WHEN ${is('VARCHAR')} THEN ${timeOf(`t${i}`)} END AS d${i}`,
    `CASE WHEN ${is('BIGINT', 'UBIGINT', 'HUGEINT')} THEN 'integer' WHEN ${is('DOUBLE')} THEN 'number'` +
      ` WHEN ${is('BOOLEAN')} THEN 'boolean' WHEN d${i} IS NOT NULL THEN ${dayOrTime(`t${i}`)}` +
      ` WHEN ${is('VARCHAR')} THEN 'text' WHEN ${is('ARRAY', 'OBJECT')} THEN 'other' END AS k${i}`,
  ];
}

/** NaN is a missing value, as in pandas and Great Expectations. */
function typedCells(i: number, type: CellType): readonly string[] {
  const r = type === 'number' ? `nullif(c${i}, CAST('nan' AS DOUBLE))` : `c${i}`;
  const isNumber = type === 'integer' || type === 'number';
  const isTime = type === 'date' || type === 'timestamp';
  const time =
    type === 'date'
      ? `CAST(r${i} AS TIMESTAMP)`
      : `CAST(CAST(r${i} AS TIMESTAMPTZ) AT TIME ZONE 'UTC' AS TIMESTAMP)`;
  return [
    `${r} AS r${i}`,
    `CAST(r${i} AS VARCHAR) AS t${i}`,
    `${isNumber ? `CAST(r${i} AS DOUBLE)` : 'CAST(NULL AS DOUBLE)'} AS n${i}`,
    `${isTime ? time : 'CAST(NULL AS TIMESTAMP)'} AS d${i}`,
    `CASE WHEN r${i} IS NOT NULL THEN '${type}' END AS k${i}`,
  ];
}
