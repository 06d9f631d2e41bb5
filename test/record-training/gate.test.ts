import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { readProvenance } from '../../src/gate/provenance.js';
import type { Judgement } from '../../src/gate/result.js';
import type { PipelineFacts } from '../../src/platform/ports.js';
import { recordTraining } from '../../src/record-training/gate.js';
import type { Settings } from '../../src/record-training/settings.js';
import { concludeFor } from '../conclude.js';
import { makePorts } from '../ports.js';

const pipeline: PipelineFacts = {
  name: 'pd',
  model: 'model',
  datasets: { train: { path: 'data/train.csv' }, test: { path: 'data/test.csv' } },
  gates: [],
  waivers: [],
};

/** Runs in place of a training script; `node` itself is all it needs. */
const node = (script: string) => [process.execPath, '-e', `const fs = require('fs'); ${script}`];
const trains = node("fs.mkdirSync('model', {recursive: true}); fs.writeFileSync('model/w.bin', 'weights')");

let ports: ReturnType<typeof makePorts>;

beforeEach(() => {
  ports = makePorts();
  put('data/train.csv', 'id\n1\n');
  put('data/test.csv', 'id\n2\n');
});

function put(name: string, content: string) {
  const file = path.join(ports.workspace, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function git(...args: readonly string[]) {
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main'];
  execFileSync('git', [...identity, ...args], { cwd: ports.workspace, stdio: 'pipe' });
}

const record = (settings: Settings) => recordTraining.judge({ settings, pipeline, ports });

const concluded = (judgement: Judgement) => concludeFor('record-training', judgement);

async function storedRecords() {
  return (await ports.evidence.list()).map(({ name, bytes }) => ({ name, ...readProvenance(bytes) }));
}

describe('a step that works', () => {
  test('is recorded: command, commit, what went in and what came out', async () => {
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'data');
    const judgement = await record({ command: trains });
    const result = concluded(judgement);
    expect(result.verdict).toBe('pass');
    const [stored] = await storedRecords();
    expect(stored).toMatchObject({
      name: 'pd.training',
      pipeline: 'pd',
      step: 'train',
      command: trains,
      source: { commit: expect.stringMatching(/^[0-9a-f]{40}$/), modified: 0, untracked: 0 },
      inputs: [
        { name: 'data/train.csv', role: 'dataset', label: 'train' },
        { name: 'data/test.csv', role: 'dataset', label: 'test' },
      ],
      outputs: [{ name: 'model', role: 'model', digest: { dirHash: expect.any(String) } }],
    });
    expect(judgement.metrics.record).toBe(stored?.storedDigest);
    expect(recordTraining.figures(result)).toMatchObject({ step: 'train', 'exit-code': 0 });
    expect(recordTraining.report(result).map((s) => s.title)).toEqual([
      'Command',
      'What went in',
      'What came out',
    ]);
  });

  test('keeps nothing of the environment', async () => {
    process.env.SLUICE_TEST_SECRET = 'hunter2-in-the-environment';
    try {
      await record({
        command: node("fs.mkdirSync('model'); fs.writeFileSync('model/w', process.env.SLUICE_TEST_SECRET)"),
      });
    } finally {
      delete process.env.SLUICE_TEST_SECRET;
    }
    expect(readFileSync(path.join(ports.workspace, 'model/w'), 'utf8')).toBe('hunter2-in-the-environment');
    const [stored] = await ports.evidence.list();
    expect(Buffer.from(stored?.bytes ?? '').toString()).not.toContain('hunter2');
  });

  test('warns without a commit, and when the code differs from it', async () => {
    expect(concluded(await record({ command: trains })).verdict).toBe('warn');
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'data');
    put('new.py', 'x');
    put('data/test.csv', 'id\n3\n');
    await record({ command: trains });
    expect((await storedRecords())[0]?.source).toMatchObject({ modified: 1, untracked: 1 });
  });

  test('has a record of its own per step; a prediction names model and predictions', async () => {
    await record({ command: trains, datasets: ['train'] });
    await record({
      step: 'predict',
      command: node("fs.mkdirSync('out'); fs.writeFileSync('out/p.csv', 'p')"),
      datasets: ['test'],
      inputs: ['./model/'],
      outputs: ['out/p.csv'],
    });
    const [train, predict] = await storedRecords();
    expect([train?.name, predict?.name]).toEqual(['pd.training', 'pd.training.predict']);
    expect(predict?.inputs.map((i) => i.role)).toEqual(['dataset', 'model']);
    expect(predict?.inputs[1]?.digest).toEqual(train?.outputs[0]?.digest);
    expect(predict?.outputs).toMatchObject([{ name: 'out/p.csv', role: 'training-output' }]);
  });

  test('says when an output has the bytes it had before', async () => {
    await record({ command: trains });
    const { checks } = await record({ command: node('') });
    const outputs = checks.find((c) => c.id === 'record-training/outputs');
    expect(outputs?.findings[0]).toMatchObject({ severity: 'note', file: 'model' });
  });

  test('runs no shell: arguments reach the program as they are', async () => {
    const hostile = '$(touch pwned); `touch pwned` && touch pwned';
    const script = "fs.mkdirSync('model'); fs.writeFileSync('model/arg', process.argv[1])";
    await record({ command: [...node(script), hostile] });
    expect(readFileSync(path.join(ports.workspace, 'model/arg'), 'utf8')).toBe(hostile);
    expect(existsSync(path.join(ports.workspace, 'pwned'))).toBe(false);
  });
});

