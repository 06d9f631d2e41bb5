import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { tempFolder } from '../temp.js';
import { bundle, root, sluice, writeFiles } from './sluice.js';

const folder = tempFolder();
const config =
  'version: 1\npipelines: {p: {datasets: {data: {path: data.csv}}, data-validate: {data: {columns: {a: {max: 3}}}}}}\n';
const words = ['data-validate'];
const csi = '\u001b[';

beforeAll(() => writeFiles(folder, { '.github/sluice.yml': config, 'data.csv': 'a\n1\n7\n' }));

describe('colours', () => {
  test.each([
    ['no terminal', {}, false],
    ['FORCE_COLOR', { FORCE_COLOR: '1' }, true],
    ['NO_COLOR, whatever else is set', { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('%s', async (_, env, coloured) => {
    const { stdout, stderr, exitCode } = await sluice(folder, words, { env });
    expect([exitCode, stdout.includes(csi), stderr]).toEqual([1, coloured, '']);
    expect(stdout).toContain('FAILED');
  });

  // util-linux has a program that gives another a terminal.
  const script = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');
  (script ? test : test.skip).each([
    ['are for terminals', 'xterm', '', true],
    ['are not for dumb ones', 'dumb', '', false],
    ['are not for who says NO_COLOR', 'xterm', '1', false],
  ])('%s', (_, term, noColor, coloured) => {
    const command = [process.execPath, bundle, ...words].map((word) => `'${word}'`).join(' ');
    const env = { PATH: process.env.PATH, TERM: term, NO_COLOR: noColor };
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect(stdout).toContain('FAILED');
    expect(stdout.replaceAll(`${csi}2K`, '').includes(csi)).toBe(coloured);
  });
});

describe('a reader', () => {
  test('that stops reading changes neither verdict nor peace', async () => {
    const child = spawn(process.execPath, [bundle, ...words], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let stderr = '';
    child.stderr.on('data', (piece) => {
      stderr += piece;
    });
    const exitCode = await new Promise((resolve) => child.on('close', resolve));
    expect([exitCode, stderr]).toEqual([1, '']);
  });

  (existsSync('/dev/full') ? test : test.skip)(
    'that has no room is told, and gets no code of success',
    () => {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [bundle, ...words, '--mode', 'report'], {
        cwd: folder,
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      expect([status, stderr]).toEqual([3, 'sluice: the output cannot be written (ENOSPC)\n']);
    },
  );
});

describe('help', () => {
  test('names every command, and every command its flags', async () => {
    const { stdout } = await sluice(folder, ['--help']);
    const names = [...stdout.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name = '']) => name);
    expect(names).toContain('record-training');
    const helps = await Promise.all(names.map((name) => sluice(folder, [name, '--help'])));
    for (const [i, help] of helps.entries()) {
      expect([help.exitCode, help.stderr]).toEqual([0, '']);
      expect(help.stdout).toMatch(new RegExp(`^Usage: sluice ${names[i]} `));
    }
  });
});

test('`npx sluice` works from the checkout and from a folder in it', () => {
  const npx = spawnSync('npx', ['--offline', 'sluice', '--version'], {
    cwd: path.join(root, 'examples', 'credit-risk'),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  expect(npx.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
