import { Type } from 'typebox';
import {
  args,
  columnName,
  columnNames,
  condition,
  countBounds,
  mostly,
  onColumn,
  plainText,
} from './parts.js';

const dataset = (description: string) => Type.String({ description, minLength: 1, maxLength: 100 });

/** About a table as a whole: its rows, its columns, other datasets. */
export const tableArgs = {
  expect_table_row_count_to_be_between: args('The number of rows lies in a range', {
    ...countBounds,
    ...condition,
  }),
  expect_table_row_count_to_equal: args('The number of rows is exact', {
    value: Type.Integer({ description: 'Number of rows', minimum: 0 }),
    ...condition,
  }),
  expect_table_row_count_to_equal_other_table: args('Another dataset has as many rows', {
    other_table_name: dataset('Name of the other dataset in the pipeline'),
    ...condition,
  }),
  expect_table_row_count_change_to_be_between: args(
    'The number of rows changed by a share of that of another dataset, within a range',
    {
      reference: dataset('Name of the dataset to compare with'),
      min_value: Type.Optional(Type.Number({ description: 'Least change accepted: -0.1 is a tenth fewer' })),
      max_value: Type.Optional(Type.Number({ description: 'Greatest change accepted: 0.2 is a fifth more' })),
    },
  ),
  expect_table_column_count_to_be_between: args('The number of columns lies in a range', countBounds),
  expect_table_column_count_to_equal: args('The number of columns is exact', {
    value: Type.Integer({ description: 'Number of columns', minimum: 0 }),
  }),
  expect_table_columns_to_match_ordered_list: args('The columns are these, in this order', {
    column_list: columnNames('Names of the columns', 1),
  }),
  expect_table_columns_to_match_set: args('The columns are these, in any order', {
    column_set: columnNames('Names of the columns', 1),
    exact_match: Type.Optional(Type.Boolean({ description: 'false: others may be there too' })),
  }),
  expect_table_schema_to_evolve_from: args('The columns grew out of those of another dataset', {
    reference: dataset('Name of the dataset whose columns are the older ones'),
    allow: Type.Optional(
      Type.Array(Type.Enum(['new-columns', 'removed-columns', 'widened-types', 'reordered']), {
        description: 'Changes that are accepted; new columns alone unless given',
        uniqueItems: true,
      }),
    ),
  }),
  expect_column_to_exist: args('The column is there', {
    column: columnName,
    column_index: Type.Optional(Type.Integer({ description: 'Its position, from 0', minimum: 0 })),
  }),
  expect_column_type_to_be: args('The column as a whole is of a type', {
    column: columnName,
    type_: plainText('A type, as in expect_column_values_to_be_of_type', 64),
  }),
  expect_table_duplicate_row_count_to_be_between: args(
    'The number of rows that stand more than once lies in a range',
    countBounds,
  ),
  expect_column_max_to_be_recent: onColumn('The latest time is not too long ago', {
    max_age: Type.String({
      description: 'Greatest age: 30m, 24h, 7d',
      pattern: '^[1-9][0-9]{0,5}[smhd]$',
    }),
  }),
  unexpected_rows_expectation: args('A query of our own finds no rows', {
    unexpected_rows_query: plainText('One SELECT over `{batch}`; each row that it gives falls short', 65_536),
    description: Type.Optional(plainText('What it asks, in words', 1000)),
  }),
  expect_query_value_to_be_between: args('What a query of our own yields lies in a range', {
    query: plainText('One SELECT over `{batch}` that gives a single number', 65_536),
    min_value: Type.Optional(Type.Number({ description: 'Least value accepted' })),
    max_value: Type.Optional(Type.Number({ description: 'Greatest value accepted' })),
    description: Type.Optional(plainText('What it asks, in words', 1000)),
  }),
  expect_query_results_to_match_comparison: args(
    'A query gives the rows that another gives over another dataset',
    {
      base_query: plainText('One SELECT over `{batch}`, the table that is judged', 65_536),
      comparison_data_source_name: plainText('The other dataset of the pipeline', 100),
      comparison_query: plainText('One SELECT over `{batch}`, the other dataset', 65_536),
      description: Type.Optional(plainText('What it asks, in words', 1000)),
      ...mostly,
    },
  ),
} as const;
