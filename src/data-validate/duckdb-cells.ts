import { type CellType, cellTypes } from './plan.js';
import type { Table } from './table.js';

/**
 * The views of columns over the source's `c<i>`: `r` the value as it is (NULL where missing), `t` its text, `n` its number, `d` its
 * time in UTC, `k` its type as `typeCode` numbers it. In steps, each a SELECT over the one before: DuckDB computes a named
 * column once, but an expression again wherever it stands inside CASE.
 */
type CellSteps = readonly [readonly string[], readonly string[], readonly string[], readonly string[]];

export function printSteps(table: Table, column: number): CellSteps {
  switch (table.format) {
    case 'csv':
      return textCells(column);
    case 'jsonl':
      return jsonCells(column);
    case 'parquet':
      return typedCells(column, table.columns[column]?.type ?? 'other');
  }
}

export function typeCode(type: CellType): number {
  return cellTypes.indexOf(type) + 1;
}

const day = String.raw`\d{4}-\d{2}-\d{2}`;
const clock = String.raw`[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?`;
/** ISO 8601 with `T` or a space; seconds and fraction optional, but not before an offset. A day alone is its midnight. */
const localTime = `${day}(${clock})?`;
const zonedTime = `${day}${String.raw`[T ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?`}(Z|[+-]${String.raw`\d{2}(:?\d{2})?`})`;

/** Digits, signs, the point and the space come before it: no other text can be a number or a time, and casts are dear. */
const startsLikeNumber = (text: string) => `${text} < ':'`;

/** The patterns keep out what the casts would take (`epoch`, years BC, a time in a day); the cast would drop an offset. */
function timeOf(text: string): string {
  const local = `WHEN regexp_full_match(${text}, '${localTime}') THEN TRY_CAST(${text} AS TIMESTAMP)`;
  const zoned = `WHEN regexp_full_match(${text}, '${zonedTime}') THEN TRY_CAST(${text} AS TIMESTAMPTZ) AT TIME ZONE 'UTC'`;
  return `CASE WHEN NOT (${text} LIKE '____-__-__%') THEN NULL ${local} ${zoned} END`;
}

const codeOfTime = (i: number) =>
  `CASE WHEN length(t${i}) = 10 THEN ${typeCode('date')} ELSE ${typeCode('timestamp')} END`;

/** A CSV number is finite and decimal: DuckDB's cast would also take underscores, `inf` and `nan`. Spaces around are accepted. */
function textCells(i: number): CellSteps {
  const fraction = ['.', 'e', 'E'].map((sign) => `contains(t${i}, '${sign}')`).join(' OR ');
  return [
    [`c${i} AS r${i}`, `c${i} AS t${i}`],
    [
      `CASE WHEN ${startsLikeNumber(`t${i}`)} AND NOT contains(t${i}, '_') THEN TRY_CAST(t${i} AS DOUBLE) END AS x${i}`,
      `CASE WHEN ${startsLikeNumber(`t${i}`)} THEN ${timeOf(`t${i}`)} END AS d${i}`,
    ],
    [`CASE WHEN isfinite(x${i}) THEN x${i} END AS n${i}`],
    [
      [
        `CASE WHEN t${i} IS NULL THEN NULL`,
        `WHEN n${i} IS NOT NULL THEN CASE WHEN ${fraction} THEN ${typeCode('number')} ELSE ${typeCode('integer')} END`,
        `WHEN d${i} IS NOT NULL THEN ${codeOfTime(i)}`,
        `WHEN strlen(t${i}) IN (4, 5) AND lower(t${i}) IN ('true', 'false') THEN ${typeCode('boolean')}`,
        `ELSE ${typeCode('text')} END AS k${i}`,
      ].join(' '),
    ],
  ];
}

function jsonCells(i: number): CellSteps {
  const is = (...types: readonly string[]) => `j${i} IN (${types.map((type) => `'${type}'`).join(', ')})`;
  const integers = ['BIGINT', 'UBIGINT', 'HUGEINT'];
  return [
    [`c${i}`, `json_type(c${i}) AS j${i}`],
    [
      `CASE WHEN j${i} <> 'NULL' THEN CAST(c${i} AS VARCHAR) END AS r${i}`,
      `CASE WHEN j${i} <> 'NULL' THEN c${i} ->> '$' END AS t${i}`,
    ],
    [
      `CASE WHEN ${is(...integers, 'DOUBLE')} THEN nullif(TRY_CAST(t${i} AS DOUBLE), CAST('nan' AS DOUBLE)) END AS n${i}`,
      `CASE WHEN ${is('VARCHAR')} AND ${startsLikeNumber(`t${i}`)} THEN ${timeOf(`t${i}`)} END AS d${i}`,
    ],
    [
      [
        `CASE WHEN r${i} IS NULL THEN NULL`,
        `WHEN ${is(...integers)} THEN ${typeCode('integer')}`,
        `WHEN ${is('DOUBLE')} THEN ${typeCode('number')}`,
        `WHEN ${is('BOOLEAN')} THEN ${typeCode('boolean')}`,
        `WHEN d${i} IS NOT NULL THEN ${codeOfTime(i)}`,
        `WHEN ${is('VARCHAR')} THEN ${typeCode('text')}`,
        `ELSE ${typeCode('other')} END AS k${i}`,
      ].join(' '),
    ],
  ];
}

/** NaN is a missing value, as in pandas and Great Expectations. */
function typedCells(i: number, type: CellType): CellSteps {
  return [
    [`${type === 'number' ? `nullif(c${i}, CAST('nan' AS DOUBLE))` : `c${i}`} AS r${i}`],
    [
      `CAST(r${i} AS VARCHAR) AS t${i}`,
      `${type === 'integer' || type === 'number' ? `CAST(r${i} AS DOUBLE)` : 'CAST(NULL AS DOUBLE)'} AS n${i}`,
      `${type === 'date' || type === 'timestamp' ? `CAST(r${i} AS TIMESTAMP)` : 'CAST(NULL AS TIMESTAMP)'} AS d${i}`,
      `CASE WHEN r${i} IS NOT NULL THEN ${typeCode(type)} END AS k${i}`,
    ],
    [],
    [],
  ];
}
