import { type Static, type TProperties, Type } from 'typebox';
import { severities } from '../gate/finding.js';

/** Text that may travel into SQL: without NUL, which has no SQL form. */
export const plainText = (description: string, maxLength = 4096) =>
  Type.String({ description, maxLength, pattern: '^[^\\u0000]*$' });

const columnName = Type.String({ description: 'Name of the column', minLength: 1, maxLength: 1024 });
const columnNames = (description: string, minItems: number) =>
  Type.Array(Type.String({ maxLength: 1024 }), {
    description,
    minItems,
    maxItems: 10_000,
    uniqueItems: true,
  });

export const boundSchema = (description: string) =>
  Type.Union([Type.Number(), plainText('A date, a time or a text')], { description });

export const memberSet = (description: string) =>
  Type.Array(Type.Union([Type.Number(), plainText('A text'), Type.Boolean()]), {
    description,
    minItems: 1,
    maxItems: 100_000,
  });

export const shareSchema = (description: string) => Type.Number({ description, minimum: 0, maximum: 1 });

/** What every expectation takes. */
const common = {
  severity: Type.Optional(
    Type.Enum([...severities], {
      description: 'What falling short does: error fails (the default), warning warns',
    }),
  ),
  meta: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'Notes for machines, carried on the check' }),
  ),
};
const mostly = {
  mostly: Type.Optional(shareSchema('The share of non-null values that must meet it; 1 unless given')),
};
const bounds = {
  min_value: Type.Optional(boundSchema('Least value accepted')),
  max_value: Type.Optional(boundSchema('Greatest value accepted')),
  strict_min: Type.Optional(Type.Boolean({ description: 'Whether the least value itself is refused' })),
  strict_max: Type.Optional(Type.Boolean({ description: 'Whether the greatest value itself is refused' })),
};
const numberBounds = {
  ...bounds,
  min_value: Type.Optional(Type.Number({ description: 'Least value accepted' })),
  max_value: Type.Optional(Type.Number({ description: 'Greatest value accepted' })),
};
const countBounds = {
  ...bounds,
  min_value: Type.Optional(Type.Integer({ description: 'Least count accepted', minimum: 0 })),
  max_value: Type.Optional(Type.Integer({ description: 'Greatest count accepted', minimum: 0 })),
};
const regex = { regex: plainText('Regular expression, found anywhere in the text unless anchored') };
const valueSet = { value_set: memberSet('The values meant') };

const args = <P extends TProperties>(description: string, properties: P) =>
  Type.Object({ ...properties, ...common }, { additionalProperties: false, description });
const onColumn = <P extends TProperties>(description: string, properties: P) =>
  args(description, { column: columnName, ...properties });

/** The expectations of Great Expectations 1.x that are known here, with their arguments. */
export const expectationArgs = {
  expect_table_row_count_to_be_between: args('The number of rows lies in a range', countBounds),
  expect_table_row_count_to_equal: args('The number of rows is exact', {
    value: Type.Integer({ description: 'Number of rows', minimum: 0 }),
  }),
  expect_column_to_exist: onColumn('The column is there', {
    column_index: Type.Optional(Type.Integer({ description: 'Its position, from 0', minimum: 0 })),
  }),
  expect_table_columns_to_match_set: args('The columns are these, in any order', {
    column_set: columnNames('Names of the columns', 1),
    exact_match: Type.Optional(Type.Boolean({ description: 'false: others may be there too' })),
  }),
  expect_column_values_to_not_be_null: onColumn('Values are there', mostly),
  expect_column_values_to_be_null: onColumn('Values are absent', mostly),
  expect_column_values_to_be_between: onColumn('Values lie in a range', { ...bounds, ...mostly }),
  expect_column_values_to_be_in_set: onColumn('Values come from a set', { ...valueSet, ...mostly }),
  expect_column_values_to_not_be_in_set: onColumn('Values do not come from a set', {
    ...valueSet,
    ...mostly,
  }),
  expect_column_values_to_match_regex: onColumn('Values match a pattern', { ...regex, ...mostly }),
  expect_column_values_to_not_match_regex: onColumn('Values do not match a pattern', { ...regex, ...mostly }),
  expect_column_values_to_be_unique: onColumn('No value comes twice', mostly),
  expect_column_values_to_be_of_type: onColumn('Values are of a type', {
    type_: Type.String({
      description: 'integer, number, text, boolean, date or timestamp; also the names of pandas and SQL',
      maxLength: 64,
    }),
    ...mostly,
  }),
  expect_column_value_lengths_to_be_between: onColumn('Texts have a length (in characters) in a range', {
    ...countBounds,
    ...mostly,
  }),
  expect_compound_columns_to_be_unique: args('No combination of these columns comes twice', {
    column_list: columnNames('Names of the columns', 2),
    ignore_row_if: Type.Optional(
      Type.Enum(['all_values_are_missing', 'any_value_is_missing', 'never'], {
        description: 'Which rows are left out; all_values_are_missing unless given',
      }),
    ),
    ...mostly,
  }),
  expect_column_min_to_be_between: onColumn('The least value lies in a range', bounds),
  expect_column_max_to_be_between: onColumn('The greatest value lies in a range', bounds),
  expect_column_mean_to_be_between: onColumn('The mean lies in a range', numberBounds),
  expect_column_unique_value_count_to_be_between: onColumn(
    'The number of distinct values lies in a range',
    countBounds,
  ),
  expect_column_distinct_values_to_be_in_set: onColumn('Distinct values all come from a set', valueSet),
} as const;

export type ExpectationName = keyof typeof expectationArgs;
export type ExpectationArgs<N extends ExpectationName> = Static<(typeof expectationArgs)[N]>;

export const expectationNames: readonly string[] = Object.keys(expectationArgs);

export function isExpectationName(name: string): name is ExpectationName {
  return Object.hasOwn(expectationArgs, name);
}
