import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type FilesOptions, openFiles } from '../../src/platform/files.js';
import { tempFolder } from '../temp.js';

function open(options: Partial<FilesOptions> = {}) {
  const workspace = options.workspace ?? tempFolder();
  const files = openFiles({ workspace, confined: false, signal: new AbortController().signal, ...options });
  return { workspace, files };
}

function fill(folder: string, names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(path.join(folder, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(folder, name), name);
  }
}

describe('reading', () => {
  test('gives the bytes up to the limit and refuses one more', async () => {
    const { workspace, files } = open();
    fill(workspace, ['twelve-bytes']);
    expect(Buffer.from(await files.read('twelve-bytes', 12)).toString()).toBe('twelve-bytes');
    await expect(files.read('twelve-bytes', 11)).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringMatching(/^twelve-bytes: is larger than 11 bytes/),
    });
  });

  test.each([
    ['a missing file', 'none.csv', /^none\.csv: does not exist/],
    ['a folder', 'folder', /^folder: is a folder; expected a file/],
    ['a pipe, without waiting for its writer', 'pipe', /^pipe: is not a regular file/],
    ['a file below a file', 'file/x', /^file\/x: does not exist/],
  ])('refuses %s', async (_, name, message) => {
    const { workspace, files } = open();
    fill(workspace, ['file', 'folder/inside']);
    spawnSync('mkfifo', [path.join(workspace, 'pipe')]);
    await expect(files.read(name, 100)).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringMatching(message),
    });
  });

  (process.getuid?.() === 0 ? test.skip : test)(
    'refuses a file without permission (not as root, who may read everything)',
    async () => {
      const { workspace, files } = open();
      fill(workspace, ['mine']);
      chmodSync(path.join(workspace, 'mine'), 0);
      await expect(files.read('mine', 100)).rejects.toMatchObject({ kind: 'input' });
    },
  );

  test('what decides and is missing is a fault of the config', async () => {
    const { files } = open();
    await expect(files.readJudging('suite.json', 100)).rejects.toMatchObject({ kind: 'config' });
  });

  test('tells kinds apart, links followed', async () => {
    const { workspace, files } = open();
    fill(workspace, ['file', 'folder/inside']);
    symlinkSync('file', path.join(workspace, 'link'));
    symlinkSync('nowhere', path.join(workspace, 'dangling'));
    spawnSync('mkfifo', [path.join(workspace, 'pipe')]);
    const kinds = ['file', 'folder', 'link', 'dangling', 'none', 'file/below', 'pipe'].map(files.kind);
    expect(await Promise.all(kinds)).toEqual([
      'file',
      'folder',
      'file',
      'missing',
      'missing',
      'missing',
      'other',
    ]);
  });
});

describe('paths', () => {
  test('are shown relative to the workspace where below it', () => {
    const { workspace, files } = open();
    expect(files.display('a/../b/c.csv')).toBe('b/c.csv');
    expect(files.display(path.join(workspace, 'x'))).toBe('x');
    expect(files.display('..data/x')).toBe('..data/x');
    expect(files.display('.')).toBe('.');
    expect(files.display('../x')).toBe(path.join(path.dirname(workspace), 'x'));
  });

  test('may lead anywhere on the command line', async () => {
    const outside = tempFolder();
    fill(outside, ['x']);
    const { files } = open();
    expect(Buffer.from(await files.read(path.join(outside, 'x'), 10)).toString()).toBe('x');
  });

  test('stay in workspace and temp folder in an action', () => {
    const [workspace, temp, outside] = [tempFolder(), tempFolder(), tempFolder()];
    fill(workspace, ['inside/file']);
    symlinkSync(outside, path.join(workspace, 'way-out'));
    symlinkSync(path.join(outside, 'later'), path.join(workspace, 'dangling'));
    symlinkSync('inside', path.join(workspace, 'way-in'));
    const { files } = open({ workspace, confined: true, extraRoots: [temp] });

    for (const fine of ['inside/file', 'not/there/yet', 'way-in/file', '.', path.join(temp, 'x'), '..data'])
      expect(files.resolve(fine)).toBe(path.resolve(workspace, fine));
    for (const bad of ['..', '../x', '/etc/passwd', 'way-out', 'way-out/x/y', 'inside/../../x', 'dangling'])
      expect(() => files.resolve(bad)).toThrow(/leads out of the workspace/);
  });

  test.each(['', 'a\0b'])('%j is no path', (bad) => {
    expect(() => open().files.resolve(bad)).toThrow(/not a path/);
  });
});

