import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openGithubApi } from '../../src/platform/github-api.js';
import { openHttp } from '../../src/platform/http.js';
import { documented } from '../fakes/documented.js';
import { type FakeGithub, startFakeGithub } from '../fakes/github.js';

let github: FakeGithub;
let commit: string;
beforeAll(async () => {
  github = await startFakeGithub();
  commit = github.repository.commit('release/v1', {
    '.github/sluice.yml': 'version: 1\n',
    'odd names/ä?#%.json': Buffer.from([0xff, 0]),
  });
});
afterAll(() => github.close());

function open(token = github.repository.token) {
  const http = openHttp({ signal: new AbortController().signal, backoffMs: 1 });
  return openGithubApi({ http, apiUrl: github.url, repository: github.repository.name, token });
}

describe('a repository through the API', () => {
  test('gives the tip of a branch and the bytes of files at a commit', async () => {
    const api = open();
    expect(await api.tip('release/v1')).toBe(commit);
    expect(Buffer.from((await api.read(commit, '.github/sluice.yml', 100)) ?? []).toString()).toBe(
      'version: 1\n',
    );
    expect(await api.read(commit, 'odd names/ä?#%.json', 100)).toEqual(Buffer.from([0xff, 0]));
  });

  test('has no file where there is none', async () => {
    expect(await open().read(commit, 'none.yml', 100)).toBeUndefined();
  });

  test('refuses folders and what is too large', async () => {
    await expect(open().read(commit, '.github', 1000)).rejects.toThrow(/is a folder or a submodule/);
    await expect(open().read(commit, '.github/sluice.yml', 5)).rejects.toThrow(/more than 5 bytes/);
  });
});

describe('errors name the permission to add', () => {
  const grant = /permissions: \{contents: read\}/;
  test.each([
    ['the token is refused', documented.badCredentials, /HTTP 401\).*not valid/],
    ['a permission is missing', documented.forbidden, /HTTP 403\).*may not read/],
    ['the repository is hidden', documented.notFound, /HTTP 404\).*may not see/],
  ])('when %s', async (_, reply, message) => {
    github.script(/ref\/heads/, reply);
    const asking = open().tip('main');
    await expect(asking).rejects.toMatchObject({ kind: 'outside', message: expect.stringMatching(message) });
    await expect(asking).rejects.toThrow(grant);
  });

  test('when there is no token', async () => {
    await expect(open('').tip('release/v1')).rejects.toThrow(grant);
  });

  test('but not when it is the rate limit', async () => {
    github.script(/ref\/heads/, ...Array.from({ length: 4 }, () => documented.secondaryLimit(0)));
    const asking = open().tip('release/v1');
    await expect(asking).rejects.toThrow(/rate limit is used up/);
    await expect(asking).rejects.not.toThrow(grant);
  });

  test.each([
    '{}',
    'not json',
    '{"object":{"type":"commit","sha":"../../x"}}',
    '{"object":{"type":"tag","sha":"x"}}',
    'null',
  ])('an answer of %s is no commit', async (body) => {
    github.script(/ref\/heads/, { status: 200, body });
    await expect(open().tip('release/v1')).rejects.toMatchObject({ kind: 'outside' });
  });
});
