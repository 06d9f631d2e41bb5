import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, open, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { blake3 } from '@noble/hashes/blake3.js';
import { type OpenHasher, openHasher } from '../../src/digest/hasher.js';

const MiB = 1024 * 1024;
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

let folder: string;
let abort: AbortController;
let hasher: OpenHasher;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'sluice-digest-'));
  abort = new AbortController();
  hasher = openHasher({ signal: abort.signal });
});

afterEach(async () => {
  await hasher.close();
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, content: Uint8Array | string): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  return file;
}

describe('hashing one file', () => {
  test.each([
    ['an empty file', 0],
    ['a small file', 5],
    ['one full buffer', MiB],
    ['a file of many buffers', 9 * MiB + 1],
  ])('gives size and SHA-256 of %s', async (_, size) => {
    const bytes = randomBytes(size);
    const file = await put('weights.bin', bytes);
    expect(await hasher.file(file)).toEqual({ name: 'weights.bin', size, sha256: sha256(bytes), pieces: [] });
  });

  test.each([
    ['is missing', async () => path.join(folder, 'none'), /does not exist.*check the path/],
    ['is a folder', async () => folder, /is a folder; expected a file/],
    [
      'is a link',
      async () => {
        await symlink(await put('a', 'a'), path.join(folder, 'link'));
        return path.join(folder, 'link');
      },
      /is a symbolic link/,
    ],
    [
      'is a link to nothing',
      async () => {
        await symlink('nowhere', path.join(folder, 'link'));
        return path.join(folder, 'link');
      },
      /is a symbolic link/,
    ],
  ])('refuses what %s', async (_, make, message) => {
    const file = await make();
    await expect(hasher.file(file)).rejects.toMatchObject({ kind: 'input' });
    await expect(hasher.file(file)).rejects.toThrow(message);
  });
});

test('messages name files as the caller does', async () => {
  const display = (absolute: string) => path.relative(folder, absolute);
  const named = openHasher({ signal: abort.signal, display });
  await symlink('nowhere', path.join(folder, 'link'));
  await expect(named.tree(folder)).rejects.toThrow(/^link: is a symbolic link/);
  await named.close();
});

describe('hashing a folder', () => {
  test('lists every file by its relative name, in code point order', async () => {
    for (const name of [
      'sub/b.txt',
      'sub.txt',
      '\u{1F600}',
      '\uFB01',
      'A',
      'a b',
      '__proto__',
      'constructor',
    ])
      await put(name, name);
    const files = await hasher.tree(folder);
    expect(files.map((f) => f.name)).toEqual([
      'A',
      '__proto__',
      'a b',
      'constructor',
      'sub.txt',
      'sub/b.txt',
      '\uFB01',
      '\u{1F600}',
    ]);
    expect(files.every((f) => f.sha256 === sha256(f.name))).toBe(true);
  });

  test('leaves out ignored files and folders, by exact relative path only', async () => {
    for (const name of ['.git/HEAD', 'sub/.git/HEAD', '.gitignore', 'kept']) await put(name, 'x');
    const files = await hasher.tree(folder, { ignore: ['.git', '.gitignore'] });
    expect(files.map((f) => f.name)).toEqual(['kept', 'sub/.git/HEAD']);
  });

  test('takes a file as a set of one, under its base name', async () => {
    const [file, ...more] = await hasher.tree(await put('model.bin', 'x'));
    expect(more).toEqual([]);
    expect(file).toMatchObject({ name: 'model.bin', sha256: sha256('x') });
  });

  test('gives the same through threads as in this one, for many small files too', async () => {
    for (let i = 0; i < 300; i++) await put(`d${i % 7}/f${i}`, `content ${i}`);
    await put('big', Buffer.alloc(9 * MiB, 7));
    const files = await hasher.tree(folder);
    expect(files).toHaveLength(301);
    expect(files.find((f) => f.name === 'd3/f10')?.sha256).toBe(sha256('content 10'));
    expect(files.find((f) => f.name === 'big')?.sha256).toBe(sha256(Buffer.alloc(9 * MiB, 7)));
  });

  test.each([
    ['an empty folder', async () => {}, /holds no file/],
    [
      'a folder of empty folders',
      () => mkdir(path.join(folder, 'a/b'), { recursive: true }),
      /holds no file/,
    ],
    ['a link inside', () => symlink('/etc/passwd', path.join(folder, 'l')), /l: is a symbolic link/],
    ['a loop of links', () => symlink('.', path.join(folder, 'l')), /l: is a symbolic link/],
    ['a line break in a name', () => put('a\nb', 'x'), /line break in its name/],
    [
      'a name that is not UTF-8',
      () => writeFile(Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0x66, 0xff])]), 'x'),
      /name is not UTF-8/,
    ],
    ['a pipe', async () => void execFileSync('mkfifo', [path.join(folder, 'p')]), /p: is neither a file nor/],
  ])('refuses %s', async (_, make: () => Promise<unknown>, message: RegExp) => {
    await make();
    await expect(hasher.tree(folder)).rejects.toMatchObject({ kind: 'input' });
    await expect(hasher.tree(folder)).rejects.toThrow(message);
  });

  test('refuses a socket without opening it', async () => {
    const server = createServer().listen(path.join(folder, 's'));
    await new Promise((resolve) => server.once('listening', resolve));
    await expect(hasher.tree(folder)).rejects.toThrow(/s: is neither a file nor a folder/);
    await new Promise((resolve) => server.close(resolve));
  });
});