describe('writing', () => {
  test('makes folders, replaces what was there and leaves no temporary file', async () => {
    const { workspace, files } = open();
    await files.write('out/report.html', 'one');
    await files.write('out/report.html', Buffer.from('two'));
    expect(readFileSync(path.join(workspace, 'out/report.html'), 'utf8')).toBe('two');
    expect(readdirSync(path.join(workspace, 'out'))).toEqual(['report.html']);
    await files.remove('out/report.html');
    await files.remove('out/report.html');
    expect(readdirSync(path.join(workspace, 'out'))).toEqual([]);
  });

  test('leaves the old file and nothing else when the run is aborted', async () => {
    const controller = new AbortController();
    const { workspace, files } = open({ signal: controller.signal });
    await files.write('report', 'old');
    const writing = files.write('report', Buffer.alloc(64 * 1024 * 1024));
    controller.abort(new Error('SIGINT'));
    await expect(writing).rejects.toThrow('SIGINT');
    expect(readFileSync(path.join(workspace, 'report'), 'utf8')).toBe('old');
    expect(readdirSync(workspace)).toEqual(['report']);
  });

  test('onto a folder is refused, and nothing is left', async () => {
    const { workspace, files } = open();
    fill(workspace, ['folder/inside']);
    await expect(files.write('folder', 'x')).rejects.toMatchObject({ kind: 'outside' });
    expect(readdirSync(workspace)).toEqual(['folder']);
  });

  test('does not write through a link', async () => {
    const { workspace, files } = open();
    fill(workspace, ['target']);
    symlinkSync('target', path.join(workspace, 'link'));
    await files.write('link', 'new');
    expect(readFileSync(path.join(workspace, 'target'), 'utf8')).toBe('target');
  });
});

describe('patterns', () => {
  const names = [
    'data/a.csv',
    'data/b.csv',
    'data/b.json',
    'data/deep/c.csv',
    'data/.hidden.csv',
    'w[1].csv',
  ];

  test.each([
    [['data/*.csv'], ['data/a.csv', 'data/b.csv']],
    [['./data/*.csv'], ['data/a.csv', 'data/b.csv']],
    [['data/**'], ['data/a.csv', 'data/b.csv', 'data/b.json', 'data/deep/c.csv']],
    [['**/*.{json,txt}'], ['data/b.json']],
    [
      ['data/b.json', 'data/*.csv', 'data/a.csv'],
      ['data/a.csv', 'data/b.csv', 'data/b.json'],
    ],
    [
      ['data/**/*.csv', '!data/deep/**'],
      ['data/a.csv', 'data/b.csv'],
    ],
    [
      ['data/**/*.csv', '!**/b.csv'],
      ['data/a.csv', 'data/deep/c.csv'],
    ],
    [
      ['none.csv', './here/none.csv'],
      ['here/none.csv', 'none.csv'],
    ],
    [['none/*.csv'], []],
    [['w[1].csv'], ['w[1].csv']],
    [[], []],
  ])('%j', async (patterns, expected) => {
    const { workspace, files } = open();
    fill(workspace, names);
    expect(await files.glob(patterns)).toEqual(expected);
  });

  test('absolute ones give absolute paths', async () => {
    const { workspace, files } = open();
    fill(workspace, names);
    expect(await files.glob([`${workspace}/data/*.csv`])).toEqual([
      `${workspace}/data/a.csv`,
      `${workspace}/data/b.csv`,
    ]);
  });

  test('follow no link', async () => {
    const { workspace, files } = open();
    const outside = tempFolder();
    fill(outside, ['secret.csv']);
    symlinkSync(outside, path.join(workspace, 'way-out'));
    expect(await files.glob(['**/*.csv'])).toEqual([]);
  });

  test.each(['../**', '/etc/*', '*/../../*', 'x'.repeat(2000)])(
    '%j is refused in an action',
    async (pattern) => {
      const { files } = open({ confined: true });
      await expect(files.glob([pattern])).rejects.toMatchObject({ kind: 'config' });
    },
  );

  test.each(['*a*a*a*a*a*a', '**/**/**/**/**/x', '{a,aa}{a,aa}{a,aa}{a,aa}{a,aa}', 'a/*b*c*/*d*e*/*f*'])(
    '%j has more wildcards than are matched in good time',
    async (pattern) => {
      await expect(open().files.glob([pattern])).rejects.toThrow(/has too many wildcards/);
    },
  );
});
