import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { tempFolder } from '../temp.js';
import { judge, root, sluice, writeFiles } from './sluice.js';

const advisory = {
  id: 'TEST-1',
  modified: '2026-01-01T00:00:00Z',
  published: '2026-01-01T00:00:00Z',
  affected: [
    {
      package: { ecosystem: 'PyPI', name: 'left' },
      ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }] }],
    },
  ],
};

/** A pipeline whose gates come to the verdicts that a test asks for. */
const config = ({ max = 10, unpinned = true, mode = 'enforce', more = '' } = {}) => `version: 1
mode: ${mode}
pipelines:
  p:
    datasets: {data: {path: data.csv}}
    data-validate: {data: {columns: {a: {type: integer, max: ${max}}}}}
    scan-deps: {osv: [advisories], block: {unpinned: ${unpinned}}}
${more}`;

let folder: string;
beforeEach(() => {
  folder = tempFolder();
  writeFiles(folder, {
    '.github/sluice.yml': config(),
    'data.csv': 'a\n1\n7\n',
    'requirements.txt': 'right>=1.0\n',
    'advisories/TEST-1.json': JSON.stringify(advisory),
  });
});
const configure = (options: Parameters<typeof config>[0]) =>
  writeFiles(folder, { '.github/sluice.yml': config(options) });

describe('the exit code tells', () => {
  test('0: passed', async () => {
    const { result, exitCode } = await judge(folder, ['data-validate']);
    expect([result.verdict, exitCode]).toEqual(['pass', 0]);
  });

  test('0: passed with warnings', async () => {
    configure({ unpinned: false });
    const { result, exitCode } = await judge(folder, ['scan-deps']);
    expect([result.verdict, exitCode]).toEqual(['warn', 0]);
  });

  test('1: failed', async () => {
    configure({ max: 3 });
    const { result, exitCode } = await judge(folder, ['data-validate']);
    expect([result.verdict, exitCode]).toEqual(['fail', 1]);
  });

  test('0: failed in mode report, by the file or the flag', async () => {
    configure({ max: 3 });
    const byFlag = await judge(folder, ['data-validate', '--mode', 'report']);
    expect([byFlag.result.verdict, byFlag.result.mode, byFlag.exitCode]).toEqual(['fail', 'report', 0]);
    configure({ max: 3, mode: 'report' });
    expect((await judge(folder, ['data-validate'])).exitCode).toBe(0);
  });

  test('0: skipped where nothing asks for the gate; 4: skipped where it is required', async () => {
    configure({ more: '    policy-gate: {require: [data-validate, fairness-gate]}\n' });
    const skipped = await judge(folder, ['fairness-gate']);
    expect([skipped.result.verdict, skipped.exitCode]).toEqual(['skip', 0]);
    await judge(folder, ['data-validate']);
    const required = await judge(folder, ['policy-gate']);
    expect([required.result.verdict, required.exitCode]).toEqual(['error', 4]);
    expect(required.stderr).toMatch(/fairness-gate/);
  });

  test.each([
    [2, 'settings', ['data-validate', '--config', 'none.yml']],
    [3, 'the world outside', ['data-validate', '--evidence-dir', 'data.csv']],
    [4, 'what cannot be judged', ['data-validate', '--data', 'none.csv']],
  ])('%d: %s, in mode report too', async (expected, _, words) => {
    const { result, exitCode } = await judge(folder, [...words, '--mode', 'report']);
    expect([result.verdict, exitCode]).toEqual(['error', expected]);
  });

  test('the worst of a whole run', async () => {
    configure({ max: 3 });
    const { result, exitCode } = await judge(folder, ['run']);
    expect([result.gate, result.verdict, exitCode]).toEqual(['policy-gate', 'fail', 1]);
    writeFiles(folder, { 'requirements.txt': '=>\n' });
    expect((await judge(folder, ['run'])).exitCode).toBe(4);
  });

  test.each([['--help'], ['--version'], ['data-validate', '--help'], ['init']])(
    '0: sluice %s %s',
    async (...words) => {
      const { exitCode, stdout, stderr } = await sluice(folder, words);
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(stdout).not.toBe('');
    },
  );
});

describe('70: a bug', () => {
  const hook = pathToFileURL(path.join(root, 'test', 'typescript-hook.mjs')).href;
  const entry = JSON.stringify(pathToFileURL(path.join(root, 'src', 'run', 'entry.ts')).href);
  const script = `import { runEntry } from ${entry};
    runEntry(async () => { throw new TypeError('cannot read x of undefined') }, (text) => process.stderr.write(text));`;
  const run = (env: NodeJS.ProcessEnv) =>
    spawnSync(process.execPath, ['--import', hook, '--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, SLUICE_DEBUG: '', RUNNER_DEBUG: '', ...env },
    });

  test('is called one, with where to report it and without a stack', () => {
    const { status, stderr } = run({});
    expect(status).toBe(70);
    expect(stderr).toMatch(/^a bug in Sluice: cannot read x of undefined\nPlease report it at https:/);
    expect(stderr).not.toMatch(/\n {4}at /);
  });

  test('shows its stack to who asks for it', () => {
    expect(run({ SLUICE_DEBUG: '1' }).stderr).toMatch(/\n {4}at /);
  });
});
