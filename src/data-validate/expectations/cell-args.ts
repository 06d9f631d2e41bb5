import { Type } from 'typebox';
import { bounds, countBounds, mostly, onColumn, plainText, regex, valueSet } from './parts.js';

const typeName = plainText(
  'integer, number, text, boolean, date or timestamp; also the names of pandas, SQL and Spark',
  64,
);
const patterns = (description: string) =>
  Type.Array(plainText('A pattern'), { description, minItems: 1, maxItems: 1000 });
const matchOn = {
  match_on: Type.Optional(
    Type.Enum(['any', 'all'], { description: 'Whether any or all must match; any unless given' }),
  ),
};
const escapeCharacter = {
  escape: Type.Optional(
    Type.String({ description: 'Character before a literal % or _', pattern: '^[^\\u0000]$' }),
  ),
};
const strictly = {
  strictly: Type.Optional(Type.Boolean({ description: 'true: equal neighbours are out of order, too' })),
};

/** About each cell of one column. */
export const cellArgs = {
  expect_column_values_to_not_be_null: onColumn('Values are there', mostly),
  expect_column_values_to_be_null: onColumn('Values are absent', mostly),
  expect_column_values_to_be_of_type: onColumn('Values are of a type', { type_: typeName, ...mostly }),
  expect_column_values_to_be_in_type_list: onColumn('Values are of one of several types', {
    type_list: Type.Array(typeName, { description: 'The types accepted', minItems: 1, maxItems: 100 }),
    ...mostly,
  }),
  expect_column_values_to_be_unique: onColumn('No value comes twice', mostly),
  expect_column_values_to_be_in_set: onColumn('Values come from a set', { ...valueSet, ...mostly }),
  expect_column_values_to_not_be_in_set: onColumn('Values do not come from a set', {
    ...valueSet,
    ...mostly,
  }),
  expect_column_values_to_be_between: onColumn('Values lie in a range', { ...bounds, ...mostly }),
  expect_column_values_to_be_increasing: onColumn('Values rise from row to row', { ...strictly, ...mostly }),
  expect_column_values_to_be_decreasing: onColumn('Values fall from row to row', { ...strictly, ...mostly }),
  expect_column_value_lengths_to_be_between: onColumn('Texts have a length (in characters) in a range', {
    ...countBounds,
    ...mostly,
  }),
  expect_column_value_lengths_to_equal: onColumn('Texts have one length (in characters)', {
    value: Type.Integer({ description: 'Number of characters', minimum: 0 }),
    ...mostly,
  }),
  expect_column_value_z_scores_to_be_less_than: onColumn('Values lie near the mean', {
    threshold: Type.Number({ description: 'Standard deviations from the mean that are too many' }),
    double_sided: Type.Optional(
      Type.Boolean({ description: 'false: only values above the mean can be too far; true unless given' }),
    ),
    ...mostly,
  }),
  expect_column_values_to_not_be_outliers: onColumn('Values lie within fences', {
    method: Type.Optional(
      Type.Enum(['iqr', 'std'], {
        description: 'iqr: beyond the quartiles; std: about the mean; iqr unless given',
      }),
    ),
    multiplier: Type.Optional(
      Type.Number({
        description: 'How many interquartile ranges or deviations; 1.5 unless given',
        minimum: 0,
      }),
    ),
    ...mostly,
  }),
  expect_column_values_to_match_regex: onColumn('Values match a pattern', { ...regex, ...mostly }),
  expect_column_values_to_not_match_regex: onColumn('Values do not match a pattern', { ...regex, ...mostly }),
  expect_column_values_to_match_regex_list: onColumn('Values match patterns of a list', {
    regex_list: patterns('Regular expressions'),
    ...matchOn,
    ...mostly,
  }),
  expect_column_values_to_not_match_regex_list: onColumn('Values match no pattern of a list', {
    regex_list: patterns('Regular expressions'),
    ...mostly,
  }),
  expect_column_values_to_match_like_pattern: onColumn('Values match a pattern of SQL', {
    like_pattern: plainText('% stands for any text, _ for one character'),
    ...escapeCharacter,
    ...mostly,
  }),
  expect_column_values_to_not_match_like_pattern: onColumn('Values do not match a pattern of SQL', {
    like_pattern: plainText('% stands for any text, _ for one character'),
    ...escapeCharacter,
    ...mostly,
  }),
  expect_column_values_to_match_like_pattern_list: onColumn('Values match patterns of SQL', {
    like_pattern_list: patterns('Patterns of SQL'),
    ...matchOn,
    ...escapeCharacter,
    ...mostly,
  }),
  expect_column_values_to_not_match_like_pattern_list: onColumn('Values match no pattern of SQL in a list', {
    like_pattern_list: patterns('Patterns of SQL'),
    ...escapeCharacter,
    ...mostly,
  }),
  expect_column_values_to_match_strftime_format: onColumn('Values are days or times in a written form', {
    strftime_format: plainText('The form, as Python’s strptime reads it: %Y-%m-%d', 256),
    ...mostly,
  }),
  expect_column_values_to_be_json_parseable: onColumn('Values are JSON, as Python reads it', mostly),
  expect_column_values_to_match_json_schema: onColumn('Values are JSON that a schema accepts', {
    json_schema: Type.Record(Type.String(), Type.Unknown(), { description: 'A JSON Schema' }),
    ...mostly,
  }),
  expect_column_values_to_be_finite: onColumn('Values are neither NaN nor infinite', mostly),
  expect_column_values_to_not_be_nan: onColumn('Values are not NaN', mostly),
} as const;
