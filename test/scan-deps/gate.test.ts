import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { sha256 } from '../../src/gate/evidence.js';
import { dirHash, omsRoot } from '../../src/gate/manifest.js';
import { conclude, type GateResult } from '../../src/gate/result.js';
import type { PipelineFacts } from '../../src/platform/ports.js';
import { scanDeps } from '../../src/scan-deps/gate.js';
import type { Settings } from '../../src/scan-deps/settings.js';
import { makePorts } from '../ports.js';
import { callOf, op, pickle } from './models/pickles.js';
import { makeZip } from './zip.js';

const advisory = (id: string, name: string, events: readonly object[], rest: object = {}) => ({
  id,
  modified: '2026-11-01T00:00:00Z',
  published: '2026-01-01T00:00:00Z',
  affected: [{ package: { ecosystem: 'PyPI', name }, ranges: [{ type: 'ECOSYSTEM', events }] }],
  ...rest,
});
const critical = { severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }] };
const low = { severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N' }] };
const oneBad = { 'osv/A-1.json': advisory('A-1', 'bad', [{ introduced: '0' }, { fixed: '2.0' }], critical) };

type Content = string | Uint8Array | object;

async function run(
  files: Readonly<Record<string, Content>>,
  settings: Settings = { osv: ['osv'] },
  now?: string,
  facts: Partial<PipelineFacts> = {},
) {
  const ports = makePorts(now === undefined ? {} : { now });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(ports.workspace, name);
    mkdirSync(path.dirname(file), { recursive: true });
    const raw = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(file, raw ? content : JSON.stringify(content));
  }
  const pipeline = { name: 'p', datasets: {}, gates: ['scan-deps'], waivers: [], ...facts };
  const judgement = await scanDeps.judge({ settings, pipeline, ports });
  return conclude(judgement, {
    gate: 'scan-deps',
    pipeline: 'p',
    instance: '',
    mode: 'enforce',
    settings: { digest: '0'.repeat(64), source: 'local', file: 'sluice.yml', ignored: [] },
    waivers: [],
    now: ports.clock.now(),
  });
}

const statusOf = ({ checks }: GateResult, id: string) =>
  checks.find((check) => check.id === `scan-deps/${id}`)?.status;
const findingsOf = ({ checks }: GateResult, id: string) =>
  checks.find((check) => check.id === `scan-deps/${id}`)?.findings ?? [];

