import { acceptedTypes } from './accepted-types.js';
import type { Ask, RowsAsk, SchemaAsk, ValueAsk } from './ask.js';

import { cellTypeNamed } from './cell-type-names.js';
import type { ExpectationArgs, ExpectationName } from './expectation-args.js';
import { nearestName, quoteName } from './names.js';
import { allOf, anyOf, countWhere, type Metric, missing, not, type Predicate, rowCount } from './plan.js';
import { type BoundArgs, rangeOf } from './range.js';
import type { RuleOf } from './rule.js';
import { positionOf, type Table } from './table.js';
import { valueInRange } from './value-ask.js';
import type { World } from './world.js';

/** A rule names a column that is not there. */
export class AbsentColumn extends Error {
  override readonly name = 'AbsentColumn';
}

/**
 * What a rule asks of this table, with the semantics of Great Expectations: value rules look at rows that have a value.
 *
 * @throws AbsentColumn; Failure('config') when the arguments make no sense.
 */
export function askOf<N extends ExpectationName>(rule: RuleOf<N>, { table }: World): Ask {
  const ask = asks[rule.name](rule.args, table);
  if (ask.kind !== 'rows' || rule.maxShare === undefined) return ask;
  return { ...ask, tolerance: { kind: 'max-share', most: rule.maxShare } };
}

const asks: { readonly [N in ExpectationName]: (args: ExpectationArgs<N>, table: Table) => Ask } = {
  expect_table_row_count_to_be_between: (args) => inRange(rowCount, args, 'row count'),
  expect_table_row_count_to_equal: ({ value }) =>
    inRange(rowCount, { min_value: value, max_value: value }, 'row count'),
  expect_column_to_exist: ({ column, column_index }, table) => columnThere(table, column, column_index),
  expect_table_columns_to_match_set: ({ column_set, exact_match = true }, table) =>
    columnsMatch(table, column_set, exact_match),
  expect_column_values_to_not_be_null: ({ column, mostly }, table) => {
    const absent = missing(at(table, column));
    return rows(countWhere(absent), rowCount, absent, mostly);
  },
  expect_column_values_to_be_null: ({ column, mostly }, table) => {
    const present = not(missing(at(table, column)));
    return rows(countWhere(present), rowCount, present, mostly);
  },
  expect_column_values_to_be_between: (args, table) => {
    const { view, range } = rangeOf(args, quoteName(args.column));
    return values(table, args, (column) => ({ kind: 'within', column, view, range }));
  },
  expect_column_values_to_be_in_set: (args, table) =>
    values(table, args, (column) => among(column, args.value_set)),
  expect_column_values_to_not_be_in_set: (args, table) =>
    values(table, args, (column) => not(among(column, args.value_set))),
  expect_column_values_to_match_regex: (args, table) =>
    values(table, args, (column) => matching(column, args.regex)),
  expect_column_values_to_not_match_regex: (args, table) =>
    values(table, args, (column) => not(matching(column, args.regex))),
  expect_column_values_to_be_of_type: (args, table) => {
    const types = acceptedTypes(table.format, cellTypeNamed(args.type_));
    return values(table, args, (column) => ({ kind: 'is', column, types }));
  },
  expect_column_value_lengths_to_be_between: (args, table) => {
    const { range } = rangeOf(args, `length of ${quoteName(args.column)}`);
    return values(table, args, (column) => ({ kind: 'within', column, view: 'length', range }));
  },
  expect_column_values_to_be_unique: ({ column, mostly }, table) => {
    const columns = [at(table, column)];
    return uniqueRows(columns, allOf(...columns.map((c) => not(missing(c)))), mostly);
  },
  expect_compound_columns_to_be_unique: ({ column_list, ignore_row_if, mostly }, table) => {
    const columns = column_list.map((column) => at(table, column));
    const present = columns.map((column) => not(missing(column)));
    if (ignore_row_if === 'never') return uniqueRows(columns, undefined, mostly);
    const where = ignore_row_if === 'any_value_is_missing' ? allOf(...present) : anyOf(...present);
    return uniqueRows(columns, where, mostly);
  },
  expect_column_min_to_be_between: (args, table) => extreme('min', args, table),
  expect_column_max_to_be_between: (args, table) => extreme('max', args, table),
  expect_column_mean_to_be_between: (args, table) =>
    inRange({ kind: 'mean', column: at(table, args.column) }, args, `mean of ${quoteName(args.column)}`),
  expect_column_unique_value_count_to_be_between: (args, table) =>
    inRange(distinct(at(table, args.column)), args, `number of distinct values of ${quoteName(args.column)}`),
  expect_column_distinct_values_to_be_in_set: ({ column, value_set }, table) => {
    const position = at(table, column);
    const where = allOf(not(missing(position)), not(among(position, value_set)));
    return rows(distinct(position, where), distinct(position), where, undefined);
  },
};

