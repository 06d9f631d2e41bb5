import { describe, expect, test } from '@jest/globals';
import { dataValidate } from '../../src/data-validate/gate.js';
import { readSuite } from '../../src/data-validate/suite.js';
import { Failure } from '../../src/gate/failure.js';
import type { GateResult } from '../../src/gate/result.js';
import { checkOf, openBench } from './judge.js';

const bench = openBench();

const gx = (expectations: readonly unknown[], rest: object = {}) =>
  JSON.stringify(
    { name: 'people', meta: { great_expectations_version: '1.24.1' }, expectations, ...rest },
    null,
    2,
  );

async function problemsIn(name: string, content: string): Promise<string> {
  bench.write(name, content);
  const error: unknown = await readSuite(name, 'data', bench.ports.files).catch((thrown) => thrown);
  if (!(error instanceof Failure)) return 'read';
  return `${error.kind}: ${error.message}`;
}

describe('a suite in our own form', () => {
  test('holds rules beside those of the section', async () => {
    bench.write(
      'suite.yaml',
      'columns:\n  a: {max: 1}\nexpect:\n  - expect_table_row_count_to_equal: {value: 2}\n',
    );
    const result = await bench.judgeFile('rows.csv', 'a\n1\n2\n', {
      suite: 'suite.yaml',
      columns: { a: { min: 0 } },
    });
    expect(
      result.checks.filter(({ facts }) => facts.expectation).map(({ title, status }) => [title, status]),
    ).toEqual([
      ['data: `a` is at least 0', 'pass'],
      ['data: `a` is at most 1', 'fail'],
      ['data: `a` is there', 'pass'],
      ['data: `a` is there', 'pass'],
      ['data: rows number exactly 2', 'pass'],
    ]);
  });

  test.each([
    [
      'unknown key',
      'columns:\n  a: {mni: 1}\n',
      /config: suite\.yaml:2:7: `mni` is not known here — did you mean `min`\?/,
    ],
    [
      'unknown expectation',
      'expect:\n  - expect_column_to_exists: {column: a}\n',
      /suite\.yaml:2:5: .*did you mean `expect_column_to_exist`/,
    ],
    [
      'wrong type',
      'columns:\n  a: {max-null-share: 2}\n',
      /suite\.yaml:2:23: \/columns\/a\/max-null-share must be <= 1/,
    ],
    ['no YAML', 'columns: [\n', /suite\.yaml:\d+:\d+: is not well-formed/],
    ['a key twice', 'columns: {}\ncolumns: {}\n', /suite\.yaml:2:1: is not well-formed/],
    ['a list', '- a\n', /suite\.yaml: is no suite/],
  ])('refuses %s at its place', async (_, content, message) => {
    expect(await problemsIn('suite.yaml', content)).toMatch(message);
  });

  test('is missing', async () => {
    const error: unknown = await readSuite('none.yaml', 'data', bench.ports.files).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: 'config', message: expect.stringMatching(/none\.yaml/) });
  });
});

describe('a suite of Great Expectations', () => {
  test('is judged with its meta and severity', async () => {
    bench.write(
      'gx.json',
      gx([
        {
          type: 'expect_column_values_to_be_between',
          kwargs: {
            column: 'a',
            min_value: 0,
            max_value: null,
            strict_min: true,
            batch_id: 'x',
            result_format: 'BASIC',
          },
          meta: { owner: 'risk', rule: 7 },
          id: 'f3a1',
          severity: 'warning',
        },
        { type: 'expect_column_values_to_not_be_null', kwargs: { column: 'a', mostly: 0.5 }, meta: null },
      ]),
    );
    const result = await bench.judgeFile('rows.csv', 'a\n0\n2\n', { suite: 'gx.json' });
    expect(result.verdict).toBe('warn');
    expect(checkOf(result, 'between')).toMatchObject({
      status: 'warn',
      facts: { meta: { owner: 'risk', rule: 7 }, unexpectedCount: 1, unexpectedPercent: 50 },
    });
  });

  test.each([
    [
      'an expectation that is not known',
      gx([{ type: 'expect_column_stdevs_to_be_between', kwargs: {} }]),
      /gx\.json:8:15: `expect_column_stdevs_to_be_between` is not known here — did you mean/,
    ],
    [
      'an argument that is not known',
      gx([{ type: 'expect_column_to_exist', kwargs: { column: 'a', row_condition: 'b > 1' } }]),
      /gx\.json:11:9: `row_condition` is not known here/,
    ],
    [
      'a parameter',
      gx([{ type: 'expect_table_row_count_to_equal', kwargs: { value: { $PARAMETER: 'n' } } }]),
      /gx\.json:10:9: the parameter "n" has no value in the suite/,
    ],
    ['no expectations', gx([]), /has no expectations, so nothing could fail/],
  ])('is refused with %s', async (_, content, message) => {
    expect(await problemsIn('gx.json', content)).toMatch(message);
  });

  test('may be indented by tabs', async () => {
    const expectations = [{ type: 'expect_column_to_exist', kwargs: { column: 'a' } }];
    expect(await problemsIn('gx.json', JSON.stringify({ name: 's', expectations }, null, '\t'))).toBe('read');
  });

  test('of ten thousand expectations is read in seconds', async () => {
    const one = {
      type: 'expect_column_values_to_be_between',
      kwargs: { column: 'a', min_value: 0, max_value: 9 },
    };
    bench.write('big.json', gx(Array.from({ length: 10_000 }, () => one)));
    const { rules } = await readSuite('big.json', 'data', bench.ports.files);
    expect(rules).toHaveLength(10_000);
  }, 20_000);
});

describe('a proposal that changes its suite', () => {
  const base = 'columns:\n  a: {min: 1}\n  b: {max: 9}\n';

  /** Judged by the base branch's suite, with another lying here. */
  async function judged(here: string) {
    const own = openBench();
    own.write('data.csv', 'a,b\n0,5\n');
    own.write('suite.yml', here);
    const ports = { ...own.ports, files: { ...own.ports.files, readJudging: async () => Buffer.from(base) } };
    const pipeline = { name: 'test', datasets: { data: { path: 'data.csv' } }, gates: [], waivers: [] };
    const judgement = await dataValidate.judge({
      settings: { data: { suite: 'suite.yml' } },
      pipeline,
      ports,
    });
    const result = { checks: judgement.checks, metrics: judgement.metrics } as GateResult;
    const section = dataValidate.report(result).find(({ title }) => title.startsWith('Changes to the suite'));
    return { fails: judgement.checks.some(({ status }) => status === 'fail'), section };
  }

  test('is judged by the rules in force, and the report tells what would change', async () => {
    const { fails, section } = await judged('columns:\n  a: {min: 0}\n  b: {max: 9}\n');
    expect(fails).toBe(true);
    expect(section).toMatchObject({
      rows: [
        ['added', 'expect_column_values_to_be_between {"column":"a","min_value":0}'],
        ['taken away', 'expect_column_values_to_be_between {"column":"a","min_value":1}'],
      ],
    });
  });

  test('has nothing to tell where the suite is the same', async () => {
    expect((await judged(base)).section).toBeUndefined();
  });

  test('says so where its suite cannot be read', async () => {
    const { section } = await judged('columns: [');
    expect(section?.note).toMatch(/cannot be read: suite\.yml:1:.*Once merged, the gate cannot run/);
    expect(section).toMatchObject({
      rows: Array.from({ length: 4 }, () => ['taken away', expect.any(String)]),
    });
  });
});