describe('known vulnerabilities', () => {
  test('are found at the line, with the line to write', async () => {
    const result = await run({
      ...oneBad,
      'requirements.txt': 'ok==1\n\nBad[extra]==1.4.0 ; os_name=="posix"\n',
    });
    expect(result.verdict).toBe('fail');
    expect(findingsOf(result, 'vulnerabilities')).toMatchObject([
      {
        severity: 'error',
        file: 'requirements.txt',
        line: 3,
        column: 1,
        ids: ['scan-deps/vulnerabilities', 'A-1'],
        scopes: ['requirements.txt:bad', 'requirements.txt'],
        fix: 'Bad[extra]==2.0 ; os_name=="posix"',
      },
    ]);
    expect(result.metrics).toMatchObject({
      dependencies: [
        { name: 'ok', version: '1', ecosystem: 'PyPI', file: 'requirements.txt', line: 1 },
        { name: 'bad', version: '1.4.0', ecosystem: 'PyPI', file: 'requirements.txt', line: 3 },
      ],
      vulnerabilities: [
        { name: 'bad', version: '1.4.0', id: 'A-1', aliases: [], severity: 'critical', fixed: '2.0' },
      ],
    });
    expect(scanDeps.figures(result)).toMatchObject({ dependencies: 2, vulnerabilities: 1, unpinned: 0 });
    expect(result.subjects).toMatchObject([{ name: 'requirements.txt', kind: 'file', role: 'lock-file' }]);
    expect(result.materials).toMatchObject([
      { name: 'osv', date: '2026-11-01T00:00:00Z', facts: { advisories: 1 } },
    ]);
  });

  test('of one package are mended by the lowest version that no advisory affects', async () => {
    const result = await run({
      ...oneBad,
      'osv/A-2.json': advisory('A-2', 'bad', [{ introduced: '1.9' }, { fixed: '2.5' }], critical),
      'requirements.txt': 'bad==1.0',
    });
    const [finding] = findingsOf(result, 'vulnerabilities');
    expect(finding?.fix).toBe('bad==2.5');
    expect(result.metrics.vulnerabilities).toMatchObject([{ id: 'A-1', fixed: '2.0' }]);
  });

  test('are one finding for all advisories of one flaw, with the worst severity among them', async () => {
    const events = [{ introduced: '0' }];
    const result = await run({
      'osv/1.json': advisory('PYSEC-1', 'bad', events, { aliases: ['CVE-1'], ...low }),
      'osv/2.json': advisory('GHSA-1', 'bad', events, {
        aliases: ['CVE-1'],
        database_specific: { severity: 'HIGH' },
      }),
      'requirements.txt': 'bad==1',
    });
    expect(result.metrics.vulnerabilities).toEqual([
      {
        name: 'bad',
        version: '1',
        id: 'GHSA-1',
        aliases: ['CVE-1', 'PYSEC-1'],
        severity: 'high',
        fixed: null,
        exploited: false,
      },
    ]);
  });

  const published = { published: '2026-11-15T00:00:00Z' };
  const kev = { count: 1, vulnerabilities: [{ cveID: 'CVE-9' }] };
  test.each<[string, string, object, Settings['block'], 'error' | 'warning']>([
    ['a low one below the threshold warns', 'A-1', low, {}, 'warning'],
    ['a low one at the threshold blocks', 'A-1', low, { severity: 'low' }, 'error'],
    ['one without severity blocks', 'A-1', {}, {}, 'error'],
    ['one without severity blocks under any threshold', 'A-1', {}, { severity: 'critical' }, 'error'],
    [
      'one without severity warns where that is asked for',
      'A-1',
      {},
      { 'unknown-severity': false },
      'warning',
    ],
    [
      'a new one warns within its grace',
      'A-1',
      { ...critical, ...published },
      { grace: { critical: '14d' } },
      'warning',
    ],
    [
      'a new one blocks after its grace',
      'A-1',
      { ...critical, ...published },
      { grace: { critical: '6d' } },
      'error',
    ],
    [
      'grace of another severity does not help',
      'A-1',
      { ...critical, ...published },
      { grace: { high: '14d' } },
      'error',
    ],
    ['unknown severity has the grace of high', 'A-1', published, { grace: { high: '14d' } }, 'warning'],
    [
      'one without publication has no grace',
      'A-1',
      { ...critical, published: undefined },
      { grace: { critical: '9999d' } },
      'error',
    ],
    [
      'an exploited one has no grace',
      'A-1',
      { ...low, ...published, aliases: ['CVE-9'] },
      { grace: { low: '14d' } },
      'error',
    ],
    [
      'a malicious package has no grace',
      'MAL-1',
      { ...published },
      { grace: { critical: '14d', high: '14d' }, 'unknown-severity': false },
      'error',
    ],
  ])('%s', async (_, id, rest, block, severity) => {
    const result = await run(
      {
        'osv/1.json': advisory(id, 'bad', [{ introduced: '0' }], rest),
        'kev.json': kev,
        'requirements.txt': 'bad==1',
      },
      { osv: ['osv'], kev: 'kev.json', ...(block && { block }) },
    );
    expect(findingsOf(result, 'vulnerabilities').map((finding) => finding.severity)).toEqual([severity]);
  });

  test('hold at the very moment at which grace ends', async () => {
    const files = {
      'osv/1.json': advisory('A-1', 'bad', [{ introduced: '0' }], {
        ...critical,
        published: '2026-11-01T00:00:00Z',
      }),
      'requirements.txt': 'bad==1',
    };
    const settings: Settings = { osv: ['osv'], block: { grace: { critical: '10d' } } };
    expect((await run(files, settings, '2026-11-10T23:59:59.999Z')).verdict).toBe('warn');
    expect((await run(files, settings, '2026-11-11T00:00:00.000Z')).verdict).toBe('fail');
  });
});

