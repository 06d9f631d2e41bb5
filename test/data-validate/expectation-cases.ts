import fc from 'fast-check';

export type Row = readonly (number | string | null)[];
export type Expectation = readonly [name: string, kwargs: Readonly<Record<string, unknown>>];

export const types = {
  age: 'float64',
  country: 'object',
  income: 'float64',
  nation: 'object',
  note: 'object',
  other: 'float64',
};

const condition = (row_condition: string) => ({ row_condition, condition_parser: 'pandas' });
const all = (name: string, ...kwargs: readonly Readonly<Record<string, unknown>>[]): readonly Expectation[] =>
  kwargs.map((one) => [name, one]);
const numbers = ['age', 'income'];
const bins = { bins: [-50, 0, 20, 40, 100], weights: [0.1, 0.4, 0.3, 0.2] };

/** Every expectation that has a peer, with its arguments. */
export const expectations: readonly Expectation[] = [
  ...all(
    'expect_table_row_count_to_be_between',
    { min_value: 2, max_value: 20 },
    { min_value: 2, strict_min: true, ...condition('age > 20') },
  ),
  ...all('expect_table_row_count_to_equal', { value: 12 }, { value: 6, ...condition('country == "DE"') }),
  ...all('expect_table_column_count_to_be_between', { min_value: 6 }, { max_value: 5 }),
  ...all('expect_table_column_count_to_equal', { value: 6 }, { value: 3 }),
  ...all(
    'expect_table_columns_to_match_ordered_list',
    { column_list: Object.keys(types) },
    { column_list: ['age', 'country'] },
  ),
  ...all('expect_column_to_exist', { column: 'age' }, { column: 'country', column_index: 1 }),
  ...all(
    'expect_table_columns_to_match_set',
    { column_set: [...Object.keys(types)].reverse() },
    { column_set: ['age'], exact_match: true },
    { column_set: ['age'], exact_match: false },
  ),
  ...all(
    'expect_column_values_to_not_be_null',
    { column: 'age', mostly: 0.8 },
    { column: 'note' },
    { column: 'income', ...condition('age.notnull()') },
  ),
  ...all('expect_column_values_to_be_null', { column: 'income', mostly: 0.25 }),
  ...all(
    'expect_column_values_to_be_between',
    { column: 'age', min_value: 18, max_value: 60 },
    { column: 'age', min_value: 18, strict_min: true, mostly: 0.75 },
    {
      column: 'age',
      max_value: 25,
      strict_max: true,
      ...condition('country in ["DE", "FR"] and income >= 1'),
    },
    { column: 'income', min_value: 0, ...condition('not (country != "DE") or age < 5') },
  ),
  ...all(
    'expect_column_values_to_be_in_set',
    { column: 'country', value_set: ['DE', 'FR'] },
    { column: 'age', value_set: [20, 21, 22] },
  ),
  ...all('expect_column_values_to_not_be_in_set', { column: 'country', value_set: ['XX'], mostly: 0.9 }),
  ...all('expect_column_values_to_match_regex', { column: 'country', regex: '^[A-Z]{2}$' }),
  ...all('expect_column_values_to_not_match_regex', { column: 'country', regex: 'é' }),
  ...all(
    'expect_column_values_to_match_regex_list',
    { column: 'country', regex_list: ['^D', 'E$'] },
    { column: 'country', regex_list: ['^D', 'E$'], match_on: 'all', mostly: 0.5 },
  ),
  ...all('expect_column_values_to_not_match_regex_list', { column: 'country', regex_list: ['^X', 'é'] }),
  ...all('expect_column_values_to_be_unique', { column: 'age' }, { column: 'country', mostly: 0.1 }),
  ...all('expect_column_value_lengths_to_be_between', { column: 'country', min_value: 2, max_value: 2 }),
  ...all('expect_column_value_lengths_to_equal', { column: 'country', value: 2, mostly: 0.5 }),
  ...all(
    'expect_column_values_to_be_increasing',
    { column: 'age' },
    { column: 'age', strictly: true, mostly: 0.5 },
  ),
  ...all('expect_column_values_to_be_decreasing', { column: 'income' }, { column: 'income', strictly: true }),
  ...all(
    'expect_column_value_z_scores_to_be_less_than',
    { column: 'age', threshold: 1, double_sided: true },
    { column: 'income', threshold: 0.5, double_sided: false, mostly: 0.5 },
  ),
  ...all(
    'expect_column_values_to_not_be_outliers',
    { column: 'age', method: 'iqr', multiplier: 0.5 },
    { column: 'income', method: 'std', multiplier: 1 },
  ),
  ...all('expect_column_values_to_match_strftime_format', { column: 'note', strftime_format: '%Y-%m-%d' }),
  ...all('expect_column_values_to_be_json_parseable', { column: 'note' }),
  ...numbers.flatMap((column) => [
    ...all('expect_column_min_to_be_between', { column, min_value: 0, strict_min: true }),
    ...all('expect_column_max_to_be_between', { column, max_value: 90 }),
    ...all('expect_column_mean_to_be_between', { column, min_value: -100, max_value: 30 }),
    ...all('expect_column_median_to_be_between', { column, min_value: 0, max_value: 40 }),
    ...all('expect_column_sum_to_be_between', { column, min_value: 10, max_value: 400 }),
    ...all('expect_column_stdev_to_be_between', { column, max_value: 30 }),
    ...all(
      'expect_column_quantile_values_to_be_between',
      {
        column,
        quantile_ranges: {
          quantiles: [0, 0.1, 0.5, 0.9, 1],
          value_ranges: [
            [null, 50],
            [0, 60],
            [0, null],
            [null, null],
            [10, 100],
          ],
        },
      },
      ...['linear', 'lower', 'higher', 'midpoint'].map((allow_relative_error) => ({
        column,
        allow_relative_error,
        quantile_ranges: {
          quantiles: [0.25, 0.6],
          value_ranges: [
            [0, 30],
            [0, 40],
          ],
        },
      })),
    ),
    ...all('expect_column_unique_value_count_to_be_between', { column, min_value: 2, max_value: 9 }),
    ...all('expect_column_proportion_of_unique_values_to_be_between', { column, min_value: 0.5 }),
    ...all('expect_column_proportion_of_non_null_values_to_be_between', { column, min_value: 0.9 }),
    ...all('expect_column_kl_divergence_to_be_less_than', {
      column,
      partition_object: bins,
      threshold: 1,
      tail_weight_holdout: 0.01,
      internal_weight_holdout: 0.01,
    }),
  ]),
  ...all('expect_column_distinct_values_to_be_in_set', { column: 'country', value_set: ['DE', 'FR', 'US'] }),
  ...all('expect_column_distinct_values_to_contain_set', { column: 'country', value_set: ['DE', 'FR'] }),
  ...all('expect_column_distinct_values_to_equal_set', { column: 'country', value_set: ['DE', 'FR'] }),
  ...all(
    'expect_column_most_common_value_to_be_in_set',
    { column: 'country', value_set: ['DE'], ties_okay: true },
    { column: 'country', value_set: ['DE'], ties_okay: false },
  ),
  ...all(
    'expect_column_pair_values_to_be_equal',
    { column_A: 'country', column_B: 'nation' },
    {
      column_A: 'age',
      column_B: 'other',
      ignore_row_if: 'either_value_is_missing',
      mostly: 0.2,
    },
    { column_A: 'age', column_B: 'other', ignore_row_if: 'neither' },
  ),
  ...all(
    'expect_column_pair_values_a_to_be_greater_than_b',
    { column_A: 'age', column_B: 'other' },
    { column_A: 'age', column_B: 'other', or_equal: true, ignore_row_if: 'either_value_is_missing' },
  ),
  ...all('expect_column_pair_values_to_be_in_set', {
    column_A: 'country',
    column_B: 'nation',
    value_pairs_set: [
      ['DE', 'DE'],
      ['FR', null],
    ],
  }),
  ...all(
    'expect_compound_columns_to_be_unique',
    { column_list: ['age', 'country'] },
    { column_list: ['country', 'nation'], ignore_row_if: 'any_value_is_missing' },
    { column_list: ['country', 'nation'], ignore_row_if: 'never' },
  ),
  ...all('expect_multicolumn_sum_to_equal', { column_list: ['age', 'other'], sum_total: 40, mostly: 0.1 }),
  ...all('expect_multicolumn_values_to_be_equal', { column_list: ['country', 'nation'] }),
  ...all(
    'expect_select_column_values_to_be_unique_within_record',
    { column_list: ['age', 'income', 'other'] },
    { column_list: ['country', 'nation'], ignore_row_if: 'any_value_is_missing' },
  ),
];

