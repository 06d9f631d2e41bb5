import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Settings } from '../../src/data-validate/settings.js';
import type { Check } from '../../src/gate/check.js';
import type { GateResult } from '../../src/gate/result.js';
import { expectations, type Row, tables } from '../data-validate/expectation-cases.js';
import { checkOf, openBench } from '../data-validate/judge.js';
import { asParquet, parquetOf } from '../data-validate/parquet.js';
import { tempFolder } from '../temp.js';
import { type Cluster, startCluster } from './spark.js';

/** A Spark 3.5 or newer: the folder that has its `bin`. */
const home = process.env.SLUICE_SPARK_HOME;
const title = 'a dataset judged by Spark';
const lakes = {
  packages: ['io.delta:delta-spark_2.12:3.3.2', 'org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.9.2'],
  conf: {
    'spark.sql.extensions':
      'io.delta.sql.DeltaSparkSessionExtension,org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions',
    'spark.sql.catalog.spark_catalog': 'org.apache.spark.sql.delta.catalog.DeltaCatalog',
    'spark.sql.catalog.lake': 'org.apache.iceberg.spark.SparkCatalog',
    'spark.sql.catalog.lake.type': 'hadoop',
  },
};

/** What rows in order, a judge of ours or the user's own SQL would take. */
const unspoken = [
  'expect_column_values_to_be_increasing',
  'expect_column_values_to_be_decreasing',
  'expect_column_values_to_match_strftime_format',
  'expect_column_values_to_be_json_parseable',
];
const spoken = expectations.filter(([name]) => !unspoken.includes(name));

/** What is beyond Great Expectations, and cells of other types. */
const more: NonNullable<Settings[string]['expect']> = [
  { expect_column_entropy_to_be_between: { column: 'country', min_value: 0.1 } },
  {
    expect_column_pair_mutual_information_to_be_between: {
      column_A: 'country',
      column_B: 'nation',
      max_value: 0.1,
    },
  },
  { expect_column_pair_correlation_to_be_between: { column_A: 'age', column_B: 'income', min_value: 0.5 } },
  { expect_column_skewness_to_be_between: { column: 'age', max_value: 0.1 } },
  { expect_column_kurtosis_to_be_between: { column: 'income', max_value: 0.1 } },
  { expect_column_values_to_not_be_nan: { column: 'wild' } },
  { expect_column_values_to_be_finite: { column: 'wild' } },
  { expect_table_duplicate_row_count_to_be_between: { max_value: 0 } },
  { expect_column_value_lengths_to_equal: { column: 'wild', value: 3 } },
  { expect_column_value_lengths_to_equal: { column: 'price', value: 4 } },
  { expect_column_value_lengths_to_equal: { column: 'seen', value: 19 } },
  { expect_column_values_to_be_between: { column: 'seen', min_value: '2024-01-03' } },
  { expect_column_values_to_be_in_set: { column: 'flag', value_set: [true] } },
  { expect_column_values_to_match_regex: { column: 'country', regex: '(?i)\\bCAFÉ\\b$' } },
  { expect_column_values_to_match_regex: { column: 'wild', regex: '^[0-9.e+-]+$' } },
  { expect_column_values_to_match_like_pattern: { column: 'country', like_pattern: '_E%' } },
] as never;

const wild = [
  '1e20',
  '1e7',
  '12345678.9',
  '1e-5',
  '0.0001',
  "'nan'",
  "'inf'",
  "'-inf'",
  '-0.5',
  'NULL',
  '1e16',
  '3',
];

/** The rows with cells of more types beside them. */
function withMoreTypes(rows: readonly Row[]): Promise<Uint8Array> {
  const nr = '(row_number() OVER ())';
  const extra = [
    `CAST([${wild.join(', ')}][1 + ${nr} % ${wild.length}] AS DOUBLE) AS wild`,
    `CAST(${nr} * 0.25 AS DECIMAL(20, 9)) AS price`,
    `TIMESTAMP '2024-01-01 00:00:00' + INTERVAL (${nr}) HOUR AS seen`,
    `TIMESTAMPTZ '2024-01-01 00:00:00+02' + INTERVAL (${nr}) HOUR AS zoned`,
    `CAST(TIMESTAMP '2024-01-01' + INTERVAL (${nr}) DAY AS DATE) AS day`,
    `${nr} % 3 = 0 AS flag`,
    `CAST(${nr} * 1.1 AS FLOAT) AS small`,
  ];
  return asParquet(rows, extra);
}

const essenceOf = ({ status, observed, findingCount, facts }: Check) => ({
  status,
  observed,
  findingCount,
  facts,
});

/** Of each column what is exact: all but the estimate of distinct values. */
function shapes({ metrics }: GateResult) {
  const { data } = metrics.datasets as unknown as {
    readonly data: { readonly profile: readonly Readonly<Record<string, unknown>>[] };
  };
  return data.profile.map(({ distinct: _, ...exact }) => exact);
}

