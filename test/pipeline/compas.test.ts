import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { GateResultJson } from '../../src/gate/evidence-schema.js';
import { judge, writeFiles } from '../cli/sluice.js';
import { sharedDescribe } from '../shared.js';
import { tempFolder } from '../temp.js';
import { makeKeys } from './credit-risk.js';

/** Who was not labelled a risk has what people want; that is how ProPublica reads the scores. */
const config = `version: 1
pipelines:
  compas:
    model: model/
    datasets: {scores: {path: data/compas.csv, key: [id], owner: courts}}
    data-validate:
      scores:
        columns:
          id: {type: integer, unique: true, max-null-share: 0}
          age: {type: integer, min: 18, max: 96}
          race: {in: [African-American, Asian, Caucasian, Hispanic, Native American, Other]}
          decile_score: {type: integer, min: 1, max: 10}
          score_text: {in: [Low, Medium, High], max-null-share: 0}
          two_year_recid: {in: [0, 1], max-null-share: 0}
        expect:
          - expect_table_row_count_to_equal: {value: 7214}
    scan-deps: {lock-files: [requirements.txt], osv: [advisories], block: {missing-hash: true}}
    fairness-gate:
      mode: report
      predictions: data/compas.csv
      label: two_year_recid
      prediction: {when: "score_text != 'Low'"}
      favourable: {when: "score_text = 'Low'", means: not labelled a risk}
      attributes: [race]
      reference-group: race=Caucasian
      rules:
        - {metric: selection_rate, ratio: {min: 0.8}}
        - {metric: false_positive_rate, ratio: {max: 1.25}}
    policy-gate: {require: [data-validate, scan-deps, fairness-gate]}
    audit-log: {store: log, origin: compas.example/audit}
`;

const advisory = {
  id: 'TEST-1',
  modified: '2026-01-01T00:00:00Z',
  published: '2026-01-01T00:00:00Z',
  affected: [
    {
      package: { ecosystem: 'PyPI', name: 'riskscore' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '2.1.0' }] }],
    },
  ],
};

interface Group extends Readonly<Record<'n' | 'tn' | 'fp' | 'fn' | 'tp', number>> {
  readonly attributes: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, number>>;
}