const cell = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 6 });
const country = fc.constantFrom('DE', 'FR', 'US', 'XX', 'café', '日本', '::error::', 'de');
const whole = fc.integer({ min: -3, max: 99 });
const row: fc.Arbitrary<Row> = fc.tuple(
  cell(whole),
  cell(country),
  cell(fc.integer({ min: -4000, max: 4000 }).map((n) => n / 4)),
  cell(country),
  cell(fc.constantFrom('2024-02-29', '2023-02-29', '2024-1-5', '{"a": 1}', '[NaN]', '{a}', '', ' 7 ')),
  cell(fc.oneof(whole, fc.constantFrom(20, 21))),
);
const clean: Row[] = Array.from({ length: 12 }, (_, i) => [
  20 + i,
  i % 2 === 0 ? 'DE' : 'FR',
  i * 0.5,
  'DE',
  `2024-01-${i + 10}`,
  20,
]);
/** Clean, mutated and degenerate ones, and drawn ones. */
export const tables: readonly (readonly Row[])[] = [
  clean,
  clean.map((cells, i) => (i === 7 ? [17, 'XX', cells[2] ?? null, 'FR', 'no day', 30] : cells)),
  clean.slice(0, 1),
  [...clean, ...clean.slice(0, 3)],
  clean.map(() => [7, 'DE', 7, 'DE', '7', 7]),
  ...fc.sample(fc.array(row, { minLength: 2, maxLength: 30 }), { numRuns: 20, seed: 24 }),
  clean.map((cells) => cells.map(() => null)),
];

export const toJsonl = (rows: readonly Row[]) =>
  rows
    .map(
      (cells) =>
        `${JSON.stringify(Object.fromEntries(Object.keys(types).map((name, i) => [name, cells[i]])))}\n`,
    )
    .join('');
