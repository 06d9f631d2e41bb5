/** The table and the 36 expectations that the benchmarks of data-validate share. */

export const numbers = ['age', 'income', 'score', 'clicks'];
export const columns = ['id', ...numbers, 'country', 'email', 'ts', 'label'];
export const email = '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$';
export const countries = ['US', 'GB', 'DE', 'FR'];

/** `SELECT` of DuckDB's. */
export const tableOf = (
  rows,
) => `SELECT 'u' || lpad(CAST((CASE WHEN i % 1000 = 999 THEN i - 1 ELSE i END * 2654435761) % 4294967296 AS VARCHAR), 10, '0') AS id,
  CAST(18 + hash(i) % 72 AS INTEGER) AS age,
  CASE WHEN hash(i + 1) % 20 = 0 THEN NULL ELSE round(exp(8 + (hash(i + 2) % 1000) / 250.0), 2) END AS income,
  round((hash(i + 3) % 2000001) / 1000000.0 - 1, 6) AS score,
  CASE WHEN hash(i + 4) % 10 = 0 THEN NULL ELSE CAST(hash(i + 5) % 1000 AS INTEGER) END AS clicks,
  ['US', 'GB', 'DE', 'FR', 'ZZ'][CAST(1 + least(4, hash(i + 6) % 701 // 175) AS INTEGER)] AS country,
  CASE WHEN hash(i + 7) % 100 = 0 THEN 'bad' ELSE 'user' || i || '@example.com' END AS email,
  TIMESTAMP '2024-01-01' + INTERVAL (i % 31536000) SECOND AS ts,
  CAST(hash(i + 8) % 5 = 0 AS INTEGER) AS label FROM range(${rows}) t(i)`;

export const expectations = [
  ['expect_table_row_count_to_be_between', { min_value: 1 }],
  ...columns.map((column) => ['expect_column_values_to_not_be_null', { column, mostly: 0.8 }]),
  ...numbers.flatMap((column) => [
    ['expect_column_min_to_be_between', { column, min_value: -1e9 }],
    ['expect_column_max_to_be_between', { column, max_value: 1e9 }],
    ['expect_column_mean_to_be_between', { column, min_value: -1e9 }],
    ['expect_column_stdev_to_be_between', { column, min_value: 0 }],
  ]),
  ['expect_column_values_to_be_unique', { column: 'id', mostly: 0.9 }],
  ['expect_column_unique_value_count_to_be_between', { column: 'id', min_value: 1 }],
  ['expect_column_values_to_match_regex', { column: 'email', regex: email, mostly: 0.9 }],
  ['expect_column_values_to_be_in_set', { column: 'country', value_set: countries, mostly: 0.7 }],
  ['expect_column_values_to_be_between', { column: 'age', min_value: 18, max_value: 89, mostly: 0.9 }],
  [
    'expect_column_values_to_be_between',
    { column: 'income', min_value: 1000, max_value: 150000, mostly: 0.5 },
  ],
  [
    'expect_column_quantile_values_to_be_between',
    {
      column: 'income',
      quantile_ranges: {
        quantiles: [0.01, 0.5, 0.99],
        value_ranges: [
          [0, 1e9],
          [0, 1e9],
          [0, 1e9],
        ],
      },
    },
  ],
];
