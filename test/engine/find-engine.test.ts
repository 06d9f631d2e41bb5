import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pack } from 'tar-stream';
import { type FindOptions, findVerifiedEngine, loadInstalledEngine } from '../../src/engine/find-engine.js';
import { type EngineRelease, engineRelease, thisPlatform } from '../../src/engine/manifest.js';
import { downloadWith } from '../../src/platform/download.js';
import { openHttp } from '../../src/platform/http.js';
import { silentLog } from '../ports.js';
import { tempFolder } from '../temp.js';

const root = path.join(import.meta.dirname, '..', '..');
const release = engineRelease();
const signal = new AbortController().signal;

const server = createServer((request, response) => answer(request, response));
let answer: RequestListener;
let origin = '';
let asset: Buffer;

beforeAll(async () => {
  asset = await packed(
    release.files.map(({ path: name }) => ({ name, bytes: readFileSync(path.join(root, name)) })),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

interface Entry {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly type?: 'file' | 'symlink';
  readonly linkname?: string;
}

/** A release asset as scripts/pack-engine.mjs makes it, from what npm installed here. Little compression: it is 70 MB. */
async function packed(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { bytes = new Uint8Array(), ...header } of entries)
    tar.entry({ ...header, size: bytes.length }, Buffer.from(bytes));
  tar.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of tar as AsyncIterable<Buffer>) pieces.push(piece);
  return gzipSync(Buffer.concat(pieces), { level: 1 });
}

function serve(body: Buffer): RequestListener {
  return (_, response) => response.end(body);
}

interface Attempt extends Partial<FindOptions> {
  readonly of?: EngineRelease;
}

async function find(options: Attempt = {}) {
  const warnings: string[] = [];
  const api = await findVerifiedEngine({
    release: { ...(options.of ?? release), url: `${origin}/sluice-engine.tgz` },
    mode: 'fetch',
    tempFolder: tempFolder(),
    log: { ...silentLog, warn: (message) => void warnings.push(message) },
    download: downloadWith(openHttp({ signal, backoffMs: 1 })),
    ...options,
  });
  return { loaded: api.version(), warnings };
}

/** The release cut down to small files, for what goes wrong before anything is loaded. */
const small: EngineRelease = {
  ...release,
  files: release.files.filter(({ size }) => size < 2000).slice(0, 3),
};
const smallEntries = small.files.map(({ path: name }) => ({
  name,
  bytes: readFileSync(path.join(root, name)),
}));

describe('the manifest', () => {
  test('lists what npm installed here, byte for byte', () => {
    for (const { path: name, sha256, size } of release.files) {
      const bytes = readFileSync(path.join(root, name));
      expect([name, bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([
        name,
        size,
        sha256,
      ]);
    }
  });

  test('is of the version that package.json pins, for eight platforms', () => {
    const pinned = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).dependencies[
      '@duckdb/node-api'
    ];
    for (const os of ['darwin', 'linux', 'win32'])
      for (const arch of ['x64', 'arm64']) expect(engineRelease(`${os}-${arch}`).version).toBe(pinned);
    expect(engineRelease('linux-x64-musl').url).toContain('linux-x64-musl');
    expect(() => engineRelease('sunos-sparc')).toThrow(/not built for sunos-sparc/);
    expect(thisPlatform()).toContain(process.arch);
  });
});

describe('fetching', () => {
  test('takes a good asset, keeps it in the tool cache, and needs no network the next time', async () => {
    const toolCache = tempFolder();
    let asked = 0;
    answer = (request, response) => {
      asked++;
      // Release assets are served by another host after a redirect.
      if (request.url !== '/elsewhere') response.writeHead(302, { location: '/elsewhere' }).end();
      else response.end(asset);
    };
    expect(await find({ toolCache })).toEqual({ loaded: 'v1.5.5', warnings: [] });
    expect(asked).toBe(2);
    const tempOfSecond = tempFolder();
    expect(await find({ toolCache, mode: 'never', tempFolder: tempOfSecond })).toEqual({
      loaded: 'v1.5.5',
      warnings: [],
    });
    expect(asked).toBe(2);
    expect(readdirSync(tempOfSecond)).toEqual([]);

    const library = release.files.find(({ size }) => size > 10_000_000)?.path ?? '';
    const cached = path.join(toolCache, 'sluice-duckdb', release.version, release.platform, library);
    const bytes = readFileSync(cached);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(cached, bytes);
    await expect(find({ toolCache, mode: 'never' })).rejects.toMatchObject({ kind: 'outside' });
    const again = await find({ toolCache });
    expect(again).toEqual({
      loaded: 'v1.5.5',
      warnings: [expect.stringContaining('was altered and is not used')],
    });
    expect(readFileSync(cached).equals(bytes)).toBe(false);
  }, 60_000);

  const flipped = smallEntries.map((entry, i) => {
    const bytes = Buffer.from(entry.bytes);
    if (i === 1) bytes[0] = (bytes[0] ?? 0) ^ 1;
    return { ...entry, bytes };
  });
  const attacks: readonly (readonly [string, readonly Entry[], RegExp])[] = [
    ['one byte flipped', flipped, /is not what the manifest says/],
    ['a file missing', smallEntries.slice(1), /lacks/],
    [
      'a file too many',
      [...smallEntries, { name: 'node_modules/evil/index.js', bytes: Buffer.from('1') }],
      /which the manifest does not/,
    ],
    ['a file twice', [...smallEntries, ...smallEntries.slice(0, 1)], /which the manifest does not/],
    [
      'a path that leads elsewhere',
      [{ name: '../../evil', bytes: Buffer.from('1') }],
      /which the manifest does not/,
    ],
    ['an absolute path', [{ name: '/tmp/evil', bytes: Buffer.from('1') }], /which the manifest does not/],
    [
      'a link of a good name',
      [{ name: smallEntries[0]?.name ?? '', type: 'symlink', linkname: '/etc/passwd' }],
      /which the manifest does not/,
    ],
    [
      'a file that is longer',
      smallEntries.map((e) => ({ ...e, bytes: Buffer.concat([e.bytes, e.bytes]) })),
      /which the manifest does not/,
    ],
    ['nothing in it', [], /lacks/],
  ];
  test.each(attacks)('refuses an asset with %s', async (_, entries, message) => {
    answer = serve(await packed(entries));
    const temp = tempFolder();
    await expect(find({ of: small, tempFolder: temp })).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringMatching(message),
    });
    expect(readdirSync(temp)).toEqual([]);
  });

  test('refuses an asset that is cut, or none at all', async () => {
    const whole = await packed(smallEntries);
    for (const body of [
      whole.subarray(0, whole.length - 20),
      whole.subarray(0, 40),
      Buffer.from('<html>'),
      Buffer.alloc(0),
    ]) {
      answer = serve(body);
      await expect(find({ of: small })).rejects.toMatchObject({
        kind: 'outside',
        message: expect.stringContaining('altered or cut'),
      });
    }
  });

  test('says so when there is no asset', async () => {
    answer = (_, response) => response.writeHead(404).end();
    await expect(find({ of: small })).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringContaining('HTTP 404'),
    });
  });

  test('never happens when forbidden', async () => {
    answer = () => {
      throw new Error('asked');
    };
    await expect(find({ mode: 'never' })).rejects.toMatchObject({
      kind: 'outside',
      message: expect.stringMatching(/`engine: never`.*`engine: fetch`/s),
    });
  });

  test('works where the tool cache cannot be written', async () => {
    answer = serve(asset);
    const toolCache = path.join(tempFolder(), 'file');
    writeFileSync(toolCache, '');
    expect((await find({ toolCache })).loaded).toBe('v1.5.5');
  }, 30_000);
});