describe('a step that does not work fails and leaves no record', () => {
  const cases: readonly (readonly [string, Settings, string, RegExp])[] = [
    [
      'a failing command',
      { command: [process.execPath, '-e', 'process.exit(3)'] },
      'record-training/command',
      /exit code 3/,
    ],
    ['an output that was not made', { command: node('') }, 'record-training/outputs', /did not make/],
    [
      'an empty output folder',
      { command: node("fs.mkdirSync('model')") },
      'record-training/outputs',
      /did not make this output: it holds no file/,
    ],
    [
      'an input changed meanwhile',
      { command: [...trains.slice(0, 2), `${trains[2]}; fs.appendFileSync('data/train.csv', '9')`] },
      'record-training/inputs',
      /changed while the command ran/,
    ],
    [
      'an input removed meanwhile',
      { command: [...trains.slice(0, 2), `${trains[2]}; fs.rmSync('data/train.csv')`] },
      'record-training/inputs',
      /changed while the command ran/,
    ],
  ];
  test.each(cases)('%s', async (_, settings, id, message) => {
    const result = concluded(await record(settings));
    expect(result.verdict).toBe('fail');
    const failed = result.checks.find((c) => c.id === id);
    expect(failed?.findings[0]?.message).toMatch(message);
    expect(await ports.evidence.list()).toEqual([]);
  });

  test('a pipeline that names nothing that goes in', async () => {
    const task = { settings: { command: trains }, pipeline: { ...pipeline, datasets: {} }, ports };
    expect(concluded(await recordTraining.judge(task)).verdict).toBe('error');
    expect(await ports.evidence.list()).toEqual([]);
  });

  test('an interrupted command', async () => {
    const abort = new AbortController();
    ports = makePorts({ workspace: ports.workspace, signal: abort.signal });
    const running = record({ command: node('setTimeout(() => {}, 60000)') });
    setTimeout(() => abort.abort(new Error('interrupted')), 300);
    await expect(running).rejects.toThrow('interrupted');
    expect(await ports.evidence.list()).toEqual([]);
  });
});

describe('what cannot be recorded is told before anything runs', () => {
  const cases: readonly (readonly [string, Settings, string, RegExp])[] = [
    ['no command', {}, 'config', /there is no command to record/],
    [
      'an unknown dataset',
      { command: trains, datasets: ['trian'] },
      'config',
      /no dataset "trian".*train, test/,
    ],
    ['a missing input', { command: trains, inputs: ['req.txt'] }, 'input', /req\.txt: does not exist/],
    ['a pattern that matches nothing', { command: trains, inputs: ['*.lock'] }, 'input', /nothing matches/],
    ['an unknown program', { command: ['no-such-program-here'] }, 'outside', /no such command/],
  ];
  test.each(cases)('%s', async (_, settings, kind, message) => {
    await expect(record(settings)).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
    expect(existsSync(path.join(ports.workspace, 'model'))).toBe(false);
  });
});
