import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { expect, test } from '@jest/globals';
import { tableFromArrays, tableToIPC } from 'apache-arrow';
import { Failure } from '../../src/gate/failure.js';
import { checkOf, openBench } from './judge.js';
import { parquetOf } from './parquet.js';

/** A bench with Parquet files, one row `(id, city)` each. */
async function withFiles(...files: readonly string[]) {
  const bench = openBench();
  for (const [i, file] of files.entries()) {
    const target = path.join(bench.ports.workspace, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, await parquetOf(`SELECT ${i} AS id, 'x' AS city`));
  }
  return bench;
}

const refusal = (judging: Promise<unknown>) =>
  judging.then(
    () => 'nothing',
    (error: unknown) =>
      error instanceof Failure ? error.problems.map(({ message }) => message).join() : String(error),
  );

test('folders named key=value are columns, whole numbers where all are', async () => {
  const bench = await withFiles(
    'd/year=2023/kind=a%20b/x.parquet',
    'd/year=2024/kind=c/x.parquet',
    'd/year=2024/kind=__HIVE_DEFAULT_PARTITION__/y.parquet',
    'd/_SUCCESS.parquet',
  );
  const result = await bench.judge(
    { data: { path: 'd' } },
    {
      data: {
        expect: [
          { expect_table_columns_to_match_ordered_list: { column_list: ['id', 'city', 'kind', 'year'] } },
          { expect_column_values_to_be_between: { column: 'year', min_value: 2024 } },
          { expect_column_values_to_be_in_set: { column: 'kind', value_set: ['a b', 'c'] } },
          { expect_column_values_to_not_be_null: { column: 'kind' } },
        ],
      },
    },
  );
  expect(result.metrics.rows).toBe(3);
  expect(checkOf(result, 'columns-ordered').status).toBe('pass');
  expect(checkOf(result, 'between')).toMatchObject({ status: 'fail', facts: { unexpectedCount: 1 } });
  expect(checkOf(result, 'in-set').status).toBe('pass');
  expect(checkOf(result, 'not-null').facts).toMatchObject({ unexpectedCount: 1 });
});

test('a plain folder is all its files', async () => {
  const bench = await withFiles('d/a.parquet', 'd/deeper/b.parquet');
  const result = await bench.judge({ data: { path: 'd/' } });
  expect(result.metrics.rows).toBe(2);
});

test('files that are partitioned otherwise are named', async () => {
  const bench = await withFiles('d/year=2023/x.parquet', 'd/y.parquet');
  await expect(bench.judge({ data: { path: 'd' } })).rejects.toThrow(
    /d\/year=2023\/x\.parquet: is partitioned by `year`, and d\/y\.parquet is in no partition/,
  );
});

test('a key that begins with an underscore is a partition, and its files are not left out', async () => {
  const bench = await withFiles('d/_k=1/x.parquet', 'd/_k=2/x.parquet', 'd/_temporary/y.parquet');
  const result = await bench.judge({ data: { path: 'd' } });
  expect(result.metrics).toMatchObject({ rows: 2, columns: 3 });
});

test('a column of the file that is one of its folders, too, comes twice', async () => {
  const bench = await withFiles('d/id=7/x.parquet');
  const result = await bench.judge({ data: { path: 'd' } });
  expect(checkOf(result, 'distinct-columns').status).toBe('fail');
});

test('a table of Delta or Iceberg is refused by name: its log alone knows its files', async () => {
  const bench = await withFiles('d/a.parquet', 'd/_delta_log/0.checkpoint.parquet');
  expect(await refusal(bench.judge({ data: { path: 'd' } }))).toMatch(/is a Delta table/);
});

test.each([
  ['CSV', 'csv', 'a\n1\n'],
  ['gzipped CSV', 'csv.gz', zlib.gzipSync('a\n1\n')],
  ['JSON lines', 'jsonl', '{"a":1}\n'],
  ['a JSON array', 'json', '[{"a":1}]'],
  ['Arrow', 'arrow', tableToIPC(tableFromArrays({ a: [1] }), 'file')],
])('folders of %s are columns, too', async (_, ending, content) => {
  const bench = openBench();
  for (const day of ['2024-01-01', '2024-01-02', '__HIVE_DEFAULT_PARTITION__']) {
    mkdirSync(path.join(bench.ports.workspace, `d/day=${day}`), { recursive: true });
    bench.write(`d/day=${day}/x.${ending}`, content);
  }
  const data = { data: { path: 'd' } };
  const result = await bench.judge(data, {
    data: {
      expect: [
        { expect_table_columns_to_match_ordered_list: { column_list: ['a', 'day'] } },
        { expect_column_values_to_be_of_type: { column: 'day', type_: 'date' } },
        { expect_column_values_to_be_between: { column: 'day', min_value: '2024-01-02' } },
        { expect_column_values_to_be_between: { column: 'a', min_value: 1, max_value: 1 } },
        { expect_column_values_to_not_be_null: { column: 'day' } },
      ],
    },
  });
  const short = result.checks.filter(({ status }) => status === 'fail');
  expect(short.map(({ id, facts }) => [id, facts.column, facts.unexpectedCount])).toEqual([
    ['data-validate/between', 'day', 1],
    ['data-validate/not-null', 'day', 1],
  ]);
  expect((await bench.judge(data, { data: { hive: false } })).metrics.columns).toBe(1);
});