describe('pins and hashes', () => {
  test('a range is unpinned, and the line to write comes from where the version is known', async () => {
    const result = await run({
      ...oneBad,
      'requirements.txt': 'numpy>=1.20\nscipy\ntorch>=2\n-c constraints.txt\n-r dev.txt',
      'constraints.txt': 'torch==2.1\nscipy<2',
      'dev.txt': 'numpy==1.26.4',
    });
    expect(findingsOf(result, 'pinned').map(({ line, fix, severity }) => [line, severity, fix])).toEqual([
      [1, 'error', 'numpy==1.26.4'],
      [2, 'error', expect.stringContaining('pip-compile')],
    ]);
  });

  test('a constraint pins what it bounds, and is looked up itself', async () => {
    const result = await run({ ...oneBad, 'requirements.txt': 'bad>=1\n-c c.txt', 'c.txt': '\nbad==1.0' });
    expect(statusOf(result, 'pinned')).toBe('pass');
    expect(findingsOf(result, 'vulnerabilities')).toMatchObject([
      { file: 'c.txt', line: 2, fix: 'bad==2.0' },
    ]);
  });

  test.each<[string, string | undefined]>([
    ['git+https://host.example/x@main', 'error'],
    [`git+https://host.example/x@${'a'.repeat(40)}`, 'warning'],
    ['x @ https://host.example/x.tar.gz', 'error'],
    [`x @ https://host.example/x.tar.gz#sha256=${'0'.repeat(64)}`, 'warning'],
    ['x @ https://host.example/x-1.0-py3-none-any.whl', undefined],
    ['-e .', 'note'],
    ['./pkg/a.tar.gz', 'note'],
    ['a @ file:///srv/a.tar.gz', 'error'],
    ['/srv/a.tar.gz', 'error'],
    ['../a.tar.gz', 'error'],
    ['a @ file:///srv/a.tar.gz#sha256=abc', 'warning'],
    ['x===2004d', 'error'],
  ])('%s has a finding of severity %s', async (line, severity) => {
    const result = await run({ ...oneBad, 'requirements.txt': line });
    expect(findingsOf(result, 'pinned')[0]?.severity).toBe(severity);
  });

  test('hashes are asked for by policy or by the file', async () => {
    const hashed = `a==1 --hash=sha256:${'0'.repeat(64)}\nb==1`;
    expect(statusOf(await run({ ...oneBad, 'requirements.txt': hashed }), 'hashed')).toBe('skip');
    for (const [text, block] of [
      [hashed, { 'missing-hash': true }],
      [`--require-hashes\n${hashed}`, {}],
    ] as const) {
      const result = await run({ ...oneBad, 'requirements.txt': text }, { osv: ['osv'], block });
      expect(findingsOf(result, 'hashed').map(({ message }) => message)).toEqual([
        expect.stringMatching(/^b has no --hash/),
      ]);
    }
  });
});

