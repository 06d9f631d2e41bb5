import { Type } from 'typebox';
import { args, columnName, columnNames, condition, mostly, plainText } from './parts.js';

const member = Type.Union([Type.Number(), plainText('A text'), Type.Boolean(), Type.Null()]);
const pair = {
  column_A: columnName,
  column_B: columnName,
  ignore_row_if: Type.Optional(
    Type.Enum(['both_values_are_missing', 'either_value_is_missing', 'neither'], {
      description: 'Which rows are left out; both_values_are_missing unless given',
    }),
  ),
  ...mostly,
  ...condition,
};
const ignoreRowIf = {
  ignore_row_if: Type.Optional(
    Type.Enum(['all_values_are_missing', 'any_value_is_missing', 'never'], {
      description: 'Which rows are left out; all_values_are_missing unless given',
    }),
  ),
};
const several = (description: string, most = 10_000) => ({
  column_list: Type.Array(Type.String({ maxLength: 1024 }), {
    description,
    minItems: 2,
    maxItems: most,
    uniqueItems: true,
  }),
  ...ignoreRowIf,
  ...mostly,
  ...condition,
});

/** About several cells of each row. */
export const rowArgs = {
  expect_column_pair_values_to_be_equal: args('Two columns hold the same', pair),
  expect_column_pair_values_a_to_be_greater_than_b: args('One column is greater than another', {
    ...pair,
    or_equal: Type.Optional(Type.Boolean({ description: 'true: equal is enough' })),
  }),
  expect_column_pair_values_to_be_in_set: args('Two columns hold a pair of a set', {
    ...pair,
    value_pairs_set: Type.Array(Type.Tuple([member, member]), {
      description: 'The pairs meant; null stands for no value',
      minItems: 1,
      maxItems: 10_000,
    }),
  }),
  expect_compound_columns_to_be_unique: args(
    'No combination of these columns comes twice',
    several('Names of the columns'),
  ),
  expect_multicolumn_sum_to_equal: args('The columns of a row add up to a total', {
    ...several('Names of the columns'),
    sum_total: Type.Number({ description: 'The total' }),
  }),
  expect_multicolumn_values_to_be_equal: args(
    'The columns of a row hold the same',
    several('Names of the columns'),
  ),
  expect_select_column_values_to_be_unique_within_record: args(
    'No two of these columns hold the same in a row',
    several('Names of the columns', 60),
  ),
  expect_multicolumn_values_to_be_unique: args(
    'No two of these columns hold the same in a row (older name)',
    several('Names of the columns', 60),
  ),
  expect_primary_key: args('The columns identify a row: all are there, and no combination comes twice', {
    column_list: columnNames('Names of the columns', 1),
    ...condition,
  }),
  expect_column_values_to_be_found_in_dataset: args('What stands here stands in another dataset, too', {
    column_list: columnNames('Names of the columns', 1),
    dataset: Type.String({ description: 'Name of the other dataset in the pipeline', maxLength: 100 }),
    dataset_columns: Type.Optional(
      columnNames('Names of its columns, in the same order; the same names unless given', 1),
    ),
    ...ignoreRowIf,
    ...mostly,
    ...condition,
  }),
} as const;
