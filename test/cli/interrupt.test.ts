import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { tempFolder } from '../temp.js';
import { judge, listAll, type Ran, sluice, writeFiles } from './sluice.js';

/** Enough for several seconds of reading and of hashing. */
const csvMegabytes = 120;
const sparseBytes = 12 * 2 ** 30;

const codes = { SIGINT: 130, SIGTERM: 143 } as const;
type Signal = keyof typeof codes;

const config = `version: 1
pipelines:
  p:
    datasets: {data: {path: small.csv}}
    data-validate: {data: {columns: {id: {type: integer, unique: true}, name: {regex: "^n"}}}}
`;
const folder = tempFolder();
const spill = tempFolder();

beforeAll(() => {
  writeFiles(folder, { '.github/sluice.yml': config, 'small.csv': 'id,name\n1,n1\n' });
  const big = openSync(path.join(folder, 'big.csv'), 'w');
  writeSync(big, 'id,name\n');
  const rows = Buffer.from(
    Array.from({ length: 50_000 }, (_, i) => `${i + 100_000},n${i}-${'x'.repeat(40)}\n`).join(''),
  );
  for (let written = 0; written < csvMegabytes * 1e6; written += rows.length) writeSync(big, rows);
  closeSync(big);
  const sparse = openSync(path.join(folder, 'sparse.bin'), 'w');
  ftruncateSync(sparse, sparseBytes);
  closeSync(sparse);
});

/** Interrupted while it works: sooner or later again when it had not begun to listen, as on a slow machine. */
async function interrupted(words: readonly string[], signal: Signal, when?: string): Promise<Ran> {
  for (const delay of [900, 1800, 3600, 7200]) {
    const env = { TMPDIR: spill, TEMP: spill };
    const ran = await sluice(folder, words, { env, interrupt: { signal, when: when ?? delay } });
    if (ran.exitCode !== null) return ran;
  }
  throw new Error('it never got to work');
}

describe('interrupted, it says so, exits as shells expect and leaves nothing half', () => {
  const big = ['data-validate', '--data', 'big.csv'];
  const hash = [
    'record-training',
    '--input',
    'sparse.bin',
    '--output',
    'model.bin',
    '--',
    process.execPath,
    '-e',
    '0',
  ];
  test.each<[string, readonly string[], Signal]>([
    ['judging a large file', big, 'SIGINT'],
    ['judging a large file as JSON', [...big, '--json'], 'SIGTERM'],
    ['hashing a large file', hash, 'SIGINT'],
    ['hashing a large file', hash, 'SIGTERM'],
  ])('%s: %s %s', async (_, words, signal) => {
    const before = listAll(folder);
    const { exitCode, stdout, stderr } = await interrupted(words, signal);
    expect(stdout).toBe('');
    expect(stderr).toBe(`sluice: interrupted by ${signal}; nothing was left half-written\n`);
    expect(exitCode).toBe(codes[signal]);
    expect(listAll(folder)).toEqual(before);
    expect(listAll(spill)).toEqual([]);
  });

  test('training: the program it runs is stopped, too', async () => {
    const marker = path.join(folder, 'pid.txt');
    const program = `require('fs').writeFileSync('pid.txt', String(process.pid)); setTimeout(() => {}, 60_000)`;
    const words = [
      'record-training',
      '--input',
      'small.csv',
      '--output',
      'model.bin',
      '--',
      process.execPath,
      '-e',
      program,
    ];
    const { exitCode, stderr } = await interrupted(words, 'SIGINT', marker);
    expect([exitCode, stderr]).toEqual([130, expect.stringContaining('interrupted by SIGINT')]);
    const pid = Number(readFileSync(marker, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(listAll(folder).filter((name) => /\.sluice|tmp/.test(name))).toEqual([]);
  });

  test('evidence of an earlier run stays whole', async () => {
    const { result } = await judge(folder, ['data-validate']);
    expect(result.verdict).toBe('pass');
    const file = path.join(folder, '.sluice', 'p.data-validate.evidence.json');
    const [bytes, names] = [readFileSync(file), listAll(folder)];
    expect((await interrupted(big, 'SIGINT')).exitCode).toBe(130);
    expect(readFileSync(file)).toEqual(bytes);
    expect(listAll(folder)).toEqual(names);
  });
});
