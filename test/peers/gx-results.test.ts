import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openBench } from '../data-validate/judge.js';

/** A Python with great_expectations 1.24.1. */
const python = process.env.SLUICE_PEERS_PYTHON;
const title = 'a result that Great Expectations saved is imported as it judged';

(python ? describe : describe.skip)(python ? title : `${title} (needs SLUICE_PEERS_PYTHON)`, () => {
  const script = path.join(import.meta.dirname, 'gx_results.py');
  const saved: Readonly<Record<string, unknown>> = python
    ? JSON.parse(execFileSync(python, [script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    : {};

  test.each(['BOOLEAN_ONLY', 'BASIC', 'SUMMARY', 'COMPLETE'])('format %s', async (format) => {
    const bench = openBench();
    bench.write('data.csv', 'a\n1\n');
    bench.write('results.json', JSON.stringify(saved[format]));
    const { checks } = await bench.judge(
      { data: { path: 'data.csv' } },
      { data: { results: ['results.json'] } },
    );
    const imported = checks.filter(({ facts }) => facts.imported === 'Great Expectations');
    const found = imported.map(({ status, facts }) => [facts.expectation, status, facts.unexpectedCount]);
    const counted = format !== 'BOOLEAN_ONLY';
    expect(found.sort((a, b) => (String(a) < String(b) ? -1 : 1))).toEqual([
      ['expect_column_mean_to_be_between', 'warn', undefined],
      ['expect_column_to_exist', 'fail', undefined],
      ['expect_column_values_to_be_between', 'fail', counted ? 1 : undefined],
      ['expect_column_values_to_be_in_set', 'pass', counted ? 1 : undefined],
      ['expect_column_values_to_not_be_null', 'error', undefined],
    ]);
  });
});