function at(table: Table, name: string): number {
  const position = positionOf(table, name);
  if (position === undefined)
    throw new AbsentColumn(
      `there is no column ${quoteName(name)}${nearestName(
        name,
        table.columns.map((c) => c.name),
      )}`,
    );
  return position;
}

function rows(unexpected: Metric, considered: Metric, where: Predicate, mostly: number | undefined): RowsAsk {
  return {
    kind: 'rows',
    unexpected,
    considered,
    rows: { where },
    tolerance: { kind: 'mostly', least: mostly ?? 1 },
  };
}

function values(
  table: Table,
  { column, mostly }: { readonly column: string; readonly mostly?: number },
  meets: (column: number) => Predicate,
): RowsAsk {
  const position = at(table, column);
  const present = not(missing(position));
  const where = allOf(present, not(meets(position)));
  return rows(countWhere(where), countWhere(present), where, mostly);
}

function uniqueRows(
  columns: readonly number[],
  where: Predicate | undefined,
  mostly: number | undefined,
): RowsAsk {
  const metric: Metric = { kind: 'repeated', columns, ...(where && { where }) };
  const considered = where ? countWhere(where) : rowCount;
  return {
    ...rows(metric, considered, where ?? allOf(), mostly),
    rows: { where: where ?? allOf(), repeated: columns },
  };
}

function distinct(column: number, where: Predicate = not(missing(column))): Metric {
  return { kind: 'distinct', columns: [column], where };
}

function among(column: number, set: readonly (number | string | boolean)[]): Predicate {
  return {
    kind: 'among',
    column,
    numbers: set.filter((member) => typeof member === 'number'),
    texts: set.filter((member) => typeof member === 'string'),
    booleans: set.filter((member) => typeof member === 'boolean'),
  };
}

function matching(column: number, pattern: string): Predicate {
  return { kind: 'matches', column, pattern };
}

function inRange(metric: Metric, args: BoundArgs, what: string): ValueAsk {
  return valueInRange(metric, rangeOf(args, what).range);
}

function extreme(kind: 'min' | 'max', args: BoundArgs & { readonly column: string }, table: Table): ValueAsk {
  const { view, range } = rangeOf(args, `${kind} of ${quoteName(args.column)}`);
  return valueInRange({ kind, column: at(table, args.column), view }, range);
}

function columnThere(table: Table, name: string, index: number | undefined): SchemaAsk {
  const position = at(table, name);
  const misplaced = index !== undefined && index !== position;
  const problems = misplaced
    ? [`${quoteName(name)} is column ${position}, counted from 0, and not ${index}`]
    : [];
  return { kind: 'schema', problems, observed: position };
}

function columnsMatch(table: Table, wanted: readonly string[], exact: boolean): SchemaAsk {
  const names = table.columns.map(({ name }) => name);
  const absent = wanted.filter((name) => !names.includes(name));
  const extra = exact ? names.filter((name) => !wanted.includes(name)) : [];
  return {
    kind: 'schema',
    problems: [
      ...absent.map((name) => `there is no column ${quoteName(name)}${nearestName(name, names)}`),
      ...extra.map((name) => `the column ${quoteName(name)} is not in the set`),
    ],
    observed: names,
  };
}
