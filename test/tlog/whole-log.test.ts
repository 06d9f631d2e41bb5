import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { appendEntries } from '../../src/tlog/append.js';
import {
  emptyRoot,
  hashLeaf,
  type TreeHead,
  verifyConsistency,
  verifyInclusion,
} from '../../src/tlog/merkle.js';
import { readBundle } from '../../src/tlog/read-tile.js';
import { scanLog } from '../../src/tlog/scan.js';
import { Tree } from '../../src/tlog/tree.js';
import { sharedDescribe } from '../shared.js';
import { MemoryLog } from './memory-log.js';
import { readerOf, unpackLog } from './vectors.js';

interface Proofs {
  readonly inclusion: readonly { Size: number; Index: number; LeafHash: string; Proof: string[] | null }[];
  readonly consistency: readonly { Old: number; New: number; Proof: string[] | null }[];
}

const hex = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash).toString('hex'));

sharedDescribe('vectors/tlog', 'whole logs of the vectors', (folder) => {
  const roots: Record<string, string> = JSON.parse(readFileSync(path.join(folder, 'roots.json'), 'utf8'));
  const proofs: Proofs = JSON.parse(readFileSync(path.join(folder, 'proofs.json'), 'utf8'));
  const headAt = (size: number): TreeHead => ({
    size: BigInt(size),
    root: Buffer.from(roots[String(size)] ?? '', 'hex'),
  });
  const whole = unpackLog(folder, 70_000);
  afterAll(() => rmSync(whole.root, { recursive: true }));

  describe.each([1, 2, 255, 256, 257, 1000])('the log of %i', (size) => {
    const { root, log } = unpackLog(folder, size);
    afterAll(() => rmSync(root, { recursive: true }));

    test('hangs together, entries to root', async () => {
      expect((await scanLog(readerOf(log), headAt(size))).problems).toEqual([]);
    });

    test('gives the proofs of the vectors', async () => {
      const tree = new Tree(readerOf(log), BigInt(size));
      for (const { Index, LeafHash, Proof } of proofs.inclusion.filter((p) => p.Size === size)) {
        const proof = await tree.proveInclusion(BigInt(Index));
        expect(hex(proof)).toEqual(Proof ?? []);
        verifyInclusion(Buffer.from(LeafHash, 'hex'), BigInt(Index), headAt(size), proof);
      }
      for (const { Old, Proof } of proofs.consistency.filter((p) => p.New === size))
        expect(hex(await tree.proveConsistency(BigInt(Old)))).toEqual(Proof ?? []);
    });
  });

  test('the log of 70 000 hangs together, with the roots of all the smaller ones on the way', async () => {
    const sizes = [0, 1, 2, 255, 256, 257, 1000].map(BigInt);
    let entries = 0;
    const scan = await scanLog(readerOf(whole.log), headAt(70_000), {
      sizes,
      onEntry: () => {
        entries++;
      },
    });
    expect(scan.problems).toEqual([]);
    expect(entries).toBe(70_000);
    for (const size of sizes) expect(hex([scan.roots.get(size)!])).toEqual([roots[String(size)]]);
  });

  test('proofs over 70 000 entries read three tiles per path, never the log', async () => {
    const reader = readerOf(whole.log);
    const head = headAt(70_000);
    for (const { Index, LeafHash, Proof } of proofs.inclusion.filter((p) => p.Size === 70_000)) {
      reader.seen.length = 0;
      const proof = await new Tree(reader, 70_000n).proveInclusion(BigInt(Index));
      expect(hex(proof)).toEqual(Proof ?? []);
      verifyInclusion(Buffer.from(LeafHash, 'hex'), BigInt(Index), head, proof);
      expect(reader.seen.length).toBeLessThanOrEqual(5);
    }
    for (const { Old, Proof } of proofs.consistency.filter((p) => p.New === 70_000)) {
      reader.seen.length = 0;
      const proof = await new Tree(reader, 70_000n).proveConsistency(BigInt(Old));
      expect(hex(proof)).toEqual(Proof ?? []);
      verifyConsistency(headAt(Old), head, proof);
      expect(reader.seen.length).toBeLessThanOrEqual(6);
    }
  });

  test.each([
    [0, 1, 2, 255, 256, 257, 1000],
    [0, 1000, 70_000],
  ])('appending in steps %s, %s, %s … writes the very files of the vectors', async (...sizes) => {
    const log = new MemoryLog();
    let head: TreeHead = { size: 0n, root: emptyRoot };
    for (const size of sizes.slice(1)) {
      head = await appendEntries(log, head, await entriesOf(whole.log, Number(head.size), size));
      expect(head).toEqual({ size: BigInt(size), root: expect.anything() });
      expect(hex([head.root])).toEqual([roots[String(size)]]);
    }
    for (const file of new Set(log.written.filter((name) => !name.includes('.p/'))))
      expect(Buffer.compare(log.files.get(file)!, readFileSync(path.join(whole.log, file)))).toBe(0);
    expect((await scanLog(log, head)).problems).toEqual([]);
  });
});

