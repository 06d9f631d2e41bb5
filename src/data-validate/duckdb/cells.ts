import type { CellType } from '../plan.js';
import { nestedSelect } from '../sql/nested-select.js';
import { typeCode } from '../sql/type-code.js';
import type { CellView, Uses } from '../sql/views.js';
import type { Table } from '../table.js';

/** What each `SELECT` adds of one column. */
type Steps = readonly [readonly string[], readonly string[], readonly string[], readonly string[]];

interface Source {
  /** Columns that come along as they are. */
  readonly kept?: readonly string[];
  /** Columns of a CSV file that it gives as DOUBLE. */
  readonly asNumbers?: ReadonlySet<number>;
}

/** `SELECT` with the views in `uses`, over a source of columns `c0` …. */
export function printCells(
  table: Table,
  uses: Uses,
  source: string,
  { kept = [], asNumbers = new Set() }: Source,
): string {
  const steps = uses.all.map(([column, views]) =>
    asNumbers.has(column) ? numberCells(column) : printSteps(table, column, views),
  );
  const [first = [], ...more] = [0, 1, 2, 3].map((step) => steps.flatMap((cells) => cells[step] ?? []));
  return nestedSelect(source, [[...kept, ...first], ...more]);
}

function printSteps(table: Table, column: number, asked: ReadonlySet<CellView>): Steps {
  const typed = table.columns[column]?.type;
  if (typed) return typedCells(column, typed, table.columns[column]?.declared ?? '', asked);
  const views = new Set(asked);
  if (views.has('k')) for (const view of ['r', 't', 'n', 'd'] as const) views.add(view);
  if (views.has('n') || views.has('d')) views.add('t');
  if (table.format === 'jsonl') return jsonCells(column, views);
  return textCells(column, views, table.format !== 'csv' || table.underscored);
}

/** Those of the expressions whose view is wanted. */
function wanted(
  views: ReadonlySet<CellView>,
  expressions: readonly (readonly [CellView, string])[],
): readonly string[] {
  return expressions.flatMap(([view, sql]) => (views.has(view) ? [sql] : []));
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
function textCells(i: number, views: ReadonlySet<CellView>, underscored: boolean): Steps {
  const plain = underscored ? ` AND NOT contains(t${i}, '_')` : '';
  const fraction = ['.', 'e', 'E'].map((sign) => `contains(t${i}, '${sign}')`).join(' OR ');
  return [
    wanted(views, [
      ['c', `c${i}`],
      ['r', `c${i} AS r${i}`],
      ['t', `c${i} AS t${i}`],
    ]),
    wanted(views, [
      ['n', `CASE WHEN ${startsLikeNumber(`t${i}`)}${plain} THEN TRY_CAST(t${i} AS DOUBLE) END AS x${i}`],
      ['d', `CASE WHEN ${startsLikeNumber(`t${i}`)} THEN ${timeOf(`t${i}`)} END AS d${i}`],
    ]),
    wanted(views, [['n', `CASE WHEN isfinite(x${i}) THEN x${i} END AS n${i}`]]),
    wanted(views, [
      [
        'k',
        [
          `CASE WHEN t${i} IS NULL THEN NULL`,
          `WHEN n${i} IS NOT NULL THEN CASE WHEN ${fraction} THEN ${typeCode('number')} ELSE ${typeCode('integer')} END`,
          `WHEN d${i} IS NOT NULL THEN ${codeOfTime(i)}`,
          `WHEN strlen(t${i}) IN (4, 5) AND lower(t${i}) IN ('true', 'false') THEN ${typeCode('boolean')}`,
          `ELSE ${typeCode('text')} END AS k${i}`,
        ].join(' '),
      ],
    ]),
  ];
}

/** What `textCells` makes of a number: the reader casts as TRY_CAST does. */
function numberCells(i: number): Steps {
  return [[`c${i} AS r${i}`, `CASE WHEN isfinite(c${i}) THEN c${i} END AS n${i}`], [], [], []];
}

function jsonCells(i: number, views: ReadonlySet<CellView>): Steps {
  const is = (...types: readonly string[]) => `j${i} IN (${types.map((type) => `'${type}'`).join(', ')})`;
  const integers = ['BIGINT', 'UBIGINT', 'HUGEINT'];
  return [
    [`c${i}`, `json_type(c${i}) AS j${i}`],
    wanted(views, [
      ['r', `CASE WHEN j${i} <> 'NULL' THEN CAST(c${i} AS VARCHAR) END AS r${i}`],
      ['t', `CASE WHEN j${i} <> 'NULL' THEN c${i} ->> '$' END AS t${i}`],
    ]),
    wanted(views, [
      [
        'n',
        `CASE WHEN ${is(...integers, 'DOUBLE')} THEN nullif(TRY_CAST(t${i} AS DOUBLE), CAST('nan' AS DOUBLE)) END AS n${i}`,
      ],
      [
        'd',
        `CASE WHEN ${is('VARCHAR')} AND ${startsLikeNumber(`t${i}`)} THEN ${timeOf(`t${i}`)} END AS d${i}`,
      ],
    ]),
    wanted(views, [
      [
        'k',
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
    ]),
  ];
}

/** NaN is a missing value, as in pandas and Great Expectations. */
function typedCells(i: number, type: CellType, declared: string, views: ReadonlySet<CellView>): Steps {
  const mayBeNan = /^(FLOAT|DOUBLE)$/.test(declared);
  const isNumber = type === 'integer' || type === 'number';
  const isTime = type === 'date' || type === 'timestamp';
  return [
    [
      `${mayBeNan ? `nullif(c${i}, CAST('nan' AS DOUBLE))` : `c${i}`} AS r${i}`,
      ...wanted(views, [['c', `c${i}`]]),
    ],
    wanted(views, [
      ['t', `CAST(r${i} AS VARCHAR) AS t${i}`],
      ['n', `${isNumber ? `CAST(r${i} AS DOUBLE)` : 'CAST(NULL AS DOUBLE)'} AS n${i}`],
      ['d', `${isTime ? `CAST(r${i} AS TIMESTAMP)` : 'CAST(NULL AS TIMESTAMP)'} AS d${i}`],
      ['k', `CASE WHEN r${i} IS NOT NULL THEN ${typeCode(type)} END AS k${i}`],
    ]),
    [],
    [],
  ];
}
