import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { toolVersion } from '../../src/run/version.js';
import { tempFolder } from '../temp.js';
import { actionNames, read, root } from './files.js';

const mostBytes = 6_000_000;
const bundles = [...actionNames, 'cli'];

/** Reports every file that is loaded, so that a test can tell which chunks a run pays for. */
const hooks = `
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
registerHooks({ load(url, context, next) { appendFileSync(process.env.LOADED, url + '\\n'); return next(url, context); } });
`;

/** Starts a bundle alone in an empty folder: what it needs must be in it. */
function start(name: string, args: readonly string[], env: Record<string, string> = {}) {
  const folder = tempFolder();
  const bundle = path.join(folder, 'bundle');
  cpSync(path.join(root, 'dist', name), bundle, { recursive: true });
  const loaded = path.join(folder, 'loaded.txt');
  writeFileSync(loaded, '');
  writeFileSync(path.join(folder, 'hooks.mjs'), hooks);
  const child = spawnSync(
    process.execPath,
    ['--import', pathToFileURL(path.join(folder, 'hooks.mjs')).href, path.join(bundle, 'index.js'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        LOADED: loaded,
        RUNNER_TEMP: folder,
        GITHUB_WORKSPACE: folder,
        ...env,
      },
    },
  );
  const chunks = readFileSync(loaded, 'utf8')
    .split('\n')
    .filter((url) => url.includes('/bundle/'));
  return { ...child, chunks: chunks.map((url) => path.basename(url)) };
}

describe.each(bundles)('the bundle of %s', (name) => {
  const folder = path.join(root, 'dist', name);

  test('is at most 6 MB with its chunks', () => {
    const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0);
    expect(bytes).toBeLessThanOrEqual(mostBytes);
  });

  test('has the digest worker beside it', () => {
    expect(readdirSync(folder)).toContain('digest-worker.js');
  });
});

describe.each(actionNames)('the bundle of %s', (name) => {
  test('starts in an empty folder, finds no config and says so, loading no chunk that it does not need', () => {
    const { status, stdout, stderr, chunks } = start(name, [], {
      INPUT_CONFIG: 'missing.yml',
      'INPUT_EVIDENCE-STORE': 'evidence',
      GITHUB_ACTIONS: 'true',
    });
    expect(stdout + stderr).toContain('missing.yml');
    expect(stdout + stderr).not.toMatch(/Cannot find (module|package)|ERR_MODULE_NOT_FOUND|\n {4}at /);
    expect(status).not.toBe(0);
    expect(chunks).toEqual(['index.js']);
  });
});

describe('the bundle of the command line', () => {
  test('answers --version in an empty folder without loading any gate', () => {
    const { status, stdout, chunks } = start('cli', ['--version']);
    expect([status, stdout]).toEqual([0, `${toolVersion}\n`]);
    expect(chunks).toEqual(['index.js']);
  });

  test('is started by its name', () => {
    expect(readFileSync(path.join(root, 'dist/cli/index.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});

test('the version in the code is the package’s', () => {
  expect(JSON.parse(read('package.json')).version).toBe(toolVersion);
});

test('the notices name what the bundles hold', () => {
  const notices = read('dist/THIRD-PARTY-NOTICES.txt');
  for (const name of ['@actions/core', '@actions/artifact', '@sigstore/bundle', 'ajv', 'yaml', 'commander'])
    expect(notices).toContain(name);
});