async function entriesOf(folder: string, from: number, to: number): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for (let bundle = Math.floor(from / 256); bundle * 256 < to; bundle++)
    all.push(...(await readBundle(readerOf(folder), BigInt(bundle), 70_000n)));
  const skip = Math.floor(from / 256) * 256;
  return all.slice(from - skip, to - skip);
}

describe('a small log', () => {
  const entry = (i: number) => Buffer.from(`entry ${i}`);
  const grow = async (count: number, log = new MemoryLog()) => {
    const entries = Array.from({ length: count }, (_, i) => entry(i));
    return { log, head: await appendEntries(log, { size: 0n, root: emptyRoot }, entries) };
  };

  test('writes entries before the tiles that hash them', async () => {
    const { log } = await grow(300);
    expect(log.written).toEqual([
      'tile/entries/000',
      'tile/0/000',
      'tile/entries/001.p/44',
      'tile/0/001.p/44',
      'tile/1/000.p/1',
    ]);
  });

  test('appending nothing changes nothing', async () => {
    const { log, head } = await grow(5);
    expect(await appendEntries(log, head, [])).toEqual(head);
  });

  test.each([
    ['a missing tile', 'tile/0/001.p/44', undefined],
    ['a torn tile', 'tile/0/001.p/44', Buffer.alloc(100)],
    ['an edited tile', 'tile/1/000.p/1', Buffer.alloc(32)],
  ])('rebuilds %s at the edge from the entries', async (_, file, damaged) => {
    const { log, head } = await grow(300);
    if (damaged === undefined) log.files.delete(file);
    else log.files.set(file, damaged);
    const next = await appendEntries(log, head, [entry(300)]);
    expect(next.root).toEqual((await grow(301)).head.root);
    expect((await scanLog(log, next)).problems).toEqual([]);
  });

  test('overwrites what a crash left after the head', async () => {
    const { log, head } = await grow(300);
    await appendEntries(log, head, [Buffer.from('never published')]);
    const next = await appendEntries(log, head, [entry(300)]);
    expect((await scanLog(log, next)).problems).toEqual([]);
    expect(next.root).toEqual((await grow(301)).head.root);
  });

  test('refuses to append over an edited last bundle', async () => {
    const { log, head } = await grow(3);
    const file = 'tile/entries/000.p/3';
    log.files.set(
      file,
      Buffer.from(Buffer.from(log.files.get(file)!).toString('latin1').replace('entry 1', 'entry X')),
    );
    await expect(appendEntries(log, head, [entry(3)])).rejects.toThrow(
      'entry 1 is not the one that was signed',
    );
  });

  test('takes entries of 0 and 65 535 bytes and refuses longer ones', async () => {
    const log = new MemoryLog();
    const start = { size: 0n, root: emptyRoot };
    const head = await appendEntries(log, start, [Buffer.alloc(0), Buffer.alloc(65_535)]);
    expect((await readBundle(log, 0n, head.size)).map((e) => e.byteLength)).toEqual([0, 65_535]);
    await expect(appendEntries(log, head, [Buffer.alloc(65_536)])).rejects.toThrow(RangeError);
  });

  test('uses the full tile where a partial one was deleted', async () => {
    const { log } = await grow(256);
    const { head } = await grow(200);
    expect((await scanLog(log, head)).problems).toEqual([]);
    const proof = await new Tree(log, 200n).proveInclusion(7n);
    verifyInclusion(hashLeaf(entry(7)), 7n, head, proof);
  });

  test('stops soon on a signed size far beyond what is there', async () => {
    const { log } = await grow(3);
    const { problems } = await scanLog(log, { size: 2n ** 53n + 1n, root: emptyRoot });
    expect(problems[0]).toMatchObject({ path: 'tile/entries/000' });
    expect(problems.length).toBeLessThanOrEqual(100);
  });
});
