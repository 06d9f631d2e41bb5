import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { exitCodeOf, type GateResult } from '../../src/gate/result.js';
import { type Bench, copyLog, edit, makeBench } from './setup.js';

const replace = (from: string, to: string) => (bytes: Buffer) =>
  Buffer.from(bytes.toString('latin1').replace(from, to), 'latin1');

const messages = (result: GateResult) =>
  result.checks.flatMap((c) => c.findings).map((f) => `${f.file}: ${f.message}`);

describe('verify', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = makeBench();
    for (let run = 0; run < 6; run++) {
      await bench.put({
        run: { runId: `${run}` },
        failing: run === 3,
        judgedAt: `2026-11-21T11:0${run}:00.000Z`,
      });
      await bench.append({ output: `kept/${run + 1}` });
    }
  });

  test('a sound log without an anchor is accepted and said to be unanchored', async () => {
    const result = await bench.verify();
    expect(result.metrics).toMatchObject({ size: 6, anchored: false, problems: [], records: 6, foreign: 0 });
    expect(result.metrics.rootHash).toMatch(/^[0-9a-f]{64}$/);
    expect(messages(result).join()).toContain('unanchored');
    expect(exitCodeOf(result)).toBe(0);
  });

  test.each([1, 3, 6])('a sound log is anchored by its own checkpoint at %i', async (size) => {
    const result = await bench.verify({ checkpoint: `kept/${size}` });
    expect(result.verdict).toBe('pass');
    expect(result.metrics).toMatchObject({ anchored: true, problems: [] });
  });

  const tail = 'tile/entries/000.p/6';
  test.each<[string, (log: string) => void, RegExp]>([
    [
      'an edited entry',
      (log) => edit(path.join(log, tail), replace('"verdict":"fail"', '"verdict":"pass"')),
      /entry 3 does not match/,
    ],
    ['a removed bundle', (log) => rmSync(path.join(log, tail)), /tile\/entries\/000\.p\/6 is missing/],
    [
      'a torn bundle',
      (log) => edit(path.join(log, tail), (b) => b.subarray(0, -5)),
      /torn: it ends within entry 5 of 6/,
    ],
    [
      'entries after the last',
      (log) => edit(path.join(log, tail), (b) => Buffer.concat([b, Buffer.of(0, 0)])),
      /goes on after/,
    ],
    ['a missing tile', (log) => rmSync(path.join(log, 'tile/0/000.p/6')), /tile\/0\/000\.p\/6 is missing/],
    [
      'a torn tile',
      (log) => edit(path.join(log, 'tile/0/000.p/6'), (b) => b.subarray(1)),
      /tile\/0\/000\.p\/6 is torn/,
    ],
    [
      'an edited tile',
      (log) => edit(path.join(log, 'tile/0/000.p/6'), (b) => b.fill(0, 32, 64)),
      /entry 1 does not match/,
    ],
    ['a missing checkpoint', (log) => rmSync(path.join(log, 'checkpoint')), /checkpoint: is missing/],
    [
      'an edited size',
      (log) => edit(path.join(log, 'checkpoint'), replace('\n6\n', '\n5\n')),
      /signature .* is not valid/,
    ],
    [
      'an older checkpoint over newer tiles',
      (log) => writeFileSync(path.join(log, 'checkpoint'), readFileSync(bench.file('kept/4'))),
      /^$/,
    ],
  ])('%s is found and placed', async (name, attack, message) => {
    const copy = copyLog(bench, name.replaceAll(' ', '-'));
    attack(bench.file(copy));
    const result = await bench.verify({ store: copy });
    if (message.source === '^$') {
      // Alone it is a sound, older log: that is what the anchor is for.
      expect(result.metrics).toMatchObject({ size: 4, problems: [] });
      const anchored = await bench.verify({ store: copy, checkpoint: 'kept/6' });
      expect(messages(anchored).join()).toMatch(
        /rolled back: it signs 4 entries, the remembered checkpoint 6/,
      );
      expect(anchored.verdict).toBe('fail');
      return;
    }
    expect(result.verdict).toBe('fail');
    expect(messages(result).join('\n')).toMatch(message);
    expect(result.metrics.anchored).toBe(false);
    expect(exitCodeOf(result)).toBe(1);
  });

  test('two entries that changed places are found at the first', async () => {
    const copy = copyLog(bench, 'swapped');
    edit(path.join(bench.file(copy), tail), (bytes) => {
      const first = 2 + bytes.readUInt16BE(0);
      const second = 2 + bytes.readUInt16BE(first);
      return Buffer.concat([
        bytes.subarray(first, first + second),
        bytes.subarray(0, first),
        bytes.subarray(first + second),
      ]);
    });
    expect(messages(await bench.verify({ store: copy })).join()).toMatch(/entry 0 does not match/);
  });

  test('a log rewritten and signed again with the real key is sound alone, and caught by the anchor', async () => {
    const forged = makeBench();
    for (let run = 0; run < 7; run++) {
      await forged.put({ run: { runId: `${run}` }, judgedAt: `2026-11-21T11:0${run}:00.000Z` });
      await forged.append({ key: bench.key });
    }
    writeFileSync(forged.file('kept'), readFileSync(bench.file('kept/6')));
    const settings = { 'public-key': bench.publicKey };
    expect((await forged.verify(settings)).metrics).toMatchObject({ size: 7, problems: [] });
    const result = await forged.verify({ ...settings, checkpoint: 'kept' });
    expect(result.verdict).toBe('fail');
    expect(messages(result).join()).toMatch(/rewritten and signed again: the first 6 entries/);
    expect(result.metrics.anchored).toBe(false);
  });

  test('a fork at the same size is called one', async () => {
    const forged = makeBench();
    await forged.put({ gate: 'scan-deps' });
    await forged.append({ key: bench.key });
    writeFileSync(forged.file('kept'), readFileSync(bench.file('kept/1')));
    const result = await forged.verify({ 'public-key': bench.publicKey, checkpoint: 'kept' });
    expect(messages(result).join()).toMatch(/forked: at size 1 the log signed two different roots/);
  });

  test('a log of another key is not believed', async () => {
    const result = await bench.verify({ 'public-key': makeBench().publicKey });
    expect(result.verdict).toBe('fail');
    expect(messages(result).join()).toMatch(/signature|not signed by/);
  });

  test.each([
    ['no log', { store: 'nowhere' }, 'there is no log here'],
    ['a file for a log', { store: 'kept/1' }, 'is not a folder'],
    [
      'a remembered checkpoint that is none',
      { checkpoint: 'log/tile/0/000.p/6' },
      'is no remembered checkpoint',
    ],
    ['a remembered checkpoint that is not there', { checkpoint: 'kept/99' }, 'kept/99'],
    ['a public key that is none', { 'public-key': 'kept/1' }, 'holds 0 keys'],
    [
      'a public key with an id not its own',
      { 'public-key': 'a.example+00000000+AX6I0du7BS8+2H0WOfStl5dCQeCI6B0xF+N1kkouWCN4' },
      'not its own',
    ],
  ])('%s is a clear error', async (_, settings, message) => {
    await expect(bench.verify(settings)).rejects.toThrow(message);
  });

  test('a key file with lines for log and witness is read', async () => {
    writeFileSync(bench.file('keys.txt'), `# ours\nlog ${bench.publicKey}\n`);
    expect((await bench.verify({ 'public-key': 'keys.txt' })).metrics).toMatchObject({ problems: [] });
  });
});
