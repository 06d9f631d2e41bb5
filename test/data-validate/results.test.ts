import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/gate/failure.js';
import { openBench } from './judge.js';

/** Of dbt-core 1.10.23 on DuckDB; compiled code and timings taken out. */
const dbt = readFileSync(path.join(import.meta.dirname, 'fixtures/dbt-1.10-run-results.json'), 'utf8');

const between = (success: boolean, more: object = {}) => ({
  success,
  expectation_config: {
    type: 'expect_column_values_to_be_between',
    kwargs: { column: 'age', min_value: 0, max_value: 120 },
    meta: { owner: 'risk' },
    severity: 'critical',
    ...more,
  },
  result: {
    element_count: 4,
    unexpected_count: success ? 0 : 1,
    missing_count: 1,
    partial_unexpected_list: ['jane@example.com'],
  },
  exception_info: { raised_exception: false, exception_message: null },
});
const validation = (...results: readonly ReturnType<typeof between>[]) => ({
  success: results.every(({ success }) => success),
  results,
  statistics: { evaluated_expectations: results.length },
  meta: { run_id: { run_name: null, run_time: '2026-11-20T10:00:00+00:00' } },
});
const raising = {
  ...between(false),
  result: {},
  exception_info: { 'MetricConfigurationID(x)': { raised_exception: true, exception_message: 'secret' } },
};
const progress = (update: string, passed: number, failed: number, details: (value: object) => unknown) => ({
  event_type: 'flow_progress',
  timestamp: '2026-11-20T10:00:00.000Z',
  origin: JSON.stringify({ update_id: update }),
  details: details({
    flow_progress: {
      data_quality: {
        expectations: [
          { name: 'valid_id', dataset: 'orders', passed_records: passed, failed_records: failed },
        ],
      },
    },
  }),
});

const bench = openBench();
async function importing(text: string) {
  bench.write('data.csv', 'a\n1\n');
  bench.write('results.json', text);
  const result = await bench.judge({ data: { path: 'data.csv' } }, { data: { results: ['results.json'] } });
  return { result, imported: result.checks.filter(({ facts }) => facts.imported !== undefined) };
}
const essence = ({ imported }: Awaited<ReturnType<typeof importing>>) =>
  imported
    .map(({ status, facts }) => [facts.expectation, status, facts.unexpectedCount, facts.elementCount])
    .sort((a, b) => (String(a) < String(b) ? -1 : 1));

describe('results of other tools', () => {
  test('a validation result of Great Expectations: each expectation is a check, marked, with its meta', async () => {
    const all = await importing(
      JSON.stringify(validation(between(true), between(false), between(false, { severity: 'warning' }))),
    );
    expect(essence(all)).toEqual([
      ['expect_column_values_to_be_between', 'fail', 1, 3],
      ['expect_column_values_to_be_between', 'pass', 0, 3],
      ['expect_column_values_to_be_between', 'warn', 1, 3],
    ]);
    expect(all.imported[0]?.facts).toMatchObject({
      imported: 'Great Expectations',
      column: 'age',
      judgedAt: '2026-11-20T10:00:00.000Z',
      meta: { owner: 'risk' },
    });
    expect(all.result.verdict).toBe('fail');
    expect(all.result.materials).toMatchObject([{ name: 'results.json', date: '2026-11-20T10:00:00.000Z' }]);
    expect(JSON.stringify(all.result)).not.toContain('jane@');
  });

  test('a checkpoint of it, and one of 0.x', async () => {
    const run = validation(between(true));
    const nested = { success: true, run_results: { a: run, b: { validation_result: run } } };
    expect((await importing(JSON.stringify(nested))).imported).toHaveLength(2);
    const { type, ...config } = between(true).expectation_config;
    const legacy = { ...between(true), expectation_config: { ...config, expectation_type: type } };
    expect(essence(await importing(JSON.stringify(validation(legacy as never))))).toEqual([
      ['expect_column_values_to_be_between', 'pass', 0, 3],
    ]);
  });

  test('an expectation that raised was not judged: an error, without what it says', async () => {
    const { result, imported } = await importing(JSON.stringify(validation(raising as never)));
    expect(imported).toMatchObject([{ status: 'error' }]);
    expect(imported[0]?.reason).toMatch(/raised an exception/);
    expect(JSON.stringify(result)).not.toContain('secret');
  });

  test('tests of dbt: passed, failed, warned of, broken', async () => {
    const all = await importing(dbt);
    expect(essence(all).map(([rule, ...rest]) => [String(rule).split('.')[2], ...rest])).toEqual([
      ['accepted_values_orders_code__a__b', 'pass', 0, undefined],
      ['broken', 'error', undefined, undefined],
      ['not_null_orders_code', 'warn', 1, undefined],
      ['not_null_orders_id', 'pass', 0, undefined],
      ['unique_orders_id', 'fail', 1, undefined],
    ]);
    expect(JSON.stringify(all.result)).not.toContain('Binder Error');
  });

  test.each([
    ['texts', JSON.stringify],
    ['objects', (value: object) => value],
  ])('events of a Databricks pipeline, details as %s: sums over its flows', async (_, details) => {
    const events = [
      { event_type: 'create_update', details: {} },
      progress('u1', 90, 0, details),
      progress('u1', 7, 3, details),
    ];
    const expected = [['orders: valid_id', 'fail', 3, 100]];
    expect(essence(await importing(JSON.stringify(events)))).toEqual(expected);
    expect(essence(await importing(events.map((one) => JSON.stringify(one)).join('\n')))).toEqual(expected);
  });
});

describe('what is no whole result is refused', () => {
  const refusal = (text: string) =>
    importing(text).then(
      () => 'nothing',
      (error: unknown) =>
        error instanceof Failure
          ? error.problems.map(({ message }) => message).join()
          : `raw ${String(error)}`,
    );

  test.each([
    ['another file', '{"a": 1}', /is no result that can be imported/],
    ['no JSON', 'a,b\n', /is neither JSON nor JSON lines/],
    ['nothing judged', JSON.stringify(validation()), /holds no result/],
    ['no events', '[]', /holds no result/],
    ['a build without tests', JSON.stringify({ ...JSON.parse(dbt), results: [] }), /holds no result/],
    [
      'failures taken out',
      JSON.stringify({ ...validation(between(true)), success: false }),
      /lists 1 results, and its summary is of others/,
    ],
    [
      'some results only',
      JSON.stringify({ ...validation(between(true)), statistics: { evaluated_expectations: 2 } }),
      /lists 1 results, and its summary is of others/,
    ],
    [
      'a result without a verdict',
      JSON.stringify({ success: true, results: [{ expectation_config: { kwargs: {} } }] }),
      /\/results\/0 must have required property 'success'/,
    ],
    [
      'events of two updates',
      JSON.stringify([progress('u1', 1, 0, (value) => value), progress('u2', 1, 0, (value) => value)]),
      /holds the events of 2 updates/,
    ],
  ])('%s', async (_, text, message) => {
    expect(await refusal(text)).toMatch(message);
  });

  test('a file that is not there', async () => {
    bench.write('data.csv', 'a\n1\n');
    const judging = bench.judge({ data: { path: 'data.csv' } }, { data: { results: ['gone/*.json'] } });
    await expect(judging).rejects.toThrow(/no file of results matches `gone\/\*\.json`/);
  });
});
