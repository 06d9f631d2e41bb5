import { acceptedTypes } from '../accepted-types.js';
import { cellTypeNamed, declaredFor } from '../cell-type-names.js';
import { quoteName } from '../names.js';
import { anyOf, countWhere, missing, not, type Predicate, rowCount } from '../plan.js';
import { rangeOf } from '../range.js';
import type { Table } from '../table.js';
import type { Entries } from './entry.js';
import { inWords, words } from './phrases.js';
import { among, at, cellsMeeting, nothing, rowsAsk, rowsUnrepeated } from './rows.js';

type Names =
  | 'expect_column_values_to_not_be_null'
  | 'expect_column_values_to_be_null'
  | 'expect_column_values_to_be_of_type'
  | 'expect_column_values_to_be_in_type_list'
  | 'expect_column_values_to_be_unique'
  | 'expect_column_values_to_be_in_set'
  | 'expect_column_values_to_not_be_in_set'
  | 'expect_column_values_to_be_between'
  | 'expect_column_value_lengths_to_be_between'
  | 'expect_column_value_lengths_to_equal'
  | 'expect_column_values_to_be_finite'
  | 'expect_column_values_to_not_be_nan';

/** Presence, type, sets, ranges and lengths of cells. */
export const cells: Entries<Names> = {
  expect_column_values_to_not_be_null: {
    ask({ column, mostly }, { table }) {
      const absent = missing(at(table, column));
      return rowsAsk(countWhere(absent), rowCount, absent, mostly);
    },
    words: ({ column }) => words('not-null', column, 'has values', 'has no value'),
  },
  expect_column_values_to_be_null: {
    ask({ column, mostly }, { table }) {
      const present = not(missing(at(table, column)));
      return rowsAsk(countWhere(present), rowCount, present, mostly);
    },
    words: ({ column }) => words('null', column, 'has no values', 'has a value'),
  },
  expect_column_values_to_be_of_type: {
    ask: (args, { table }) => cellsMeeting(table, args, (column) => ofType(table, column, args.type_)),
    words: ({ column, type_ }) => {
      const type = cellTypeNamed(type_);
      return words('type', column, `is of type ${type}`, `is not of type ${type}`);
    },
  },
  expect_column_values_to_be_in_type_list: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) =>
        anyOf(...args.type_list.map((type) => ofType(table, column, type))),
      ),
    words({ column, type_list }) {
      const types = [...new Set(type_list.map(cellTypeNamed))].join(' or ');
      return words('type-list', column, `is of type ${types}`, `is not of type ${types}`);
    },
  },
  expect_column_values_to_be_unique: {
    ask({ column, mostly }, { table }) {
      const position = at(table, column);
      return rowsUnrepeated([position], not(missing(position)), mostly);
    },
    words: ({ column }) => words('unique', column, 'is unique', 'has a value that comes more than once'),
  },
  expect_column_values_to_be_in_set: {
    ask: (args, { table }) => cellsMeeting(table, args, (column) => among(table, column, args.value_set)),
    words({ column, value_set }) {
      const set = `in the set of ${value_set.length}`;
      return words('in-set', column, `is ${set}`, `is not ${set}`);
    },
  },
  expect_column_values_to_not_be_in_set: {
    ask: (args, { table }) =>
      cellsMeeting(table, args, (column) => not(among(table, column, args.value_set))),
    words({ column, value_set }) {
      const set = `in the refused set of ${value_set.length}`;
      return words('not-in-set', column, `is not ${set}`, `is ${set}`);
    },
  },
  expect_column_values_to_be_between: {
    ask(args, { table }) {
      const { view, range } = rangeOf(args, quoteName(args.column));
      return cellsMeeting(table, args, (column) => ({ kind: 'within', column, view, range }));
    },
    words(args) {
      const within = inWords(args, quoteName(args.column));
      return words('between', args.column, `is ${within}`, `is not ${within}`);
    },
  },
  expect_column_value_lengths_to_be_between: {
    ask(args, { table }) {
      const { range } = rangeOf(args, `length of ${quoteName(args.column)}`);
      return cellsMeeting(table, args, (column) => ({ kind: 'within', column, view: 'length', range }));
    },
    words(args) {
      const within = `a length of ${inWords(args, `length of ${quoteName(args.column)}`)} characters`;
      return words('length', args.column, `has ${within}`, `has not ${within}`);
    },
  },
  expect_column_value_lengths_to_equal: {
    ask(args, { table }) {
      const range = { min: args.value, max: args.value, strictMin: false, strictMax: false };
      return cellsMeeting(table, args, (column) => ({ kind: 'within', column, view: 'length', range }));
    },
    words({ column, value }) {
      const length = `a length of exactly ${value} characters`;
      return words('length', column, `has ${length}`, `has not ${length}`);
    },
  },
  expect_column_values_to_be_finite: {
    ask({ column, mostly }, { table }) {
      const position = at(table, column);
      const odd = anyOf({ kind: 'not-a-number', column: position }, { kind: 'infinite', column: position });
      return rowsAsk(countWhere(odd), rowCount, odd, mostly);
    },
    words: ({ column }) => words('finite', column, 'is finite', 'is NaN or infinite'),
  },
  expect_column_values_to_not_be_nan: {
    ask({ column, mostly }, { table }) {
      const odd: Predicate = { kind: 'not-a-number', column: at(table, column) };
      return rowsAsk(countWhere(odd), rowCount, odd, mostly);
    },
    words: ({ column }) => words('not-nan', column, 'is not NaN', 'is NaN'),
  },
};

/** A name with a width (`int32`) asks a typed column for just that; one without, and a cell of text, for the kind of value. */
function ofType(table: Table, column: number, name: string): Predicate {
  const { declared = null } = table.columns[column] ?? {};
  const exact = declaredFor(name);
  if (declared !== null && exact !== undefined && !exact.test(declared)) return nothing;
  return { kind: 'is', column, types: acceptedTypes(table.format, cellTypeNamed(name)) };
}
