import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { limits } from '../../src/gate/limits.js';
import { documented } from '../fakes/documented.js';
import { type FakeGithub, startFakeGithub } from '../fakes/github.js';
import { storeZip } from '../fakes/zip.js';

const servers: FakeGithub[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function startGithub(): Promise<FakeGithub> {
  const server = await startFakeGithub();
  servers.push(server);
  return server;
}

let github: FakeGithub;
beforeAll(async () => {
  github = await startGithub();
});

interface Outcome {
  readonly value?: unknown;
  readonly kind?: string;
  readonly message?: string;
  readonly warnings: readonly string[];
}

/** Each call is a process of its own, as each job is. */
async function job(
  args: readonly string[],
  env: Readonly<Record<string, string>> = github.env,
): Promise<Outcome> {
  const hook = path.join(import.meta.dirname, '../typescript-hook.mjs');
  const script = path.join(import.meta.dirname, 'artifact-process.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', hook, script, ...args], {
    env: { PATH: process.env.PATH, ...env },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

describe('evidence as artifacts', () => {
  test('goes up in one job and comes down in another', async () => {
    await job(['put', 'pd.data-validate', '{"a":1}']);
    await job(['put', 'pd.scan-deps.py312', '{}']);
    expect(github.results.names).toEqual([
      'sluice-evidence-pd.data-validate-1',
      'sluice-evidence-pd.scan-deps.py312-1',
    ]);
    expect(await job(['list'])).toEqual({
      value: [
        ['pd.data-validate', '{"a":1}'],
        ['pd.scan-deps.py312', '{}'],
      ],
      warnings: [],
    });
  }, 30_000);

  test('of one name is kept twice when another job or attempt wrote it too', async () => {
    const forged = { name: 'pd.data-validate.evidence.json', bytes: Buffer.from('forged') };
    github.results.plant('sluice-evidence-pd.data-validate-x', storeZip([forged]));
    github.results.startAttempt();
    await job(['put', 'pd.data-validate', '{"a":2}', '2']);
    const { value } = await job(['list']);
    expect(value).toEqual(
      expect.arrayContaining([
        ['pd.data-validate', '{"a":1}'],
        ['pd.data-validate', 'forged'],
        ['pd.data-validate', '{"a":2}'],
      ]),
    );
  }, 30_000);

  test('of one name in one attempt is refused with the way out', async () => {
    expect(await job(['put', 'pd.data-validate', '{}', '2'])).toMatchObject({
      kind: 'outside',
      message: expect.stringMatching(/already exists.*`instance`/s),
    });
  }, 30_000);
});

test('hostile artifacts are left out with a warning each, and the rest is read', async () => {
  const own = await startGithub();
  const evil = (name: string, ...files: readonly string[]) =>
    own.results.plant(
      `sluice-evidence-${name}`,
      storeZip(files.map((file) => ({ name: file, bytes: Buffer.from('{}') }))),
    );
  evil('leads-elsewhere', '../../evil.evidence.json');
  evil('absolute', '/etc/evil.evidence.json');
  evil('other-file', 'index.html');
  evil('two-files', 'a.evidence.json', 'b.evidence.json');
  evil('no-file');
  const large = { name: 'a.evidence.json', bytes: Buffer.alloc(limits.evidenceBytes + 1) };
  own.results.plant('sluice-evidence-too-large', storeZip([large]));
  own.results.plant('sluice-evidence-rubbish', Buffer.from('PK\u0003\u0004 rubbish'));
  own.results.plant('unrelated', Buffer.from('not a zip'));
  evil('good', 'good.evidence.json');

  const { value, warnings } = await job(['list'], own.env);
  expect(value).toEqual([['good', '{}']]);
  expect(
    warnings.map((warning) => /^artifact sluice-evidence-(\S+) is left out: /.exec(warning)?.[1]),
  ).toEqual(['leads-elsewhere', 'absolute', 'other-file', 'two-files', 'no-file', 'too-large', 'rubbish']);
}, 30_000);

describe('no artifacts', () => {
  test('outside of an action say so', async () => {
    expect(await job(['list'], {})).toMatchObject({
      kind: 'outside',
      message: expect.stringMatching(/evidence cannot be listed.*`evidence-store`/s),
    });
  }, 30_000);

  test('when the service refuses', async () => {
    const own = await startGithub();
    own.script(/ListArtifacts$/, documented.forbidden);
    expect(await job(['list'], own.env)).toMatchObject({ kind: 'outside' });
  }, 30_000);
});