sharedDescribe('data/compas', 'COMPAS through the whole pipeline', (shared) => {
  const folder = tempFolder();
  const done = new Map<string, Awaited<ReturnType<typeof judge>>>();
  const bundle = ['--model', 'model', '--bundle', 'signed/model.sig'];
  const append = ['audit-log', 'append', '--key', 'keys/log.pem'];
  const script =
    "fs.mkdirSync('model', {recursive: true}); fs.writeFileSync('model/cut.json', JSON.stringify({low: [1, 4]}))";
  const steps: readonly (readonly [name: string, words: readonly string[]])[] = [
    ['validate', ['data-validate']],
    [
      'train',
      [
        'record-training',
        '--dataset',
        'scores',
        '--input',
        'requirements.txt',
        '--',
        process.execPath,
        '-e',
        script,
      ],
    ],
    ['scan', ['scan-deps']],
    ['fairness', ['fairness-gate']],
    ['policy', ['policy-gate']],
    ['refused', ['sign-model', ...bundle, '--key', 'keys/signer.pem']],
    ['append', append],
  ];
  const resultOf = (name: string): GateResultJson | undefined => done.get(name)?.result;

  beforeAll(async () => {
    copyFileSync(path.join(shared, 'compas_two_years_min.csv'), fileIn('data', 'compas.csv'));
    for (const [name, words] of steps) done.set(name, await judge(folder, words));
  }, 60_000);

  function fileIn(...parts: readonly string[]): string {
    return path.join(folder, ...parts);
  }

  writeFiles(folder, {
    '.github/sluice.yml': config,
    'data/.keep': '',
    'requirements.txt': `riskscore==2.1.0 --hash=sha256:${'ab'.repeat(32)}\n`,
    'advisories/TEST-1.json': JSON.stringify(advisory),
  });
  makeKeys(fileIn('keys'));

  test('the data and the dependencies are accepted', () => {
    expect(resultOf('validate')).toMatchObject({ verdict: 'pass', metrics: { rows: 7214, columns: 17 } });
    expect(resultOf('scan')).toMatchObject({ verdict: 'pass', metrics: { vulnerabilities: [] } });
  });

  test('ProPublica’s published table comes out exactly', () => {
    const { propublica } = JSON.parse(readFileSync(path.join(shared, 'expected.json'), 'utf8'));
    const groups = (resultOf('fairness')?.metrics.groups ?? []) as readonly Group[];
    const table = (race: string) => {
      const group = groups.find(({ attributes }) => attributes.race === race);
      const percent = (metric: string) => (100 * (group?.metrics[metric] ?? Number.NaN)).toFixed(2);
      const counts = [group?.n, group?.tn, group?.fp, group?.fn, group?.tp];
      return [...counts, percent('false_positive_rate'), percent('false_negative_rate')];
    };
    expect(table('African-American')).toEqual([3696, 990, 805, 532, 1369, '44.85', '27.99']);
    expect(table('Caucasian')).toEqual([2454, 1139, 349, 461, 505, '23.45', '47.72']);
    for (const race of ['African-American', 'Caucasian']) {
      const { tn, fp, fn, tp } = propublica[race];
      expect(table(race).slice(1, 5)).toEqual([tn, fp, fn, tp]);
    }
  });

  test('the verdict is fail, shown in mode report without stopping the run', () => {
    const { exitCode, result, stderr } = done.get('fairness') ?? {};
    expect([result?.verdict, result?.mode, exitCode]).toEqual(['fail', 'report', 0]);
    expect(stderr).toMatch(/African-American/);
  });

  test('the policy gate and the signer refuse what failed, in mode report or not', () => {
    expect([resultOf('policy')?.verdict, done.get('policy')?.exitCode]).toEqual(['fail', 1]);
    const { exitCode, stderr } = done.get('refused') ?? {};
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/fairness-gate failed at .*, in report mode/);
    expect(stderr).toMatch(/✗ +fairness-gate → model signature +missing/);
    expect(existsSync(fileIn('signed', 'model.sig'))).toBe(false);
  });

  test('signed without that requirement, the chain says so, is logged and verified', async () => {
    const weaker = ['--require', 'data-validate,scan-deps'];
    const signed = await judge(folder, ['sign-model', ...bundle, '--key', 'keys/signer.pem', ...weaker]);
    expect([signed.exitCode, signed.result.verdict]).toEqual([0, 'pass']);
    expect(await judge(folder, append)).toMatchObject({
      exitCode: 0,
      result: { metrics: { newEntries: 1 } },
    });
    const log = await judge(folder, ['audit-log', 'verify', '--public-key', 'keys/log.pub']);
    expect(log).toMatchObject({
      exitCode: 0,
      result: { metrics: { size: 8, anchored: false, problems: [] } },
    });

    const { exitCode, stderr } = await judge(folder, [
      'verify-model',
      ...bundle,
      '--public-key',
      'keys/signer.pub',
    ]);
    expect(exitCode).toBe(0);
    expect(linksIn(stderr)).toEqual([
      ['✓', 'data → training record', 'claimed'],
      ['✓', 'training record → model', 'claimed'],
      ['✓', 'data-validate → model signature', 'claimed'],
      ['✓', 'scan-deps → model signature', 'claimed'],
      ['✓', 'model → model signature', 'recomputed'],
    ]);
  }, 30_000);
});

/** The chain as a person reads it on the terminal. */
function linksIn(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^ +([✓✗]) +(\S.*?) {2,}(missing|claimed|bound|attested|recomputed) /gm)].map(
    ([, ...parts]) => parts,
  );
}