describe('engine-path', () => {
  test('is taken when every file is right, and what else lies there is not looked at', async () => {
    const folder = tempFolder();
    for (const { path: name } of release.files) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      symlinkSync(path.join(root, name), path.join(folder, name));
    }
    writeFileSync(path.join(folder, 'node_modules/@duckdb/node-api/lib/index.mjs'), 'process.exit(1)');
    expect((await find({ enginePath: folder, mode: 'never' })).loaded).toBe('v1.5.5');

    const altered = path.join(folder, release.files[0]?.path ?? '');
    const copy = readFileSync(altered);
    rmSync(altered);
    writeFileSync(altered, Buffer.concat([copy, Buffer.from(' ')]));
    await expect(find({ enginePath: folder })).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining('is not what the manifest says'),
    });
  }, 30_000);

  test.each(['none', 'file'])('%s is a fault of the config, and nothing else is tried', async (name) => {
    const folder = tempFolder();
    writeFileSync(path.join(folder, 'file'), '');
    await expect(find({ enginePath: path.join(folder, name) })).rejects.toMatchObject({ kind: 'config' });
  });
});

test('what npm left out is said', () => {
  expect(() => loadInstalledEngine(path.join(tempFolder(), 'index.js'))).toThrow(/not installed/);
  expect(loadInstalledEngine(import.meta.url).version()).toBe('v1.5.5');
});