describe('what cannot be judged is an error, never clean', () => {
  const lock = { 'requirements.txt': 'bad==1' };
  const zip = (...entries: Parameters<typeof makeZip>[0]) => ({ ...lock, 'osv.zip': makeZip(entries) });
  const record = Buffer.from(JSON.stringify(advisory('A-1', 'bad', [{ introduced: '0' }])));
  const bomb = Buffer.alloc(8 * 1024 * 1024, 32);
  test.each<[string, Readonly<Record<string, Content>>, Settings, string]>([
    ['a missing database', lock, { osv: ['osv'] }, 'does not exist'],
    ['an empty folder', { ...lock, 'osv/README.md': '' }, { osv: ['osv'] }, 'knows no advisory for PyPI'],
    ['an empty file', { ...lock, 'osv.zip': '' }, { osv: ['osv.zip'] }, 'no readable zip'],
    [
      'a file that is no zip',
      { ...lock, 'osv.zip': 'x'.repeat(100) },
      { osv: ['osv.zip'] },
      'no readable zip',
    ],
    [
      'a zip without records',
      zip({ name: 'a.txt', data: record }),
      { osv: ['osv.zip'] },
      'knows no advisory',
    ],
    [
      'a truncated zip',
      { ...lock, 'osv.zip': makeZip([{ name: 'a.json', data: record }]).subarray(0, 120) },
      { osv: ['osv.zip'] },
      'no readable zip',
    ],
    [
      'a record with a wrong checksum',
      zip({ name: 'a.json', data: record, crc: 1 }),
      { osv: ['osv.zip'] },
      'not what the zip says',
    ],
    [
      'a bomb',
      zip({ name: 'a.json', data: bomb, packed: deflateRawSync(bomb), method: 8 }),
      { osv: ['osv.zip'] },
      'as a zip bomb does',
    ],
    [
      'a record that is larger than it says',
      zip({ name: 'a.json', data: record, packed: deflateRawSync(bomb), method: 8 }),
      { osv: ['osv.zip'] },
      'cannot be unpacked',
    ],
    ['a record that is no JSON', { ...lock, 'osv/a.json': '{' }, { osv: ['osv'] }, 'no JSON'],
    [
      'a record that is no advisory',
      { ...lock, 'osv/a.json': '[]' },
      { osv: ['osv'] },
      'no OSV record: the record is no object',
    ],
    [
      'records of another ecosystem',
      { ...lock, 'osv/a.json': { id: 'X', affected: [{ package: { ecosystem: 'npm', name: 'x' } }] } },
      { osv: ['osv'] },
      'knows no advisory',
    ],
    [
      'withdrawn records alone',
      {
        ...lock,
        'osv/a.json': advisory('A', 'x', [{ introduced: '0' }], { withdrawn: '2024-01-01T00:00:00Z' }),
      },
      { osv: ['osv'] },
      'knows no advisory',
    ],
    [
      'a database that answers nothing',
      { ...lock, 'osv/a.json': advisory('A', 'x', [{ fixed: '1' }]) },
      { osv: ['osv'] },
      'does not find its own advisories',
    ],
    [
      'fewer records than the manifest says',
      { ...lock, ...oneBad, 'osv/MANIFEST.json': { date: '2026-11-01', advisories: 2 } },
      { osv: ['osv'] },
      'its MANIFEST.json says 2',
    ],
    [
      'a stale database',
      { ...lock, ...oneBad },
      { osv: ['osv'], 'max-age': '19d' },
      'stale: osv is of 2026-11-01, 20 days old',
    ],
    [
      'one bad database of two',
      { ...lock, ...oneBad },
      { osv: ['osv', 'none'] },
      'not checked: the advisory database none',
    ],
  ])('%s', async (_, files, settings, reason) => {
    const result = await run(files, settings);
    expect(result.verdict).toBe('error');
    expect(result.checks.find(({ id }) => id === 'scan-deps/advisories')?.reason).toContain(reason);
  });

  test('no source at all is a config error', async () => {
    await expect(run(lock, {})).rejects.toMatchObject({ kind: 'config' });
  });

  test.each<[string, Readonly<Record<string, Content>>, Settings, string]>([
    ['no lock file', oneBad, { osv: ['osv'] }, 'no lock file found: there is no requirements.txt'],
    [
      'a pattern that matches nothing',
      oneBad,
      { osv: ['osv'], 'lock-files': ['locks/*.txt'] },
      'no lock file found that matches locks/*.txt',
    ],
    [
      'a lock file without dependencies',
      { ...oneBad, 'requirements.txt': '# none' },
      { osv: ['osv'] },
      'no dependency is named',
    ],
  ])('%s', async (_, files, settings, reason) => {
    const result = await run(files, settings);
    expect(result.verdict).toBe('error');
    expect(result.checks.find(({ id }) => id === 'scan-deps/lock-file')?.reason).toContain(reason);
  });

  test('a database that is within its age passes, an old one without `max-age` is noted', async () => {
    const files = { ...oneBad, 'requirements.txt': 'ok==1' };
    expect((await run(files, { osv: ['osv'], 'max-age': '20d' })).verdict).toBe('pass');
    const old = await run(files, { osv: ['osv'] }, '2027-11-01T00:00:00.000Z');
    expect(old.verdict).toBe('pass');
    expect(findingsOf(old, 'advisories')).toMatchObject([{ severity: 'note' }]);
  });

  test('folders of zips are read as osv.dev and osv-scanner lay them out', async () => {
    const data = Buffer.from(JSON.stringify(advisory('A-1', 'bad', [{ introduced: '0' }], critical)));
    for (const name of ['db/PyPI/all.zip', 'db/osv-scanner/PyPI/all.zip', 'db/PyPI-all.zip']) {
      const result = await run({ ...lock, [name]: makeZip([{ name: 'A-1.json', data }]) }, { osv: ['db'] });
      expect(result.metrics.vulnerabilities).toHaveLength(1);
    }
  });
});

