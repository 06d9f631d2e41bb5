import type { Speaker, Tables } from '../dialect.js';
import { measure } from '../measure.js';
import {
  allOf,
  type CellType,
  cellTypes,
  countIn,
  countWhere,
  type Figures,
  type Metric,
  missing,
  not,
  numberIn,
  type Predicate,
  rowCount,
  tallyIn,
} from '../plan.js';

/** What a suite is suggested from: figures of one column. */
export interface ColumnSketch {
  readonly name: string;
  readonly rows: number;
  readonly nulls: number;
  readonly distinct: number;
  /** Of its values, each at most once in the list. */
  readonly types: ReadonlyMap<CellType, number>;
  /** Of numbers; null where there are none. */
  readonly numbers: {
    readonly low: number;
    readonly high: number;
    readonly min: number;
    readonly max: number;
  } | null;
  /** Distinct values with their counts, where there are few. */
  readonly values: readonly {
    readonly text: string;
    readonly number: number | null;
    readonly count: number;
  }[];
  readonly longest: number;
  /** The forms that every value has. */
  readonly forms: readonly string[];
}

/** More distinct values than this are no set. */
const mostMembers = 30;

/** Forms that are worth a pattern of their own. */
export const forms: Readonly<Record<string, string>> = {
  email: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
  uuid: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
  url: '^https?://[^\\s]+$',
  'country code': '^[A-Z]{2}$',
};

/** The lengths that are tried, so that the longest text is bounded without being looked at. */
const lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 100_000, 10_000_000];

/** Takes the figures of every column in as few scans as they need. */
export async function sketchColumns(
  speaker: Speaker,
  tables: Tables,
  shown: string,
): Promise<readonly ColumnSketch[]> {
  const { columns } = tables.table;
  const first = columns.flatMap((_, column) => firstMetrics(column));
  const figures = await measure(speaker, tables, [rowCount, ...first], shown);
  const few = columns.flatMap((_, column) =>
    countIn(figures, distinctOf(column)) <= mostMembers ? [valuesOf(column)] : [],
  );
  const all = await measure(speaker, tables, few, shown, figures);
  return columns.map(({ name }, column) => sketch(name, column, all));
}

const present = (column: number): Predicate => not(missing(column));
const isType = (column: number, type: CellType): Metric => countWhere({ kind: 'is', column, types: [type] });
const distinctOf = (column: number): Metric => ({
  kind: 'distinct',
  columns: [column],
  where: present(column),
});
const quantileOf = (column: number, at: number): Metric => ({
  kind: 'quantile',
  column,
  at,
  interpolation: 'linear',
});
const valuesOf = (column: number): Metric => ({
  kind: 'tally',
  columns: [column],
  most: mostMembers,
  where: present(column),
});
const hasForm = (column: number, pattern: string): Metric =>
  countWhere(allOf(present(column), { kind: 'matches', column, pattern }));
const longerThan = (column: number, length: number): Metric =>
  countWhere({
    kind: 'within',
    column,
    view: 'length',
    range: { min: length, strictMin: true, strictMax: false },
  });

function firstMetrics(column: number): readonly Metric[] {
  return [
    countWhere(missing(column)),
    distinctOf(column),
    ...cellTypes.map((type) => isType(column, type)),
    { kind: 'min', column, view: 'number' },
    { kind: 'max', column, view: 'number' },
    quantileOf(column, 0.01),
    quantileOf(column, 0.99),
    ...Object.values(forms).map((pattern) => hasForm(column, pattern)),
    ...lengths.map((length) => longerThan(column, length)),
  ];
}

function sketch(name: string, column: number, figures: Figures): ColumnSketch {
  const rows = countIn(figures, rowCount);
  const nulls = countIn(figures, countWhere(missing(column)));
  const distinct = countIn(figures, distinctOf(column));
  const values = rows - nulls;
  return {
    name,
    rows,
    nulls,
    distinct,
    types: new Map(cellTypes.map((type) => [type, countIn(figures, isType(column, type))])),
    numbers: numbersOf(column, figures),
    values:
      distinct > mostMembers
        ? []
        : tallyIn(figures, valuesOf(column)).entries.map(({ texts: [text], numbers: [number], count }) => ({
            text: text ?? '',
            number: number ?? null,
            count,
          })),
    longest:
      lengths.find((length) => countIn(figures, longerThan(column, length)) === 0) ??
      Number.POSITIVE_INFINITY,
    forms: Object.entries(forms)
      .filter(([, pattern]) => values > 0 && countIn(figures, hasForm(column, pattern)) === values)
      .map(([form]) => form),
  };
}

function numbersOf(column: number, figures: Figures): ColumnSketch['numbers'] {
  const [min, max, low, high] = [
    { kind: 'min', column, view: 'number' } as const,
    { kind: 'max', column, view: 'number' } as const,
    quantileOf(column, 0.01),
    quantileOf(column, 0.99),
  ].map((metric) => numberIn(figures, metric));
  if (typeof min !== 'number' || typeof max !== 'number') return null;
  return { min, max, low: low ?? min, high: high ?? max };
}
