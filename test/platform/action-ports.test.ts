import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ActionOptions, openActionPorts } from '../../src/platform/action-ports.js';
import { type FakeGithub, startFakeGithub } from '../fakes/github.js';
import { tempFolder } from '../temp.js';

let github: FakeGithub;
let commit: string;
beforeAll(async () => {
  github = await startFakeGithub();
  commit = github.repository.commit('main', { '.github/sluice.yml': 'version: 1\n' });
});
afterAll(() => github.close());

const workspace = tempFolder();
const temp = tempFolder();

function open(options: Partial<ActionOptions> = {}) {
  return openActionPorts({
    signal: new AbortController().signal,
    ...options,
    env: {
      PATH: process.env.PATH,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      ...github.env,
      ...options.env,
    },
  });
}

describe('the ports of an action', () => {
  test('confine paths to workspace and temp folder', async () => {
    const { ports, close } = open();
    expect(ports.files.resolve(`${temp}/x`)).toBe(`${temp}/x`);
    expect(() => ports.files.resolve('/etc/passwd')).toThrow(/leads out of the workspace/);
    expect(() => ports.openLog('../log')).toThrow(/leads out of the workspace/);
    await close();
  });

  test('let a volume that the workflow names be used, and nothing beside it', async () => {
    const volume = tempFolder();
    const { ports, close } = open({ volumes: [`${volume}/log`] });
    expect(ports.files.resolve(`${volume}/log/tile`)).toBe(`${volume}/log/tile`);
    expect(() => ports.files.resolve(`${volume}/other`)).toThrow(/leads out of the workspace/);
    await close();
  });

  test('keep evidence in a folder when asked to', async () => {
    const { ports, close } = open({ evidenceStore: 'evidence' });
    await ports.evidence.put({ name: 'one', bytes: Buffer.from('{}') });
    expect(await ports.files.kind('evidence')).toBe('folder');
    await close();
    expect(() => open({ evidenceStore: 's3://bucket' })).toThrow(/no such store/);
  });

  test('read the base branch through the API where git has no history', async () => {
    const { base, ports, close } = open({
      token: github.repository.token,
      env: { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' },
    });
    expect(ports.run).toMatchObject({ kind: 'github', event: 'pull_request' });
    expect(await base?.tip()).toEqual({ commit });
    expect(Buffer.from((await base?.read('.github/sluice.yml')) ?? []).toString()).toBe('version: 1\n');
    await close();
  });

  test('have no base elsewhere, and none to read without history and token', async () => {
    expect(open().base).toBeUndefined();
    const { base, close } = open({ env: { GITHUB_BASE_REF: 'main' } });
    await expect(base?.tip()).rejects.toThrow(/fetch-depth: 0/);
    await close();
  });

  test('fetch no engine when it is forbidden', async () => {
    const { ports, close } = open({ engine: 'never', env: { RUNNER_TOOL_CACHE: temp } });
    await expect(ports.engine()).rejects.toThrow(/`engine: never`/);
    await close();
  });
});