(home ? describe : describe.skip)(home ? title : `${title} (needs SLUICE_SPARK_HOME)`, () => {
  let cluster: Cluster | undefined;
  const before = process.env.PATH;
  beforeAll(async () => {
    cluster = await startCluster(home ?? '');
    process.env.PATH = `${path.join(home ?? '', 'bin')}:${before}`;
    process.env.SPARK_LOCAL_IP = '127.0.0.1';
  }, 60_000);
  afterAll(() => {
    cluster?.stop();
    process.env.PATH = before;
  });
  const spark = (settings: Settings[string] = {}): Settings[string] => ({
    ...settings,
    engine: 'spark',
    spark: { master: cluster?.master ?? '', ...settings.spark },
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'has the verdicts and figures of DuckDB, whatever is asked (table %i)',
    async (nr) => {
      const bench = openBench();
      const rows = tables[nr] ?? [];
      bench.write(
        'rows.parquet',
        await withMoreTypes(nr === 7 ? rows.map((cells) => cells.map(() => null)) : rows),
      );
      const expect_ = [
        ...spoken.map(([name, kwargs], i) => ({ [name]: { ...kwargs, meta: { i } } })),
        ...more,
      ] as never;
      const judge = (settings: Settings[string]) =>
        bench.judge({ data: { path: 'rows.parquet' } }, { data: settings });
      const [ours, theirs] = [await judge({ expect: expect_ }), await judge(spark({ expect: expect_ }))];
      expect(theirs.subjects).toEqual(ours.subjects);
      expect(theirs.checks).toHaveLength(ours.checks.length);
      const differing = ours.checks.flatMap((check, i) => {
        const other = theirs.checks[i];
        const pair = [essenceOf(check), other && essenceOf(other)];
        return isDeepStrictEqual(pair[0], pair[1]) ? [] : [pair];
      });
      expect(differing).toEqual([]);
      expect(shapes(theirs)).toEqual(shapes(ours));
    },
    300_000,
  );

  test('refuses by name what it has no words for', async () => {
    const bench = openBench();
    bench.write('rows.parquet', await withMoreTypes(tables[0] ?? []));
    for (const name of unspoken) {
      const kwargs = expectations.find(([one]) => one === name)?.[1];
      const judged = bench.judge(
        { data: { path: 'rows.parquet' } },
        {
          data: spark({ expect: [{ [name]: kwargs }] as never }),
        },
      );
      await expect(judged).rejects.toThrow(`\`${name}\`: `);
    }
  }, 120_000);

  test('reads partitions as DuckDB does, and lets no value of a cell out unless it may be shown', async () => {
    const bench = openBench();
    for (const [folder, select] of [
      ['year=2024/month=01', "SELECT 1 AS id, 'secret-a' AS name"],
      ['year=2024/month=12', "SELECT 2 AS id, 'b' AS name"],
      ['year=2025/month=01', "SELECT 2 AS id, 'b' AS name"],
    ] as const) {
      mkdirSync(path.join(bench.ports.workspace, 'sales with blank', folder), { recursive: true });
      bench.write(`sales with blank/${folder}/part.parquet`, await parquetOf(select));
    }
    const settings: Settings[string] = {
      columns: {
        id: { unique: true },
        name: { 'max-length': 3 },
        year: { type: 'integer', min: 2025 },
        month: { in: ['01', '12'] },
      },
    };
    const judge = (one: Settings[string]) =>
      bench.judge({ data: { path: 'sales with blank' } }, { data: one });
    const [ours, theirs] = [await judge(settings), await judge(spark(settings))];
    expect(theirs.subjects).toEqual(ours.subjects);
    const rules = ({ checks }: GateResult) =>
      checks.filter(({ facts }) => facts.expectation !== undefined).map(essenceOf);
    expect(rules(theirs)).toEqual(rules(ours));
    expect(JSON.stringify(theirs)).not.toContain('secret-a');
    expect(checkOf(theirs, 'length').findings[0]?.sample).toBe('text of 8 characters');
    const shown = await judge(spark({ ...settings, 'show-samples': true }));
    expect(checkOf(shown, 'length').findings[0]?.sample).toBe('"secret-a"');
  }, 120_000);

  test('looks up what stands in another dataset', async () => {
    const bench = openBench();
    bench.write('orders.parquet', await parquetOf('SELECT * FROM (VALUES (1), (2), (9)) t(customer)'));
    bench.write('customers.parquet', await parquetOf('SELECT * FROM (VALUES (1), (2)) t(id)'));
    const result = await bench.judge(
      { orders: { path: 'orders.parquet' }, customers: { path: 'customers.parquet' } },
      {
        orders: spark({
          expect: [
            {
              expect_column_values_to_be_found_in_dataset: {
                column_list: ['customer'],
                dataset: 'customers',
                dataset_columns: ['id'],
              },
            },
          ] as never,
        }),
        customers: spark(),
      },
    );
    expect(result.checks.filter(({ status }) => status === 'fail')).toHaveLength(1);
  }, 120_000);

  test('a Delta and an Iceberg table are judged at a version, which the subject names', async () => {
    const bench = openBench();
    const lake = tempFolder();
    const delta = path.join(bench.ports.workspace, 'clicks');
    const settings = { ...lakes, conf: { ...lakes.conf, 'spark.sql.catalog.lake.warehouse': lake } };
    const write = (...statements: readonly string[]) =>
      execFileSync(
        path.join(home ?? '', 'bin/spark-sql'),
        [
          '--master',
          cluster?.master ?? '',
          '--packages',
          settings.packages.join(','),
          ...Object.entries(settings.conf).flatMap(([key, value]) => ['--conf', `${key}=${value}`]),
          '--conf',
          'spark.sql.catalogImplementation=in-memory',
          '-e',
          statements.join('; '),
        ],
        { cwd: tempFolder(), env: process.env, stdio: ['ignore', 'ignore', 'pipe'] },
      );
    write(
      `CREATE TABLE delta.\`${delta}\` USING delta AS SELECT id FROM range(10)`,
      `DELETE FROM delta.\`${delta}\` WHERE id = 3`,
      'CREATE TABLE lake.db.clicks (id bigint) USING iceberg',
      'INSERT INTO lake.db.clicks SELECT id FROM range(9)',
    );
    const rules: Settings[string] = { columns: { id: { unique: true, max: 9 } }, spark: settings };
    const judge = () =>
      bench.judge(
        { clicks: { path: 'clicks' }, iced: { path: 'lake.db.clicks' } },
        { clicks: spark(rules), iced: spark({ ...rules, format: 'iceberg' }) },
      );
    const first = await judge();
    expect(first.verdict).toBe('pass');
    expect(first.metrics).toMatchObject({ datasets: { clicks: { rows: 9 }, iced: { rows: 9 } } });
    expect(first.subjects.map(({ name, kind }) => [name, kind])).toEqual([
      ['clicks@1', 'snapshot'],
      [expect.stringMatching(/^lake\.db\.clicks@\d+$/), 'snapshot'],
    ]);
    expect((await judge()).subjects).toEqual(first.subjects);
    write(`INSERT INTO delta.\`${delta}\` VALUES (77)`, 'INSERT INTO lake.db.clicks VALUES (1)');
    const second = await judge();
    expect(second.checks.filter(({ status }) => status === 'fail')).toHaveLength(2);
    expect(second.subjects.map(({ digest }) => digest)).not.toEqual(
      first.subjects.map(({ digest }) => digest),
    );
  }, 600_000);

  test('a file that comes after the others were hashed is in no digest, and closes the gate', async () => {
    const bench = openBench();
    mkdirSync(path.join(bench.ports.workspace, 'rows'));
    const bytes = await parquetOf('SELECT 1 AS id');
    bench.write('rows/first.parquet', bytes);
    const { hasher } = bench.ports;
    Object.assign(bench.ports, {
      hasher: {
        ...hasher,
        async tree(root: string) {
          const hashed = await hasher.tree(root);
          bench.write('rows/late.parquet', bytes);
          return hashed;
        },
      },
    });
    await expect(bench.judge({ data: { path: 'rows' } }, { data: spark() })).rejects.toThrow(
      'rows: changed while it was being judged: Spark lists a file that was not hashed',
    );
  }, 120_000);

  test('a fault of Spark’s is told with the file, and closes the gate', async () => {
    const bench = openBench();
    bench.write('rows.parquet', 'no Parquet at all');
    await expect(bench.judge({ data: { path: 'rows.parquet' } }, { data: spark() })).rejects.toThrow(
      /^rows\.parquet: could not be judged by Spark: /,
    );
    await expect(
      bench.judge(
        { data: { path: 'rows.parquet' } },
        {
          data: { engine: 'spark', spark: { master: 'nowhere://' } },
        },
      ),
    ).rejects.toThrow(/spark-sql ended before it had answered: .*[Mm]aster/);
  }, 120_000);

  test('a timeout stops Spark', async () => {
    const bench = openBench();
    bench.write('rows.parquet', await withMoreTypes(tables[0] ?? []));
    const started = Date.now();
    await expect(
      bench.judge({ data: { path: 'rows.parquet' } }, { data: spark({ timeout: '2s' }) }),
    ).rejects.toThrow('could not be judged within its `timeout` of 2s');
    expect(Date.now() - started).toBeLessThan(30_000);
  }, 60_000);
});
