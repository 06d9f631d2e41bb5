import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { loadDuckDb } from '../../src/engine/load.js';
import { fairnessGate } from '../../src/fairness-gate/gate.js';
import type { Settings } from '../../src/fairness-gate/settings.js';
import { readEvidence, writeEvidence } from '../../src/gate/evidence.js';
import { tempFolder } from '../temp.js';
import {
  baseSettings,
  csvOf,
  failureOf,
  judgeWith,
  pullRequest,
  release,
  unequal,
  writeTo,
} from './setup.js';

const workspace = tempFolder();
writeTo(workspace, 'predictions.csv', unequal);
const judge = (changes: Partial<Settings> = {}, rest: object = {}) =>
  judgeWith({ ...baseSettings, ...changes }, { workspace, ...rest });
const fourFifths = { metric: 'selection_rate', ratio: { min: 0.8 } } as const;

describe('what it says', () => {
  test('fails a clear difference, names the group and counts people', async () => {
    const { result, figures } = await judge({
      favourable: { when: 'prediction = 1', means: 'approved' },
      rules: [fourFifths],
    });
    expect(result.verdict).toBe('fail');
    const [check] = result.checks;
    expect(check).toMatchObject({
      id: 'fairness-gate/selection_rate',
      title: 'selection_rate ratio of sex against the group with the best rate: at least 0.8',
      status: 'fail',
      observed: 0.5,
      threshold: { ratio: { min: 0.8 } },
    });
    expect(check?.findings[0]).toMatchObject({
      severity: 'error',
      file: 'predictions.csv',
      scopes: ['predictions.csv:sex=f', 'predictions.csv'],
    });
    expect(check?.findings[0]?.message).toBe(
      'sex=f: 300 fewer approved per 1 000 people than sex=m (ratio 0.5, interval 0.4491 to 0.5567; accepted at least 0.8)',
    );
    expect(figures.groups[0]).toMatchObject({
      attributes: { sex: 'f' },
      n: 1000,
      tp: 200,
      fp: 100,
      tn: 500,
      fn: 200,
    });
    expect(figures.disparities[0]).toEqual({
      metric: 'selection_rate',
      group: 'sex=f',
      reference: 'sex=m',
      ratio: 0.5,
      difference: -0.3,
      interval: [expect.closeTo(0.4491, 4), expect.closeTo(0.5567, 4)],
      status: 'fail',
    });
  });

  test('passes equal groups when there are enough rows', async () => {
    writeTo(
      workspace,
      'equal.csv',
      csvOf(['f', 'm'].flatMap((sex) => [[sex, 1, 1, 3000] as const, [sex, 0, 0, 3000] as const])),
    );
    const { result } = await judge({ predictions: 'equal.csv', rules: [fourFifths] });
    expect(result.verdict).toBe('pass');
  });

  test('names predictions and model by digest', async () => {
    const model = writeTo(workspace, 'model.bin', 'weights');
    const { judgement } = await judge({}, { model });
    expect(judgement.subjects.map(({ name, role, kind }) => [name, role, kind])).toEqual([
      ['predictions.csv', 'predictions', 'file'],
      ['model.bin', 'model', 'file'],
    ]);
    expect(judgement.subjects[1]?.digest).toHaveProperty('sha256');
    expect(judgement.subjects[1]?.digest).toHaveProperty('dirHash');
  });

  test('reports intervals on a log scale with the accepted band, the groups, and the definitions', async () => {
    const { result } = await judge({ rules: [fourFifths] });
    const [intervals, table, note] = fairnessGate.report(result);
    expect(intervals).toMatchObject({
      kind: 'intervals',
      scale: 'log',
      reference: 1,
      accepted: { min: 0.8 },
    });
    expect(table).toMatchObject({ kind: 'table', title: 'Groups' });
    expect(note).toMatchObject({ kind: 'note' });
    expect(fairnessGate.figures(result)).toEqual({
      'worst-ratio': 0.5,
      groups: 2,
      rows: 2000,
      inconclusive: 0,
    });
    expect(fairnessGate.headlines.map(({ name }) => name)).toEqual(Object.keys(fairnessGate.figures(result)));
  });

  test('survives as evidence, and the same input gives the same bytes', async () => {
    const bytes = async () => Buffer.from(writeEvidence((await judge()).result, release, '0.0.0'));
    const first = await bytes();
    expect(readEvidence(first).result.metrics.rows).toBe(2000);
    expect((await bytes()).equals(first)).toBe(true);
  });

  test('its settings are a valid schema that knows every input', () => {
    const validate = new Ajv({ strict: true, keywords: ['x-judging'], strictTypes: false }).compile(
      fairnessGate.settings,
    );
    expect(validate({ ...baseSettings, rules: [fourFifths] })).toBe(true);
    expect(validate({ ...baseSettings, rules: [] })).toBe(false);
    expect(validate({ ...baseSettings, rules: [{ ...fourFifths, metric: 'ppr' }] })).toBe(false);
    const keys = fairnessGate.inputs.map(({ key }) => key).filter((key) => key !== '/model');
    for (const key of keys)
      expect(fairnessGate.settings).toHaveProperty(['properties', key?.split('/')[2] ?? '']);
  });
});