describe('change while hashing', () => {
  /** Big and sparse, so that hashing takes long enough to be interfered with. */
  async function sparse(name: string, size: number): Promise<string> {
    const file = await put(name, '');
    await truncate(file, size);
    return file;
  }

  test('is noticed when a file grows', async () => {
    const file = await sparse('grows', 200 * MiB);
    const hashing = hasher.file(file);
    await appendFile(file, 'more');
    await expect(hashing).rejects.toThrow(/changed while it was being hashed/);
  });

  test('is noticed when a byte is rewritten', async () => {
    const file = await sparse('rewritten', 200 * MiB);
    const hashing = hasher.file(file);
    const handle = await open(file, 'r+');
    await handle.write('x', 0);
    await handle.close();
    await expect(hashing).rejects.toThrow(/changed while it was being hashed/);
  });

  test('is noticed when a file is added to the folder', async () => {
    await sparse('sub/big', 300 * MiB);
    const refused = expect(hasher.tree(folder)).rejects.toThrow(/sub: changed while it was being hashed/);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await put('sub/added', 'x');
    await refused;
  });

  test('aborting stops with the reason given', async () => {
    const file = await sparse('long', 2000 * MiB);
    const hashing = hasher.file(file);
    setTimeout(() => abort.abort(new Error('interrupted')), 50);
    await expect(hashing).rejects.toThrow('interrupted');
  });
});

describe('a second hash in the same pass', () => {
  const bytes = randomBytes(2 * MiB + 345);

  test('covers the whole file, also an empty one', async () => {
    await put('a', bytes);
    await put('b', '');
    const [a, b] = await hasher.tree(folder, { also: { algorithm: 'blake2b' } });
    const blake2b = (data: Uint8Array) => createHash('blake2b512').update(data).digest('hex');
    expect([a?.pieces, b?.pieces]).toEqual([[blake2b(bytes)], [blake2b(Buffer.alloc(0))]]);
  });

  test('covers pieces, an empty file having none', async () => {
    await put('a', bytes);
    await put('b', '');
    const pieceSize = 700_001;
    const [a, b] = await hasher.tree(folder, { also: { algorithm: 'sha256', pieceSize } });
    const expected = [0, 1, 2].map((i) => sha256(bytes.subarray(i * pieceSize, (i + 1) * pieceSize)));
    expect([a?.pieces, b?.pieces]).toEqual([expected, []]);
  });

  test('ends with a whole piece where the size divides', async () => {
    await put('a', bytes.subarray(0, 2000));
    const [a] = await hasher.tree(folder, { also: { algorithm: 'blake3', pieceSize: 1000 } });
    const expected = [bytes.subarray(0, 1000), bytes.subarray(1000, 2000)];
    expect(a?.pieces).toEqual(expected.map((b) => Buffer.from(blake3(b)).toString('hex')));
  });

  test('refuses a piece size that would make millions of digests', async () => {
    await put('a', bytes);
    const also = { algorithm: 'sha256', pieceSize: 1 } as const;
    await expect(hasher.tree(folder, { also })).rejects.toThrow(/would be hashed in 2097497 pieces/);
  });
});
