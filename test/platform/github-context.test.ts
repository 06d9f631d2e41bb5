import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { githubContext, localContext } from '../../src/platform/github-context.js';
import { tempFolder } from '../temp.js';

const commit = 'a'.repeat(40);
const runner = {
  GITHUB_EVENT_NAME: 'push',
  GITHUB_REPOSITORY: 'acme/credit',
  GITHUB_REPOSITORY_ID: '42',
  GITHUB_REPOSITORY_OWNER_ID: '7',
  GITHUB_WORKFLOW_REF: 'acme/credit/.github/workflows/ml.yml@refs/heads/main',
  SLUICE_JOB_WORKFLOW_REF: 'sluice-ml/sluice/.github/workflows/gate.yml@refs/tags/v1',
  GITHUB_RUN_ID: '123',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_JOB: 'gates',
  GITHUB_SHA: commit,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_ACTOR: 'ada',
  RUNNER_ENVIRONMENT: 'github-hosted',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com/',
};

const folder = tempFolder();
let events = 0;
function eventFile(content: string): string {
  const file = path.join(folder, `event-${events++}.json`);
  writeFileSync(file, content);
  return file;
}
const baseOf = (env: NodeJS.ProcessEnv, event?: unknown) =>
  githubContext({
    ...env,
    ...(event !== undefined && { GITHUB_EVENT_PATH: eventFile(JSON.stringify(event)) }),
  }).base;

test('a run is what the runner says', () => {
  expect(githubContext(runner)).toEqual({
    run: {
      kind: 'github',
      event: 'push',
      repository: 'acme/credit',
      repositoryId: '42',
      ownerId: '7',
      workflowRef: 'acme/credit/.github/workflows/ml.yml@refs/heads/main',
      jobWorkflowRef: 'sluice-ml/sluice/.github/workflows/gate.yml@refs/tags/v1',
      runId: '123',
      runAttempt: '2',
      job: 'gates',
      commit,
      ref: 'refs/heads/main',
      actor: 'ada',
      runnerEnvironment: 'github-hosted',
      serverUrl: 'https://github.com',
    },
    repository: 'acme/credit',
    apiUrl: 'https://api.github.com',
  });
});

test('what does not look as it should is left out', () => {
  const { run, repository, apiUrl } = githubContext({
    GITHUB_EVENT_NAME: 'push\nx',
    GITHUB_REPOSITORY: 'acme/../..',
    GITHUB_REPOSITORY_ID: '4 2',
    GITHUB_SHA: 'main',
    GITHUB_ACTOR: 'a\u001b[31m',
    GITHUB_SERVER_URL: 'javascript:alert(1)',
    GITHUB_API_URL: 'file:///etc',
  });
  expect(run).toEqual({ kind: 'github', event: 'unknown' });
  expect([repository, apiUrl]).toEqual([undefined, 'https://api.github.com']);
  expect(githubContext({}).run).toEqual({ kind: 'github', event: 'unknown' });
});

describe('the base branch', () => {
  const pull = (base: unknown) => ({ pull_request: { base } });

  test('comes from the pull request, and from the merge group', () => {
    expect(baseOf({ GITHUB_EVENT_NAME: 'pull_request' }, pull({ ref: 'release/v1', sha: commit }))).toEqual({
      branch: 'release/v1',
      commit,
    });
    const group = { merge_group: { base_ref: 'refs/heads/main', base_sha: commit } };
    expect(baseOf({ GITHUB_EVENT_NAME: 'merge_group' }, group)).toEqual({ branch: 'main', commit });
  });

  test('else from the environment', () => {
    expect(baseOf({ GITHUB_BASE_REF: 'main' })).toEqual({ branch: 'main' });
    expect(baseOf({ GITHUB_BASE_REF: 'main' }, { pull_request: 'none' })).toEqual({ branch: 'main' });
    expect(baseOf({ GITHUB_BASE_REF: '' })).toBeUndefined();
  });

  test.each([
    '-x',
    'a..b',
    'a^{/x}',
    'a:b',
    'a b',
    'a~1',
    'a@{1}',
    '/a',
    'a/',
    'a.lock',
    'a\nb',
    '',
    'x'.repeat(300),
    7,
    null,
  ])('is never %j', (ref) => {
    expect(baseOf({}, pull({ ref, sha: commit }))).toBeUndefined();
  });

  test('has no commit but a real one', () => {
    expect(baseOf({}, pull({ ref: 'main', sha: '--upload-pack=x' }))).toEqual({ branch: 'main' });
  });

  test('is unknown when the event is missing, malformed or made to deceive', () => {
    for (const content of [
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '{"__proto__": {"pull_request": {"base": {"ref": "evil"}}}}',
    ])
      expect(githubContext({ GITHUB_EVENT_PATH: eventFile(content) }).base).toBeUndefined();
    for (const file of [folder, path.join(folder, 'none'), ''])
      expect(githubContext({ GITHUB_EVENT_PATH: file }).base).toBeUndefined();
  });

  test('no event makes reading it fail', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        githubContext({ GITHUB_EVENT_PATH: eventFile(json) });
      }),
      { numRuns: 30 },
    );
  });
});

test('a laptop knows its commit, where there is one', async () => {
  expect(await localContext({ head: async () => commit })).toEqual({ kind: 'local', event: 'local', commit });
  expect(await localContext({ head: async () => undefined })).toEqual({ kind: 'local', event: 'local' });
});