describe('what the data cannot tell', () => {
  const small = csvOf([
    ['f', 1, 1, 15],
    ['f', 0, 0, 25],
    ['m', 1, 1, 20],
    ['m', 0, 0, 20],
  ]);
  writeTo(workspace, 'small.csv', small);
  const settings = { predictions: 'small.csv', rules: [fourFifths] };

  test.each([
    ['a pull request', pullRequest, 'warn'],
    ['a merge queue', { kind: 'github', event: 'merge_group' }, 'warn'],
    ['a laptop', { kind: 'local', event: 'local' }, 'warn'],
    ['a push', release, 'fail'],
    ['a run by hand', { kind: 'github', event: 'workflow_dispatch' }, 'fail'],
  ] as const)('in %s', async (_, run, verdict) => {
    const { result } = await judge(settings, { run });
    expect(result.checks[0]?.status).toBe('inconclusive');
    expect(result.verdict).toBe(verdict);
  });

  test('says about how many rows would settle it', async () => {
    const { result } = await judge(settings);
    expect(result.checks[0]?.reason).toMatch(
      /^the data cannot tell for sex=f: .*; about \d+ rows .*\(now 80\)/,
    );
  });

  test('the point decides when asked to', async () => {
    const { result } = await judge({ ...settings, rules: [{ ...fourFifths, decide: 'point' }] });
    expect(result.verdict).toBe('fail');
  });

  test('a group below the minimum is neither judged nor the best', async () => {
    writeTo(
      workspace,
      'tiny.csv',
      `${unequal}${csvOf([['x', 1, 1, 5]])
        .split('\n')
        .slice(1)
        .join('\n')}`,
    );
    const { figures, result } = await judge({ predictions: 'tiny.csv', rules: [fourFifths] });
    const of = (group: string) => figures.disparities.find((d) => d.group === group && d.status !== null);
    expect(of('sex=x')).toMatchObject({ status: 'inconclusive', reference: 'sex=m', ratio: 1 / 0.6 });
    expect(of('sex=f')).toMatchObject({ status: 'fail', reference: 'sex=m' });
    expect(result.checks[0]?.findings.some((f) => f.message.includes('5 rows, and fewer than 30'))).toBe(
      true,
    );
  });

  test('one group alone, and nobody selected, are no pass', async () => {
    writeTo(workspace, 'one.csv', csvOf([['f', 1, 1, 50]]));
    writeTo(
      workspace,
      'none.csv',
      csvOf([
        ['f', 1, 0, 500],
        ['m', 1, 0, 500],
      ]),
    );
    for (const predictions of ['one.csv', 'none.csv'])
      expect((await judge({ predictions, rules: [fourFifths] })).result.checks[0]?.status).toBe(
        'inconclusive',
      );
  });

  test('an undefined rate is null with a reason, never 0', async () => {
    writeTo(
      workspace,
      'positives.csv',
      csvOf([
        ['f', 1, 1, 60],
        ['m', 1, 1, 60],
        ['m', 0, 1, 60],
      ]),
    );
    const rules: Settings['rules'] = [{ metric: 'fpr', difference: { max: 0.1 } }];
    const { figures, result } = await judge({ predictions: 'positives.csv', rules });
    expect(figures.groups[0]).toMatchObject({
      metrics: { false_positive_rate: null },
      undefined: { false_positive_rate: 'there are no people who are negative' },
    });
    expect(result.checks[0]).toMatchObject({ status: 'inconclusive' });
    expect(result.checks[0]?.reason).toContain('sex=f has no people who are negative');
  });

  test('a reference group that is not there could not be judged against', async () => {
    const { result } = await judge({ rules: [{ ...fourFifths, 'reference-group': 'sex=q' }] });
    expect(result.verdict).toBe('error');
    expect(result.checks[0]?.reason).toBe('the reference group sex=q has no row');
  });
});

describe('without rules', () => {
  test('applies the four-fifths ratio, and calls it a default', async () => {
    const { result } = await judge();
    expect(result.checks[0]).toMatchObject({ status: 'fail', facts: { byDefault: true } });
    expect(fairnessGate.report(result)[0]?.note).toContain('No rule was written: this is the default.');
  });

  test('warns when nobody named the favourable outcome', async () => {
    const { favourable: _, ...unnamed } = baseSettings;
    const { result } = await judgeWith(unnamed, { workspace });
    expect(result.checks.find(({ id }) => id === 'fairness-gate/favourable')?.status).toBe('warn');
  });
});

