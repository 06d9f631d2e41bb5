import { round9 } from '../gate/json.js';
import { acceptedTypes } from './accepted-types.js';
import type { Speaker, Tables } from './dialect.js';
import {
  type CellType,
  cellTypes,
  countIn,
  countWhere,
  type Figures,
  keyOf,
  type Metric,
  missing,
  not,
  type Predicate,
} from './plan.js';
import { type Column, rowsOf, type Table } from './table.js';

/** What is told of a column whatever the rules. Texts never show; least and greatest are of numbers and times. */
export interface ColumnProfile {
  readonly name: string;
  /** The type that all its values have; `mixed` where most are numbers and some are not. */
  readonly type: CellType | 'mixed' | 'empty';
  readonly nulls: number;
  /** An estimate, good to some percent; null in a large table. */
  readonly distinct: number | null;
  readonly min: number | string | null;
  readonly max: number | string | null;
}

/** Above this share of numbers a column with other values too is most likely one of numbers with faults. */
const mixedFrom = 0.9;

/** Above this many rows only what is cheap beside any rules is told: it would cost more than the rules. */
const mostRowsInFull = 1_000_000;

/** Of a wider table only the first columns are profiled: planning takes more than linear time in all columns and figures. */
const mostColumnsInFull = 2000;
const columnsOfWide = 500;

function profiledColumns({ columns }: Table): readonly Column[] {
  return columns.length <= mostColumnsInFull ? columns : columns.slice(0, columnsOfWide);
}

export function isProfiledInFull(table: Table): boolean {
  return rowsOf(table) <= mostRowsInFull && table.columns.length <= mostColumnsInFull;
}

/** @param candidates untyped columns of a large table that may hold numbers: of the others nothing more is told. */
export function profileMetrics(table: Table, candidates: ReadonlySet<number>): readonly Metric[] {
  const full = isProfiledInFull(table);
  return profiledColumns(table).flatMap(({ type }, column): readonly Metric[] => [
    countWhere(missing(column)),
    ...(full ? [{ kind: 'estimate' as const, column }] : []),
    ...(candidates.has(column) ? [countWhere(isNumber(column))] : []),
    ...(type === null && full ? cellTypes.map((cellType) => countWhere(isOf(column, [cellType]))) : []),
    ...(type !== null || candidates.has(column) ? viewsOf(type, full) : []).flatMap((view) => [
      { kind: 'min' as const, column, view },
      { kind: 'max' as const, column, view },
    ]),
  ]);
}

/** Rows that are looked at to see which columns of a large table hold numbers. */
const glancedRows = 10_000;

/** Untyped columns by what a glance at their first values shows. */
interface LikelyNumbers {
  /** At least half are numbers: worth trying each value for one, which would cost more than most rules where none is. */
  readonly most: ReadonlySet<number>;
  /** All are. */
  readonly all: ReadonlySet<number>;
}

/** Of a small table every untyped column is worth looking at, and none is glanced at. */
export async function likelyNumbers(
  { dialect, ask }: Speaker,
  tables: Tables,
  shown: string,
): Promise<LikelyNumbers> {
  const untyped = profiledColumns(tables.table).flatMap(({ type }, column) =>
    type === null ? [column] : [],
  );
  if (untyped.length === 0 || isProfiledInFull(tables.table))
    return { most: new Set(untyped), all: new Set() };
  const metrics = untyped.flatMap((column) => [
    countWhere(not(missing(column))),
    countWhere(isNumber(column)),
  ]);
  const statement = dialect.glance(tables, metrics, glancedRows);
  const [rows = []] = await ask([statement], shown);
  const counts = statement.read(rows).map(Number);
  const withShare = (share: number) =>
    new Set(untyped.filter((_, i) => (counts[2 * i + 1] ?? 0) >= share * (counts[2 * i] ?? 0)));
  return { most: withShare(0.5), all: withShare(1) };
}

/** In which ways a column of a type has a least and a greatest value. */
function viewsOf(type: CellType | null, full: boolean): readonly ('number' | 'time')[] {
  if (type === null) return full ? ['number', 'time'] : ['number'];
  if (type === 'integer' || type === 'number') return ['number'];
  return type === 'date' || type === 'timestamp' ? ['time'] : [];
}

export function profileOf(
  table: Table,
  rows: number,
  candidates: ReadonlySet<number>,
  figures: Figures,
): readonly ColumnProfile[] {
  return profiledColumns(table).map((column, position) => {
    const nulls = countIn(figures, countWhere(missing(position)));
    const infer = isProfiledInFull(table) ? inferType : inferNumber;
    const type = column.type ?? (candidates.has(position) ? infer(position, rows - nulls, figures) : 'text');
    const ends = (['min', 'max'] as const).map((kind) => endOf(kind, position, type, figures));
    const distinct = isProfiledInFull(table)
      ? Math.min(rows - nulls, countIn(figures, { kind: 'estimate', column: position }))
      : null;
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
  if (typeof value !== 'number') return typeof value === 'string' ? value : null;
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

/** The same where only numbers were counted. */
function inferNumber(column: number, values: number, figures: Figures): ColumnProfile['type'] {
  if (values === 0) return 'empty';
  const numbers = countIn(figures, countWhere(isNumber(column)));
  if (numbers === values) return 'number';
  return numbers >= mixedFrom * values ? 'mixed' : 'text';
}

/** Whether a cell is a number: cheaper to tell than its type. */
export function isNumber(column: number): Predicate {
  return { kind: 'within', column, view: 'number', range: { strictMin: false, strictMax: false } };
}

function isOf(column: number, types: readonly CellType[]): Predicate {
  return { kind: 'is', column, types };
}