describe('model files', () => {
  const benign = pickle(op.proto(2), op.emptyDict);
  const attack = pickle(op.proto(2), callOf('os', 'system'));
  const base = { ...oneBad, 'requirements.txt': 'ok==1' };
  const withModel: Partial<PipelineFacts> = { model: 'model/' };

  test('of the pipeline are opened, and the model is a subject as others compute it', async () => {
    const files = { ...base, 'model/a.pkl': benign, 'model/sub/config.json': '{}' };
    const result = await run(files, { osv: ['osv'] }, undefined, withModel);
    expect(result.verdict).toBe('pass');
    expect(result.metrics.modelFiles).toEqual([
      { path: 'model/a.pkl', format: 'pickle', verdict: 'safe', reasons: [] },
      { path: 'model/sub/config.json', format: 'json', verdict: 'safe', reasons: [] },
    ]);
    const hashed = [
      { name: 'a.pkl', sha256: sha256(benign) },
      { name: 'sub/config.json', sha256: sha256('{}') },
    ];
    expect(result.subjects.find(({ role }) => role === 'model')).toEqual({
      name: 'model',
      kind: 'set',
      role: 'model',
      digest: { dirHash: dirHash(hashed), omsRoot: omsRoot(hashed) },
      grade: 'bytes',
    });
    expect(scanDeps.figures(result)).toMatchObject({ 'model-files': 2, 'unsafe-model-files': 0 });
  });

  test.each<[string, Uint8Array, string]>([
    ['malicious', attack, 'model-malicious'],
    ['code', pickle(callOf('some.module', 'thing')), 'model-code'],
    ['malformed', attack.subarray(0, 5), 'model-malformed'],
  ])('that are %s fail the gate in a check of their own', async (verdict, bytes, id) => {
    const result = await run({ 'model/weights.bin': bytes }, { models: ['model'] });
    expect(result.verdict).toBe('fail');
    expect(statusOf(result, id)).toBe('fail');
    expect(findingsOf(result, id)).toMatchObject([
      { file: 'model/weights.bin', scopes: ['model/weights.bin'] },
    ]);
    expect(result.metrics.modelFiles).toMatchObject([{ path: 'model/weights.bin', verdict }]);
    expect(JSON.stringify(scanDeps.report(result))).toContain('weights.bin');
  });

  test('alone need neither lock file nor database, and the report says that no dependency was judged', async () => {
    const result = await run({ 'm.pkl': benign }, { models: ['m.pkl'] });
    expect(result.verdict).toBe('pass');
    expect(statusOf(result, 'lock-file')).toBe('skip');
    expect(result.subjects).toMatchObject([
      { name: 'm.pkl', kind: 'file', digest: { sha256: sha256(benign) } },
    ]);
  });

  test('of no known format are noted, not called safe', async () => {
    const result = await run({ 'm/x.bin': Buffer.from([1, 2, 3, 255]) }, { models: ['m'] });
    expect(findingsOf(result, 'model-files')).toMatchObject([{ severity: 'note', file: 'm/x.bin' }]);
    expect(result.metrics.modelFiles).toMatchObject([{ verdict: null }]);
  });

  test('that are not there yet are skipped for the pipeline, and an error where they are named', async () => {
    const result = await run(base, { osv: ['osv'] }, undefined, withModel);
    expect(statusOf(result, 'model-files')).toBe('skip');
    await expect(run(base, { models: ['model'] })).rejects.toMatchObject({ kind: 'input' });
    expect((await run(oneBad, { models: ['none/*.pkl'] })).verdict).toBe('error');
  });

  test('that change between hashing and opening are an error', async () => {
    const ports = makePorts();
    const file = path.join(ports.workspace, 'm.pkl');
    writeFileSync(file, benign);
    const swapping = {
      ...ports,
      hasher: {
        ...ports.hasher,
        tree: async (...args: Parameters<typeof ports.hasher.tree>) => {
          const hashed = await ports.hasher.tree(...args);
          writeFileSync(file, Buffer.from(benign).fill('N', 2, 3));
          return hashed;
        },
      },
    };
    const pipeline = { name: 'p', datasets: {}, gates: ['scan-deps'], waivers: [] };
    await expect(
      scanDeps.judge({ settings: { models: ['m.pkl'] }, pipeline, ports: swapping }),
    ).rejects.toThrow('m.pkl: changed while it was judged');
  });

  test('hostile names and calls stay data', async () => {
    const name = 'model/::error::x%0A\u202e.pkl';
    const result = await run(
      { [name]: pickle(callOf('os', 'system', '::error::\n</script>')) },
      { models: ['model'] },
    );
    const [finding] = findingsOf(result, 'model-malicious');
    expect(finding?.file).toBe(name);
    expect(finding?.message).toContain('"::error::\\n</script>"');
  });
});
