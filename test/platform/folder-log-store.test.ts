import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { openFolderLog } from '../../src/platform/folder-log-store.js';
import { appendEntries } from '../../src/tlog/append.js';
import { openCheckpoint, signCheckpoint } from '../../src/tlog/checkpoint.js';
import { emptyRoot, type TreeHead } from '../../src/tlog/merkle.js';
import { scanLog } from '../../src/tlog/scan.js';
import { parseSignerKey } from '../../src/tlog/signer-key.js';
import { tempFolder } from '../temp.js';
import { noteKey } from '../tlog/keys.js';

const signal = new AbortController().signal;
const empty: TreeHead = { size: 0n, root: emptyRoot };
const { privateKey } = generateKeyPairSync('ed25519');
const key = noteKey('log.example', privateKey);
const signer = parseSignerKey(key);
const open = (folder: string, patienceMs = 60_000) => openFolderLog(folder, 'log', { signal, patienceMs });

async function append(folder: string, text: string): Promise<void> {
  await open(folder).transact(async (store) => {
    const old = await store.read('checkpoint');
    const head = old ? openCheckpoint(old, { key: signer.verifier }) : empty;
    const next = await appendEntries(store, head, [Buffer.from(text)]);
    return { checkpoint: signCheckpoint('log.example', next, signer), outcome: undefined };
  });
}

async function entriesOf(folder: string): Promise<string[]> {
  const log = open(folder);
  const head = openCheckpoint((await log.read('checkpoint'))!, { key: signer.verifier });
  const entries: string[] = [];
  const { problems } = await scanLog(log, head, {
    onEntry: (_, entry) => {
      entries.push(Buffer.from(entry).toString());
    },
  });
  expect(problems).toEqual([]);
  return entries;
}

test('eight processes at once lose nothing, double nothing and leave no lock', async () => {
  const folder = tempFolder();
  const script = path.join(import.meta.dirname, 'folder-log-writer.mjs');
  const codes = await Promise.all(
    Array.from({ length: 8 }, async (_, i) => {
      const child = spawn(process.execPath, [script, folder, key, `writer${i}`, '4'], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      const [code] = await once(child, 'exit');
      return code;
    }),
  );
  expect(codes).toEqual(Array.from({ length: 8 }, () => 0));
  const wanted = Array.from({ length: 32 }, (_, i) => `writer${Math.floor(i / 4)}-${i % 4}`);
  const got = await entriesOf(folder);
  expect(got).toHaveLength(wanted.length);
  expect(new Set(got)).toEqual(new Set(wanted));
  expect(readdirSync(path.join(folder, '.lock'))).toEqual([]);
}, 60_000);

test('a claim left by a process that died does not keep others out', async () => {
  const folder = tempFolder();
  const child = spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' });
  await once(child, 'exit');
  await append(folder, 'first');
  const [host] = await claimWhile(folder);
  writeFileSync(path.join(folder, '.lock', `${child.pid}.${host}.0011223344556677`), '');
  await append(folder, 'second');
  expect(await entriesOf(folder)).toEqual(['first', 'second']);
});

test('a living claim keeps others out, and the message names the file to remove', async () => {
  const folder = tempFolder();
  await append(folder, 'first');
  const file = path.join(folder, '.lock', `${process.pid}.elsewhere.0011223344556677`);
  writeFileSync(file, '');
  await expect(open(folder, 50).transact(async () => ({ outcome: undefined }))).rejects.toThrow(
    `remove ${file}`,
  );
});

/** The host part of a claim, seen while one is held. */
async function claimWhile(folder: string): Promise<string[]> {
  return open(folder).transact(async () => ({
    outcome: readdirSync(path.join(folder, '.lock')).map((name) => name.split('.')[1] ?? ''),
  }));
}

test('a change that throws publishes nothing and gives the lock back', async () => {
  const folder = tempFolder();
  await append(folder, 'first');
  const broken = open(folder).transact(async (store) => {
    await store.write('tile/entries/000.p/2', Buffer.from('half'));
    throw new Error('lost power');
  });
  await expect(broken).rejects.toThrow('lost power');
  expect(await entriesOf(folder)).toEqual(['first']);
  await append(folder, 'second');
  expect(await entriesOf(folder)).toEqual(['first', 'second']);
});

test('a folder that cannot be made is a failure of the outside world', async () => {
  const folder = tempFolder();
  writeFileSync(path.join(folder, 'file'), '');
  await expect(append(path.join(folder, 'file', 'log'), 'x')).rejects.toMatchObject({ kind: 'outside' });
});

test('links inside a log are refused, for reading and for writing', async () => {
  const folder = tempFolder();
  const elsewhere = tempFolder();
  mkdirSync(path.join(elsewhere, 'entries'));
  symlinkSync(elsewhere, path.join(folder, 'tile'));
  symlinkSync('/dev/zero', path.join(folder, 'checkpoint'));
  await expect(open(folder).read('checkpoint')).rejects.toThrow('is a link');
  const writing = open(folder).transact((store) =>
    store.write('tile/entries/000.p/1', Buffer.from('x')).then(() => ({ outcome: undefined })),
  );
  await expect(writing).rejects.toThrow('link');
  expect(existsSync(path.join(elsewhere, 'entries', '000.p', '1'))).toBe(false);
});

test('a folder is probed and never called WORM', async () => {
  const probes = await open(tempFolder()).probe();
  expect(probes.map(({ name, status }) => `${name}: ${status}`)).toEqual([
    'lock: pass',
    'write: pass',
    'sync: pass',
    'write once: warn',
  ]);
});
