import { cellTypeNamed } from './cell-type-names.js';
import type { ExpectationArgs, ExpectationName } from './expectation-args.js';
import { quoteName } from './names.js';
import { type BoundArgs, describeRange, rangeOf } from './range.js';
import type { RuleOf } from './rule.js';

/** A rule in words: the last part of a check's id, and what it asks, as `⟨subject⟩ ⟨verb phrase⟩`. */
export interface Wording {
  readonly id: string;
  readonly subject: string;
  readonly asks: string;
  /** What is wrong with a row that falls short: `⟨subject⟩ ⟨fallsShort⟩`. */
  readonly fallsShort: string;
}

/** @throws Failure('config') as `askOf` does. */
export function wordsFor<N extends ExpectationName>({ name, args }: RuleOf<N>): Wording {
  return wordings[name](args);
}

const wordings: { readonly [N in ExpectationName]: (args: ExpectationArgs<N>) => Wording } = {
  expect_table_row_count_to_be_between: (args) => table('row-count', `number ${range(args, 'row count')}`),
  expect_table_row_count_to_equal: ({ value }) => table('row-count', `number exactly ${value}`),
  expect_column_to_exist: ({ column, column_index: at }) =>
    words(
      'column-exists',
      column,
      at === undefined ? 'is there' : `is column ${at}, counted from 0`,
      'is absent',
    ),
  expect_table_columns_to_match_set: ({ column_set, exact_match = true }) => ({
    ...table('columns-match-set', ''),
    subject: 'columns',
    asks: `are ${exact_match ? 'exactly' : 'at least'} the ${column_set.length} of the set`,
  }),
  expect_column_values_to_not_be_null: ({ column }) =>
    words('not-null', column, 'has values', 'has no value'),
  expect_column_values_to_be_null: ({ column }) => words('null', column, 'has no values', 'has a value'),
  expect_column_values_to_be_between: (args) => {
    const within = range(args, quoteName(args.column));
    return words('between', args.column, `is ${within}`, `is not ${within}`);
  },
  expect_column_values_to_be_in_set: ({ column, value_set }) => {
    const set = `in the set of ${value_set.length}`;
    return words('in-set', column, `is ${set}`, `is not ${set}`);
  },
  expect_column_values_to_not_be_in_set: ({ column, value_set }) => {
    const set = `in the refused set of ${value_set.length}`;
    return words('not-in-set', column, `is not ${set}`, `is ${set}`);
  },
  expect_column_values_to_match_regex: ({ column }) =>
    words('regex', column, 'matches its pattern', 'does not match its pattern'),
  expect_column_values_to_not_match_regex: ({ column }) =>
    words('not-regex', column, 'does not match the refused pattern', 'matches the refused pattern'),
  expect_column_values_to_be_unique: ({ column }) =>
    words('unique', column, 'is unique', 'has a value that comes more than once'),
  expect_column_values_to_be_of_type: ({ column, type_ }) => {
    const type = cellTypeNamed(type_);
    return words('type', column, `is of type ${type}`, `is not of type ${type}`);
  },
  expect_column_value_lengths_to_be_between: (args) => {
    const within = `a length of ${range(args, `length of ${quoteName(args.column)}`)} characters`;
    return words('length', args.column, `has ${within}`, `has not ${within}`);
  },
  expect_compound_columns_to_be_unique: ({ column_list }) => ({
    ...words('unique', '', 'are unique together', 'have a combination that comes more than once'),
    subject: column_list.map(quoteName).join(', '),
  }),
  expect_column_min_to_be_between: (args) => aggregate('min', 'least value', args),
  expect_column_max_to_be_between: (args) => aggregate('max', 'greatest value', args),
  expect_column_mean_to_be_between: (args) => aggregate('mean', 'mean', args),
  expect_column_unique_value_count_to_be_between: (args) =>
    aggregate('distinct-count', 'number of distinct values', args),
  expect_column_distinct_values_to_be_in_set: ({ column, value_set }) => {
    const set = `in the set of ${value_set.length}`;
    return words('distinct-in-set', column, `has only values ${set}`, `is not ${set}`);
  },
};

function words(id: string, column: string, asks: string, fallsShort: string): Wording {
  return { id, subject: quoteName(column), asks, fallsShort };
}

function table(id: string, asks: string): Wording {
  return { id, subject: 'rows', asks, fallsShort: '' };
}

function aggregate(id: string, figure: string, args: BoundArgs & { readonly column: string }): Wording {
  return words(
    id,
    args.column,
    `has a ${figure} ${range(args, `${figure} of ${quoteName(args.column)}`)}`,
    '',
  );
}

function range(args: BoundArgs, what: string): string {
  return describeRange(rangeOf(args, what).range);
}
