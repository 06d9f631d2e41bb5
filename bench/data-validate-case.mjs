/** The table, the one statement and the expectations that the benchmarks of data-validate share: 12 columns, some 60 aggregates. */

const numbers = ['age', 'income', 'score', 'clicks'];
const columns = ['id', 'user_id', ...numbers, 'country', 'colour', 'email', 'ts', 'session', 'label'];
const email = '^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$';
const countries = ['US', 'GB', 'DE', 'FR', 'IN', 'JP', 'BR'];
/** Deciles of a score that lies anywhere from -1 to 1 alike. */
const edges = [-1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1];

/** `SELECT` of DuckDB's: one id in a thousand comes twice, some values are missing and some are wrong. */
export const tableOf = (rows) => `SELECT
  'u' || lpad(CAST((i * 2654435761) % 4294967296 AS VARCHAR), 10, '0') AS id,
  CAST(i % 100000 AS INTEGER) AS user_id,
  CAST(18 + hash(i + 1) % 72 + CAST(hash(i + 2) % 146 = 0 AS INTEGER) AS INTEGER) AS age,
  CASE WHEN hash(i + 3) % 20 = 0 THEN NULL ELSE round(exp(8.2 + (hash(i + 4) % 1000 + hash(i + 5) % 1000 + hash(i + 6) % 1000) / 833.0), 2) END AS income,
  round((hash(i + 7) % 2000001) / 1000000.0 - 1, 6) AS score,
  CASE WHEN hash(i + 8) % 10 = 0 THEN NULL ELSE CAST(hash(i + 9) % 1001 AS INTEGER) END AS clicks,
  ['US', 'GB', 'DE', 'FR', 'IN', 'JP', 'BR', 'ZZ'][CAST(1 + hash(i + 10) % 701 // 100 AS INTEGER)] AS country,
  ['red', 'green', 'blue', 'black', 'white'][CAST(1 + hash(i + 11) % 5 AS INTEGER)] AS colour,
  CASE WHEN hash(i + 12) % 50 = 0 THEN NULL WHEN hash(i + 13) % 100 = 0 THEN 'bad-mail-' || i ELSE 'user' || (i % 3000000) || '@example' || (i % 50) || '.com' END AS email,
  TIMESTAMP '2024-01-01' + INTERVAL (i % 31536000) SECOND AS ts,
  (hash(i + 14) % 1000000007) || '-' || (i % 97) AS session,
  CAST(hash(i + 15) % 5 = 0 AS INTEGER) AS label
FROM (SELECT CASE WHEN i % 1000 = 999 THEN i - 1 ELSE i END AS i FROM range(${rows}) t(i))`;

/** What someone would write by hand who wanted these figures of `source` and nothing else. */
export const bareStatement = (source) => {
  const count = (condition) => `count(CASE WHEN ${condition} THEN 1 END)`;
  const figures = [
    'count(*)',
    ...columns.map((c) => `count(*) - count(${c})`),
    ...numbers.flatMap((c) => [`min(${c})`, `max(${c})`, `avg(${c})`, `stddev_samp(${c})`]),
    'approx_count_distinct(id)',
    'count(DISTINCT id)',
    count(`NOT regexp_matches(email, '${email}')`),
    count(`country NOT IN (${countries.map((c) => `'${c}'`)})`),
    count('age NOT BETWEEN 18 AND 89'),
    count('income NOT BETWEEN 1000 AND 150000'),
    'approx_quantile(income, [0.01, 0.5, 0.99])',
    ...edges.slice(1).map((edge, i) => count(`score >= ${edges[i]} AND score < ${edge}`)),
  ];
  return `SELECT ${figures.map((figure, i) => `${figure} AS m${i}`).join(', ')} FROM ${source}`;
};

/** 36, as Great Expectations names them. */
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
  ['expect_column_values_to_be_in_set', { column: 'country', value_set: countries, mostly: 0.9 }],
  ['expect_column_values_to_be_between', { column: 'age', min_value: 18, max_value: 89, mostly: 0.9 }],
  [
    'expect_column_values_to_be_between',
    { column: 'income', min_value: 1000, max_value: 150000, mostly: 0.9 },
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

/** The statement's bins, as one expectation more. */
export const binned = [
  'expect_column_kl_divergence_to_be_less_than',
  {
    column: 'score',
    partition_object: { bins: edges, weights: edges.slice(1).map(() => 0.1) },
    threshold: 0.1,
  },
];

/** Of seven columns: what the schema of Pandera's in `data-validate.mjs` asks for. */
export const sevenColumns = expectations
  .filter(
    ([name, { column }]) => /unique$|regex|in_set|values_to_be_between/.test(name) && column !== undefined,
  )
  .concat([
    ['expect_column_values_to_not_be_null', { column: 'age' }],
    ['expect_column_values_to_be_in_set', { column: 'label', value_set: [0, 1] }],
  ]);

export const peerFacts = { email, countries };
