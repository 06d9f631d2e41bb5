import { round9 } from '../gate/json.js';
import { acceptedTypes } from './accepted-types.js';
import {
  type CellType,
  cellTypes,
  countIn,
  countWhere,
  type Figures,
  keyOf,
  type Metric,
  missing,
  type Predicate,
} from './plan.js';
import type { Table } from './table.js';

/** What is told of a column whatever the rules. Texts never show; least and greatest are of numbers and times. */
interface ColumnProfile {
  readonly name: string;
  /** The type that all its values have; `mixed` where most are numbers and some are not. */
  readonly type: CellType | 'mixed' | 'empty';
  readonly nulls: number;
  /** An estimate, good to some percent. */
  readonly distinct: number;
  readonly min: number | string | null;
  readonly max: number | string | null;
}

/** Above this share of numbers a column with other values too is most likely one of numbers with faults. */
const mixedFrom = 0.9;

export function profileMetrics({ columns }: Table): readonly Metric[] {
  return columns.flatMap(({ type }, column): readonly Metric[] => [
    countWhere(missing(column)),
    { kind: 'estimate', column },
    ...(type === null ? cellTypes.map((cellType) => countWhere(isOf(column, [cellType]))) : []),
    ...(['number', 'time'] as const).flatMap((view) => [
      { kind: 'min' as const, column, view },
      { kind: 'max' as const, column, view },
    ]),
  ]);
}

export function profileOf(table: Table, rows: number, figures: Figures): readonly ColumnProfile[] {
  return table.columns.map((column, position) => {
    const nulls = countIn(figures, countWhere(missing(position)));
    const type = column.type ?? inferType(position, rows - nulls, figures);
    const ends = (['min', 'max'] as const).map((kind) => endOf(kind, position, type, figures));
    const distinct = countIn(figures, { kind: 'estimate', column: position });
    return { name: column.name, type, nulls, distinct, min: ends[0] ?? null, max: ends[1] ?? null };
  });
}

function endOf(kind: 'min' | 'max', column: number, type: ColumnProfile['type'], figures: Figures) {
  const view = {
    integer: 'number',
    number: 'number',
    mixed: 'number',
    date: 'time',
    timestamp: 'time',
  } as const;
  if (type === 'text' || type === 'boolean' || type === 'other' || type === 'empty') return null;
  const value = figures.get(keyOf({ kind, column, view: view[type] })) ?? null;
  if (typeof value !== 'number') return value;
  return Number.isFinite(value) ? round9(value) : String(value);
}

/** The narrowest type that holds all values of a column whose cells say for themselves. */
function inferType(column: number, values: number, figures: Figures): ColumnProfile['type'] {
  if (values === 0) return 'empty';
  const countOf = (...types: readonly CellType[]) =>
    types.reduce((sum, type) => sum + countIn(figures, countWhere(isOf(column, [type]))), 0);
  for (const type of ['integer', 'number', 'boolean', 'date', 'timestamp', 'other'] as const)
    if (countOf(...acceptedTypes('parquet', type)) === values) return type;
  return countOf('integer', 'number') >= mixedFrom * values ? 'mixed' : 'text';
}

export function isOf(column: number, types: readonly CellType[]): Predicate {
  return { kind: 'is', column, types };
}