describe('large CSV files', () => {
  const many = 400_000;
  const body = (end: string, f: string) =>
    Array.from({ length: many }, (_, i) => `${i % 2 ? f : 'm'},${i % 3 ? 1 : 0},${i % 5 ? 1 : 0}${end}`).join(
      '',
    );

  test.each([
    ['CRLF', '\r\n', 'f'],
    ['line ends inside quotes', '\r\n', '"f\n or\r\nw"'],
    ['blank lines between', '\n\n', 'f'],
  ])('%s: no row is lost', async (_, end, f) => {
    writeTo(workspace, 'large.csv', `sex,label,prediction${end}${body(end, f)}`);
    const { figures } = await judge({ predictions: 'large.csv' });
    expect(figures.groups.map(({ n }) => n)).toEqual([many / 2, many / 2]);
  });
});

test('JSON lines may end in CRLF', async () => {
  writeTo(workspace, 'crlf.jsonl', '{"sex":"f","label":1,"prediction":1}\r\n'.repeat(50));
  expect((await judge({ predictions: 'crlf.jsonl' })).figures.groups[0]).toMatchObject({ n: 50, tp: 50 });
});

describe('missing attributes', () => {
  const holes = `${unequal}${',1,1\n'.repeat(40)}`;
  writeTo(workspace, 'holes.csv', holes);

  test('are refused unless the config says otherwise', async () => {
    const failure = await failureOf({ ...baseSettings, predictions: 'holes.csv' }, { workspace });
    expect(failure).toMatchObject({ kind: 'input', problems: [{ message: 'sex is missing in 40 rows' }] });
  });

  test('are refused where their group would hide a value of that name', async () => {
    writeTo(workspace, 'named.csv', `${holes}(missing),1,1\n`);
    const failure = await failureOf(
      { ...baseSettings, predictions: 'named.csv', missing: 'own-group' },
      { workspace },
    );
    expect(failure.message).toContain('as the group of missing values is called');
  });

  test.each([
    ['drop', ['f', 'm']],
    ['own-group', ['(missing)', 'f', 'm']],
  ] as const)('%s, with the count shown', async (missing, values) => {
    const { figures, result } = await judge({ predictions: 'holes.csv', missing });
    expect(figures.groups.map(({ attributes }) => attributes.sex)).toEqual(values);
    expect(figures.missing).toEqual({ sex: 40 });
    expect(result.checks.find(({ id }) => id === 'fairness-gate/missing-attributes')).toMatchObject({
      status: 'pass',
      observed: { sex: 40 },
    });
  });
});

describe('other forms of the same data', () => {
  const rows = unequal
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const groupsOf = async (changes: Partial<Settings>) => (await judge(changes)).figures.groups;

  test.each([
    [
      'quoted, with CRLF and a byte order mark',
      `\uFEFF"sex","label","prediction"\r\n${rows.map((r) => `"${r.join('","')}"\r\n`).join('')}`,
      'crlf.csv',
    ],
    ['tab separated', unequal.replaceAll(',', '\t'), 'rows.tsv'],
    [
      'words for booleans',
      `sex,label,prediction\n${rows.map(([s, l, p]) => `${s},${l === '1'},${p === '1' ? 'True' : 'FALSE'}\n`).join('')}`,
      'words.csv',
    ],
    [
      'JSON lines',
      rows
        .map(([sex, l, p]) => `${JSON.stringify({ prediction: p === '1', sex, label: Number(l) })}\n`)
        .join(''),
      'rows.jsonl',
    ],
  ])('%s', async (_, content, name) => {
    writeTo(workspace, name, content);
    expect(await groupsOf({ predictions: name })).toEqual(await groupsOf({}));
  });

  test('Parquet', async () => {
    const connection = await (
      await loadDuckDb(import.meta.filename).DuckDBInstance.create(':memory:')
    ).connect();
    const [from, to] = ['predictions.csv', 'rows.parquet'].map((name) => path.join(workspace, name));
    await connection.run(`COPY (SELECT {a: 1, b: [2]} AS nested, * FROM '${from}') TO '${to}'`);
    connection.closeSync();
    expect(await groupsOf({ predictions: 'rows.parquet' })).toEqual(await groupsOf({}));
  });

  test('weights of 2 give the same rates, and wider intervals than twice the rows', async () => {
    writeTo(
      workspace,
      'weighted.csv',
      unequal.replaceAll(/(\d)$/gm, '$1,2').replace('prediction', 'prediction,w'),
    );
    const { figures } = await judge({ predictions: 'weighted.csv', weight: 'w' });
    const plain = (await judge()).figures;
    expect(figures.groups[0]).toMatchObject({
      n: 1000,
      tp: 400,
      weight: 2000,
      metrics: { selection_rate: 0.3 },
    });
    expect(figures.disparities[0]?.interval).toEqual(plain.disparities[0]?.interval);
  });
});
