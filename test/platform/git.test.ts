import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { openGit } from '../../src/platform/git.js';
import { openSubprocess } from '../../src/platform/subprocess.js';
import { tempFolder } from '../temp.js';

const signal = new AbortController().signal;
const hasGit = (() => {
  try {
    return execFileSync('git', ['--version']).length > 0;
  } catch {
    return false;
  }
})();

function open(folder: string, env: NodeJS.ProcessEnv = process.env) {
  return openGit(folder, openSubprocess({ signal, env, stderr: process.stderr, underActions: false }));
}

let folder: string;
let first: string;
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t', ...args], { cwd: folder })
    .toString()
    .trim();
const write = (name: string, content: string | Uint8Array) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
};

(hasGit ? describe : describe.skip)('a repository', () => {
  beforeAll(() => {
    folder = tempFolder();
    git('init', '-q', '-b', 'main');
    write('.gitignore', 'out/\n');
    write('sluice.yml', 'version: 1\n');
    write('-n', 'dashes');
    write('odd/ä *[1].txt', 'odd');
    write('latin1.txt', Buffer.from([0x66, 0xe4]));
    symlinkSync('sluice.yml', path.join(folder, 'link.yml'));
    git('add', '-A');
    git('commit', '-q', '-m', 'one');
    first = git('rev-parse', 'HEAD');
    write('sluice.yml', 'version: 2\n');
    git('commit', '-q', '-a', '-m', 'two');
    git('update-ref', 'refs/remotes/origin/release/v1', first);
  });

  const read = async (name: string, max = 100) => {
    const bytes = await open(folder).read(first, name, max);
    return bytes && Buffer.from(bytes).toString();
  };

  test('gives files as they were at a commit', async () => {
    expect(await read('sluice.yml')).toBe('version: 1\n');
    expect(await read('-n')).toBe('dashes');
    expect(await read('odd/ä *[1].txt')).toBe('odd');
    expect(await read('none')).toBeUndefined();
    expect(await read('odd/*')).toBeUndefined();
  });

  test.each([
    ['odd', /is not a regular file/],
    ['link.yml', /is not a regular file/],
    ['latin1.txt', /is not UTF-8/],
  ])('refuses %s', async (name, message) => {
    await expect(read(name)).rejects.toThrow(message);
  });

  test('refuses what is too large, and commits that are not here', async () => {
    await expect(read('sluice.yml', 5)).rejects.toThrow(/larger than 5 bytes/);
    await expect(open(folder).read('0'.repeat(40), 'x', 5)).rejects.toThrow(/cannot read 0000/);
    await expect(open(folder).read('--output=x', 'x', 5)).rejects.toThrow(RangeError);
  });

  test('resolves revisions to commits', async () => {
    const repository = open(folder);
    expect(await repository.resolve('refs/remotes/origin/release/v1^{commit}')).toBe(first);
    expect(await repository.head()).toBe(git('rev-parse', 'HEAD'));
    for (const bad of ['refs/heads/none', '--all', '-n', '', 'HEAD:sluice.yml..HEAD'])
      expect(await repository.resolve(bad)).toBeUndefined();
  });

  test('knows what is changed, tracked and cut off', async () => {
    const repository = open(folder);
    write('out/ignored', '');
    expect(await repository.isDirty()).toBe(false);
    expect(await repository.isShallow()).toBe(false);
    expect(
      await repository.trackedOf(['sluice.yml', '-n', 'odd/ä *[1].txt', 'odd', 'out/ignored', 'none', '*']),
    ).toEqual(new Set(['sluice.yml', '-n', 'odd/ä *[1].txt']));
    write('new', '');
    expect(await repository.isDirty()).toBe(true);
    rmSync(path.join(folder, 'new'));
    const clone = tempFolder();
    execFileSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, clone]);
    expect(await open(clone).isShallow()).toBe(true);
    expect(await open(clone).resolve(`${first}^{commit}`)).toBeUndefined();
  });

  test('runs nothing that the repository is set up to run', async () => {
    const marker = path.join(tempFolder(), 'ran');
    const script = path.join(folder, 'out', 'hook.sh');
    write('out/hook.sh', `#!/bin/sh\ntouch ${marker}\n`);
    execFileSync('chmod', ['+x', script]);
    git('config', 'core.fsmonitor', script);
    await open(folder).isDirty();
    await open(folder).trackedOf(['sluice.yml']);
    expect(() => execFileSync('ls', [marker], { stdio: 'ignore' })).toThrow();
    git('config', '--unset', 'core.fsmonitor');
  });
});

test('where there is no repository, or no git, there is nothing to know', async () => {
  const empty = tempFolder();
  for (const env of [process.env, { PATH: empty }]) {
    const nothing = open(empty, env);
    expect(await nothing.head()).toBeUndefined();
    expect(await nothing.isDirty()).toBeUndefined();
    expect(await nothing.isShallow()).toBeUndefined();
    expect(await nothing.trackedOf(['x'])).toEqual(new Set());
  }
});
