import { describe, expect, test } from '@jest/globals';
import { Type } from 'typebox';
import { baseReader } from '../../src/config/base-reader.js';
import { type LoadRequest, loadConfig as load } from '../../src/config/load.js';
import {
  baseCommit,
  baseWith,
  configFile,
  headCommit,
  local,
  problems,
  pullRequest,
  scanGate,
  workspace,
} from './setup.js';

const config = (severity: string, more = '') =>
  `version: 1\npipelines:\n  retail:\n    model: model/\n    scan-deps:\n      block: {severity: ${severity}}\n${more}`;

/** Of a gate that has something to judge. */
async function loadConfig<Settings>(request: LoadRequest<Settings>) {
  const loaded = await load(request);
  if (!loaded.applies) throw new Error('the gate does not apply');
  return loaded;
}

test('a gate without a section has nothing to judge in a pipeline of a config file', async () => {
  const bare = local('version: 1\npipelines:\n  retail: {}\n');
  const gate = { ...scanGate, needsSection: true } as const;
  expect(await load({ ...bare, gate })).toMatchObject({ applies: false, pipeline: { gates: [] } });
  const asked = local('version: 1\npipelines:\n  retail: {}\n', { inputs: new Map([['lock', ['a.txt']]]) });
  expect(await load({ ...asked, gate })).toMatchObject({ applies: true });
  const flags = local(undefined, { inputs: new Map([['lock', ['a.txt']]]) });
  expect(await load({ ...flags, gate })).toMatchObject({ applies: true });
});

describe('on a laptop', () => {
  test('input over file over default', async () => {
    const loaded = await loadConfig(local(config('high'), { inputs: new Map([['severity', 'low']]) }));
    expect(loaded.settings).toEqual({ block: { severity: 'low' }, 'lock-files': ['requirements.txt'] });
    expect(loaded.pipeline).toMatchObject({ name: 'retail', model: 'model/', gates: ['scan-deps'] });
    expect(loaded.record).toMatchObject({ source: 'local', file: configFile, ignored: [] });
  });

  test('inputs alone do without a config', async () => {
    const loaded = await loadConfig(local(undefined, { inputs: new Map([['lock', ['a.txt']]]) }));
    expect(loaded.pipeline.name).toBe('default');
    expect(loaded.settings).toEqual({ 'lock-files': ['a.txt'] });
    expect(loaded.mode).toBe('enforce');
  });

  test('the digest follows every setting that decides, and nothing else', async () => {
    const digest = async (text: string, mode?: string) =>
      (await loadConfig(local(text, mode === undefined ? {} : { mode }))).record.digest;
    const first = await digest(config('high'));
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(await digest(`# a comment\n${config('"high"')}`)).toBe(first);
    expect(await digest(config('high', '    policy-gate: {}\n'))).toBe(first);
    expect(await digest(config('low'))).not.toBe(first);
    expect(await digest(config('high'), 'report')).not.toBe(first);
  });

  test.each([
    ['mode: report\n', '', undefined, 'report'],
    ['mode: report\n', '      mode: enforce\n', undefined, 'enforce'],
    ['', '      mode: enforce\n', 'report', 'report'],
    ['', '', undefined, 'enforce'],
  ])('mode: whole %j, gate %j, input %j → %s', async (whole, gate, input, expected) => {
    const request = local(`${whole}${config('high', gate)}`, input === undefined ? {} : { mode: input });
    expect((await loadConfig(request)).mode).toBe(expected);
  });
});

describe('mistakes', () => {
  test.each([
    ['a config that is named and not there', { config: 'other.yml' }, /^other\.yml: there is no such config/],
    [
      'an unknown pipeline',
      { pipeline: 'retial' },
      /there is no pipeline `retial` — did you mean `retail`\?/,
    ],
    ['a pipeline named for a prototype', { pipeline: '__proto__' }, /may not be called/],
    ['an unknown mode', { mode: 'off' }, /^--mode: expected `enforce` or `report`/],
    ['a folder for a file', { config: '.github' }, /^\.github: /],
  ])('%s', async (_, rest, message) => {
    expect((await problems(() => loadConfig(local(config('high'), rest))))[0]).toMatch(message);
  });

  test('several pipelines and none named', async () => {
    const text = 'version: 1\npipelines: {a: {}, b: {}}';
    expect(await problems(() => loadConfig(local(text)))).toEqual([
      `${configFile}: there are several pipelines — name one with \`pipeline\`: \`a\`, \`b\``,
    ]);
  });

  test('a value from an input is blamed on the input, one from the file on its place', async () => {
    const bad = { inputs: new Map([['severity', 'hihg']]) };
    expect((await problems(() => loadConfig(local(config('high'), bad))))[0]).toMatch(
      /^--severity: `severity`: expected .* found "hihg" — did you mean `high`\?$/,
    );
    expect((await problems(() => loadConfig(local(config('hihg')))))[0]).toMatch(
      /^\.github\/sluice\.yml:6:25: `severity`: expected/,
    );
  });
});

