import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/gate/failure.js';
import { checkOf, openBench } from './judge.js';

const bench = openBench();
const csv = 'id,the "age",born\n1,20,2000-01-01\n2,30,1990-01-01\n3,41,\n';
const rowsQuery = (unexpected_rows_query: string) => ({
  expect: [{ unexpected_rows_expectation: { unexpected_rows_query } }],
});

test('a query sees the table under its own names, numbers as numbers and days as days', async () => {
  const result = await bench.judgeFile(
    'a.csv',
    csv,
    rowsQuery(`SELECT * FROM {batch} WHERE "the ""age""" > 25 AND born < DATE '1995-01-01';`),
  );
  expect(checkOf(result, 'query-rows')).toMatchObject({
    status: 'fail',
    observed: 1,
    facts: { unexpectedCount: 1 },
  });
});

test('a query may yield a figure', async () => {
  const expect_query_value_to_be_between = { query: 'SELECT avg("the ""age""") FROM {batch}', max_value: 30 };
  const result = await bench.judgeFile('a.csv', csv, { expect: [{ expect_query_value_to_be_between }] });
  expect(checkOf(result, 'query-value')).toMatchObject({ status: 'fail', observed: 30.3333333 });
});

describe('a query is fenced in', () => {
  bench.write('secret.csv', 'token\nhunter2\n');
  const secret = path.join(bench.ports.workspace, 'secret.csv');

  test.each([
    ['another file', `SELECT * FROM read_csv('${secret}'), {batch}`],
    ['a folder', `SELECT * FROM glob('${bench.ports.workspace}/*'), {batch}`],
    ['its text', `SELECT content FROM read_text('${secret}'), {batch}`],
    ['writing', `COPY (SELECT * FROM {batch}) TO 'out.csv'`],
    ['a second statement', 'SELECT 1 FROM {batch}; DROP TABLE x'],
    ['a second statement out of its brackets', 'SELECT 1 FROM {batch}) a; CREATE TABLE x (a INT); SELECT (1'],
    ['settings', 'SET threads = 1; SELECT 1 FROM {batch}'],
    ['an extension', 'INSTALL httpfs -- {batch}'],
    ['another database', "ATTACH 'x.db' -- {batch}"],
    ['the environment', "SELECT getenv('HOME') FROM {batch}"],
    ['no table', 'SELECT 1'],
  ])('from %s', async (_, query) => {
    const error: unknown = await bench.judgeFile('a.csv', csv, rowsQuery(query)).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).problems[0]?.message).not.toContain('hunter2');
  });
});

describe('a query against one over another dataset', () => {
  const match = (base_query: string, comparison_query: string, more: object = {}) => ({
    expect_query_results_to_match_comparison: {
      base_query,
      comparison_data_source_name: 'other',
      comparison_query,
      ...more,
    },
  });
  bench.write('own.csv', 'id,n\n1,10\n2,20\n2,20\n3,\n');
  bench.write('other.jsonl', '{"id":1,"n":10}\n{"id":2,"n":20}\n{"id":4,"n":40}\n');
  const judge = (...asked: readonly object[]) =>
    bench.judge(
      { data: { path: 'own.csv' }, other: { path: 'other.jsonl' } },
      { data: { expect: asked as never } },
    );

  test('counts the rows that do not stand in both, each as often as it comes', async () => {
    const rows = 'SELECT id, n FROM {batch}';
    const cast = 'SELECT CAST(id AS INT), CAST(n AS INT) FROM {batch};';
    const result = await judge(match(rows, cast));
    expect(checkOf(result, 'query-match')).toMatchObject({
      status: 'fail',
      observed: { rows: 4, comparison: 3, matching: 2 },
      facts: { unexpectedCount: 2, unexpectedPercent: 50, elementCount: 4 },
    });
    expect(checkOf(await judge(match(rows, cast, { mostly: 0.5 })), 'query-match').status).toBe('pass');
  });

  test('two results without a row match', async () => {
    const none = 'SELECT id FROM {batch} WHERE false';
    expect(checkOf(await judge(match(none, none)), 'query-match')).toMatchObject({ status: 'pass' });
  });

  test.each([
    [
      'another number of columns',
      'SELECT id, n FROM {batch}',
      'SELECT id FROM {batch}',
      /a query of the rules is refused/,
    ],
    ['no table', 'SELECT id FROM {batch}', 'SELECT 1', /does not name `\{batch\}`/],
    ['a way out', 'SELECT id FROM {batch}', 'SELECT id FROM {batch})); DROP TABLE x; SELECT ((1', /refused/],
  ])('%s is an error', async (_, base, comparison, message) => {
    await expect(judge(match(base, comparison))).rejects.toThrow(message);
  });

  test('a dataset that the pipeline lacks is named', async () => {
    const asked = match('SELECT id FROM {batch}', 'SELECT id FROM {batch}', {
      comparison_data_source_name: 'othr',
    });
    await expect(judge(asked)).rejects.toThrow(
      /names `othr`, which is no dataset of the pipeline; the nearest is `other`/,
    );
  });
});
