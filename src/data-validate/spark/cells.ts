import { nestedSelect } from '../sql/nested-select.js';
import { typeCode } from '../sql/type-code.js';
import type { CellView, Uses } from '../sql/views.js';
import type { Column, Table } from '../table.js';

type WrittenIn3 = readonly [readonly string[], readonly string[], readonly string[]];

/** `SELECT` with the views in `uses`, over the view of Spark's that holds the table as columns `c0` …. */
export function printCells({ files, columns }: Table, uses: Uses): string {
  const steps = uses.all.map(([column, views]) => printSteps(column, columns[column], views));
  return nestedSelect(
    files[0]?.path ?? '',
    [0, 1, 2, 3].map((step) => steps.flatMap((cells) => cells[step] ?? [])),
  );
}

function printSteps(
  i: number,
  column: Column | undefined,
  views: ReadonlySet<CellView>,
): readonly (readonly string[])[] {
  const { type, declared } = column ?? {};
  if (!type || !declared) throw new Error('Spark judges typed columns alone');
  const wanted = (view: CellView, ...sql: readonly string[]) => (views.has(view) ? sql : []);
  const written: WrittenIn3 = isFloat(declared)
    ? textOfDouble(i)
    : [[], [], [`${textOf(`r${i}`, declared)} AS t${i}`]];
  const isNumber = type === 'integer' || type === 'number';
  const isTime = type === 'date' || type === 'timestamp';
  return [
    [`${cellValue(`c${i}`, declared)} AS r${i}`, ...wanted('c', `c${i}`)],
    [
      ...wanted('t', ...written[0]),
      ...wanted('n', `${isNumber ? `CAST(r${i} AS DOUBLE)` : 'CAST(NULL AS DOUBLE)'} AS n${i}`),
      ...wanted('d', `${isTime ? `CAST(r${i} AS TIMESTAMP)` : 'CAST(NULL AS TIMESTAMP)'} AS d${i}`),
      ...wanted('k', `CASE WHEN r${i} IS NOT NULL THEN ${typeCode(type)} END AS k${i}`),
    ],
    wanted('t', ...written[1]),
    wanted('t', ...written[2]),
  ];
}

/** NaN is a missing value, as in pandas and Great Expectations; maps cannot be grouped by as they are. */
function cellValue(cell: string, declared: string): string {
  if (isFloat(declared)) return `CASE WHEN isnan(${cell}) THEN NULL ELSE ${cell} END`;
  return declared.startsWith('MAP') ? `to_json(${cell})` : cell;
}

export function isFloat(declared: string | null): boolean {
  return declared === 'FLOAT' || declared === 'DOUBLE';
}

/** As DuckDB writes it. */
function textOf(value: string, declared: string): string {
  const [, scale] = /^DECIMAL\(\d+,(\d+)\)$/.exec(declared) ?? [];
  // A cast would write small ones as 1E-7.
  if (scale !== undefined)
    return `format_number(${value}, '${scale === '0' ? '0' : `0.${'0'.repeat(Number(scale))}`}')`;
  if (declared === 'TIMESTAMP WITH TIME ZONE') return `concat(CAST(${value} AS STRING), '+00')`;
  if (/^(STRUCT|ARRAY)/.test(declared)) return `to_json(${value})`;
  return declared === 'BLOB' ? `hex(${value})` : `CAST(${value} AS STRING)`;
}

/**
 * Java writes 1.0E7 where DuckDB writes 10000000.0, and 1.0E20 where it writes 1e+20. In three steps: Java's text; its digits and
 * exponent; the text.
 */
function textOfDouble(i: number): WrittenIn3 {
  const part = (group: number) =>
    String.raw`regexp_extract(s${i}, '^-?([0-9])\u005c.([0-9]+)E(-?[0-9]+)$', ${group})`;
  const sign = `CASE WHEN s${i} LIKE '-%' THEN '-' ELSE '' END`;
  const fraction = `CASE WHEN ${part(2)} = '0' THEN '' ELSE ${part(2)} END`;
  const digits = `concat(g${i}, f${i})`;
  const scientific = `concat(g${i}, CASE WHEN f${i} = '' THEN '' ELSE '.' END, f${i}, 'e', CASE WHEN e${i} < 0 THEN '-' ELSE '+' END, CASE WHEN abs(e${i}) < 10 THEN '0' ELSE '' END, abs(e${i}))`;
  return [
    [`CAST(r${i} AS STRING) AS s${i}`],
    [`${part(1)} AS g${i}`, `${fraction} AS f${i}`, `CAST(${part(3)} AS INT) AS e${i}`],
    [
      [
        `CASE WHEN s${i} LIKE '%Infinity' THEN concat(${sign}, 'inf')`,
        `WHEN e${i} IS NULL THEN s${i}`,
        `ELSE concat(${sign}, CASE WHEN e${i} >= 16 OR e${i} < -4 THEN ${scientific}`,
        `WHEN e${i} < 0 THEN concat('0.', repeat('0', -e${i} - 1), ${digits})`,
        `WHEN length(${digits}) <= e${i} + 1 THEN concat(rpad(${digits}, e${i} + 1, '0'), '.0')`,
        `ELSE concat(substr(${digits}, 1, e${i} + 1), '.', substr(${digits}, e${i} + 2)) END) END AS t${i}`,
      ].join(' '),
    ],
  ];
}