describe('on a pull request', () => {
  test('the base decides, and what the head says is named with its line', async () => {
    const loaded = await loadConfig(pullRequest(config('critical', '      mode: report\n'), config('high')));
    expect(loaded.settings.block?.severity).toBe('high');
    expect(loaded.mode).toBe('enforce');
    expect(loaded.record).toMatchObject({ source: 'base', commit: baseCommit });
    expect(loaded.record.ignored).toEqual([
      {
        key: '/pipelines/retail/scan-deps/block/severity',
        used: 'high',
        ignored: 'critical',
        file: configFile,
        line: 6,
      },
      { key: '/pipelines/retail/scan-deps/mode', used: null, ignored: 'report', file: configFile, line: 7 },
    ]);
  });

  test.each(['pull_request', 'pull_request_target', 'merge_group'])('so on %s', async (event) => {
    const run = { kind: 'github', event, commit: headCommit } as const;
    const loaded = await loadConfig(pullRequest(config('critical'), config('high'), { run }));
    expect(loaded.settings.block?.severity).toBe('high');
  });

  test('and not on a push', async () => {
    const run = { kind: 'github', event: 'push', commit: headCommit } as const;
    const loaded = await loadConfig(pullRequest(config('critical'), config('high'), { run }));
    expect(loaded.settings.block?.severity).toBe('critical');
    expect(loaded.record).toMatchObject({ source: 'commit', commit: headCommit, ignored: [] });
  });

  test('inputs that decide are ignored and named, those that place are not', async () => {
    const inputs = new Map([
      ['severity', 'low'],
      ['model', 'elsewhere/'],
    ]);
    const loaded = await loadConfig(pullRequest(config('high'), config('high'), { inputs, mode: 'report' }));
    expect(loaded.settings.block?.severity).toBe('high');
    expect(loaded.pipeline.model).toBe('elsewhere/');
    expect(loaded.mode).toBe('enforce');
    expect(loaded.record.ignored).toEqual([
      { key: '/pipelines/retail/scan-deps/block/severity', used: 'high', ignored: 'low' },
      { key: '/pipelines/retail/scan-deps/mode', used: 'enforce', ignored: 'report' },
    ]);
  });

  test('a gate that the base does not know is judged by the head, and says so', async () => {
    const base = 'version: 1\npipelines:\n  retail: {model: model/}\n';
    const loaded = await loadConfig(pullRequest(config('low'), base));
    expect(loaded.settings.block?.severity).toBe('low');
    expect(loaded.record).toMatchObject({ source: 'bootstrap', commit: headCommit });
  });

  test('so is all where the base has no config', async () => {
    const loaded = await loadConfig(pullRequest(config('low'), undefined));
    expect(loaded.record.source).toBe('bootstrap');
  });

  test('a config under another name is no way round the one that the base has', async () => {
    const lenient = `mode: report\n${config('critical')}`;
    const files = workspace({ [configFile]: config('high'), 'other.yml': lenient });
    const request = pullRequest(undefined, config('high'), { files, config: 'other.yml' });
    const loaded = await loadConfig(request);
    expect(loaded.settings.block?.severity).toBe('high');
    expect(loaded.mode).toBe('enforce');
    expect(loaded.record).toMatchObject({ source: 'base', file: configFile });
    expect(loaded.record.ignored).toContainEqual({ key: 'config', used: configFile, ignored: 'other.yml' });
  });

  test('taking the config away changes nothing', async () => {
    const loaded = await loadConfig(pullRequest(undefined, config('high')));
    expect(loaded.settings.block?.severity).toBe('high');
    expect(loaded.record.source).toBe('base');
  });

  test('renaming the only pipeline does not shake off its rules', async () => {
    const head = config('low').replace('retail', 'wholesale');
    expect(await problems(() => loadConfig(pullRequest(head, config('high'))))).toEqual([
      `${configFile}: there are several pipelines — name one with \`pipeline\`: \`wholesale\`, \`retail\``,
    ]);
  });

  test('waivers are the base’s, even where it has none', async () => {
    const waiver = (id: string) =>
      `waivers: [{id: ${id}, scope: s, reason: r, owner: o, approver: a, expires: 2030-01-01}]\n`;
    const own = await loadConfig(pullRequest(config('high', waiver('NEW')), config('high')));
    expect(own.waivers).toEqual([]);
    const other = await loadConfig(pullRequest(config('high', waiver('NEW')), config('high', waiver('OLD'))));
    expect(other.waivers.map(({ id }) => id)).toEqual(['OLD']);
  });

  test('what the base lacks is not to be had from an input, and the message says so', async () => {
    const needy = {
      ...scanGate,
      settings: Type.Object(
        { block: Type.Object({ severity: Type.String() }) },
        { additionalProperties: true },
      ),
    };
    const request = pullRequest(config('high'), 'version: 1\npipelines: {retail: {scan-deps: {block: {}}}}', {
      gate: needy,
      inputs: new Map([['severity', 'low']]),
    });
    expect((await problems(() => loadConfig(request)))[0]).toMatch(
      /:2:34: as the base branch has it .*`severity` is missing — write it in .* inputs do not decide/,
    );
  });

  test('many differences are placed in linear time', async () => {
    const columns = Array.from({ length: 20_000 }, (_, i) => `          c${i}: {}`).join('\n');
    const head = config('high', `    data-validate:\n      train:\n        columns:\n${columns}\n`);
    const base = config('high', '    data-validate: {train: {columns: {}}}\n');
    const before = performance.now();
    const { record } = await loadConfig(pullRequest(head, base));
    expect(record.ignored).toHaveLength(20_000);
    expect(record.ignored.at(-1)?.line).toBe(20_009);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  test('a base that cannot be read fails closed and says which permission helps', async () => {
    const { base: _, ...without } = pullRequest(config('high'), config('high'));
    const unresolved = { ...without, base: { tip: async () => undefined, read: async () => undefined } };
    for (const request of [without, unresolved])
      await expect(loadConfig(request)).rejects.toMatchObject({
        kind: 'outside',
        message: expect.stringMatching(/permissions: \{contents: read\}.*fetch-depth: 0/),
      });
  });

  test.each([
    ['broken YAML', 'a: [', /as the base branch has it \(bbbbbbbbbbbb\)/],
    ['another version', 'version: 2\npipelines: {}', /not a config of version 1/],
    [
      'an unknown key',
      config('high').replace('severity', 'sevrity'),
      /:6:15: as the base branch has it .*unknown key `sevrity`/,
    ],
  ])('a base config with %s is not passed over', async (_, base, message) => {
    expect((await problems(() => loadConfig(pullRequest(config('high'), base))))[0]).toMatch(message);
  });
});

describe('files that decide', () => {
  const contents = (config: string, suite: string) => ({ [configFile]: config, 'suites/a.json': suite });
  const text = async (bytes: Promise<Uint8Array>) => new TextDecoder().decode(await bytes);

  test('come from the base on a pull request', async () => {
    const loaded = await loadConfig(
      pullRequest(undefined, undefined, {
        files: workspace(contents(config('high'), 'loose')),
        base: baseWith(contents(config('high'), 'strict')),
      }),
    );
    expect(await text(loaded.readJudging('./suites/a.json', 100))).toBe('strict');
    expect(loaded.record.source).toBe('base');
    expect(await problems(() => loaded.readJudging('suites/a.json', 3))).toEqual([
      'suites/a.json: is larger than 3 bytes on the base branch',
    ]);
  });

  test('come from the head where the base has none, and that is bootstrap', async () => {
    const loaded = await loadConfig(
      pullRequest(undefined, config('high'), { files: workspace(contents(config('high'), 'new')) }),
    );
    expect(loaded.record.source).toBe('base');
    expect(await text(loaded.readJudging('suites/a.json', 100))).toBe('new');
    expect(loaded.record.source).toBe('bootstrap');
  });

  test('are the workspace’s elsewhere; a missing one is the user’s to mend', async () => {
    const loaded = await loadConfig(local(config('high')));
    await expect(loaded.readJudging('suites/none.json', 100)).rejects.toMatchObject({ kind: 'config' });
  });
});

describe('the base reader', () => {
  const bytes = new TextEncoder().encode('x');
  const local = (commit: string | undefined, asked: string[] = []) => ({
    resolve: async (revision: string) => {
      asked.push(revision);
      return commit;
    },
    read: async (at: string, file: string) => {
      asked.push(`${at}:${file}`);
      return bytes;
    },
  });
  const remote = (asked: string[] = []) => ({
    tip: async (branch: string) => {
      asked.push(branch);
      return 'r'.repeat(40);
    },
    read: async (at: string, file: string) => {
      asked.push(`${at}:${file}`);
      return undefined;
    },
  });

  test('asks local git where the history is there, once', async () => {
    const [git, api]: [string[], string[]] = [[], []];
    const reader = baseReader({ branch: 'main', local: local('c1', git), remote: remote(api) });
    await Promise.all([reader.tip(), reader.read('./a//b.yml'), reader.read('c.yml')]);
    expect(git).toEqual(['refs/remotes/origin/main^{commit}', 'c1:a/b.yml', 'c1:c.yml']);
    expect(api).toEqual([]);
  });

  test('else the API', async () => {
    const api: string[] = [];
    const reader = baseReader({ branch: 'main', local: local(undefined), remote: remote(api) });
    expect(await reader.read('a.yml')).toBeUndefined();
    expect(api).toEqual(['main', `${'r'.repeat(40)}:a.yml`]);
  });

  test('else fails as the world outside', async () => {
    await expect(baseReader({ branch: 'main' }).tip()).rejects.toMatchObject({ kind: 'outside' });
  });

  test.each(['/etc/passwd', '../x', 'a/../../b', 'C:\\x', '..\\x', ''])('refuses %j', async (file) => {
    await expect(baseReader({ branch: 'main', local: local('c1') }).read(file)).rejects.toMatchObject({
      kind: 'config',
    });
  });
});
