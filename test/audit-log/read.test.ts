import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditLog } from '../../src/audit-log/gate.js';
import { readRecord } from '../../src/gate/record.js';
import { verifyProof } from '../../src/tlog/proof.js';
import { sharedDescribe } from '../shared.js';
import { unpackLog } from '../tlog/vectors.js';
import { type Bench, edit, makeBench } from './setup.js';

describe('reading a log', () => {
  let bench: Bench;

  beforeAll(async () => {
    bench = makeBench();
    await bench.put({ gate: 'data-validate', run: { actor: 'ada', runId: '7' } });
    await bench.put({ gate: 'scan-deps', failing: true, run: { actor: 'grace', runId: '8' } });
    await bench.put({ gate: 'sign-model', subject: 'b', run: { actor: 'ada', runId: '9' } });
    await bench.append();
  });

  const read = (settings: Parameters<Bench['run']>[0]) =>
    bench.run({ store: 'log', 'public-key': bench.publicKey, ...settings });

  test.each([
    [{}, 3],
    [{ gate: 'scan-deps' }, 1],
    [{ actor: 'ada' }, 2],
    [{ actor: 'ada', run: '9' }, 1],
    [{ digest: 'a'.repeat(64) }, 2],
    [{ digest: `sha256:${'b'.repeat(64)}` }, 1],
    [{ digest: `dirHash:${'b'.repeat(64)}` }, 0],
    [{ gate: 'nobody' }, 0],
  ])('query %j finds %i', async (filter, matches) => {
    const { metrics } = await read({ command: 'query', ...filter });
    expect(metrics.matches).toBe(matches);
    expect(metrics.entries).toHaveLength(matches);
  });

  test('query over a damaged log fails', async () => {
    const damaged = makeBench();
    await damaged.put({});
    await damaged.append();
    edit(path.join(damaged.log, 'tile/0/000.p/1'), (bytes) => bytes.fill(0));
    expect((await damaged.run({ command: 'query', store: 'log', key: damaged.key })).verdict).toBe('fail');
  });

  test('proof of a bundle stands alone, holds the record, and has the entry beside it', async () => {
    const result = await read({ command: 'proof', digest: 'b'.repeat(64), output: 'out/model.tlog-proof' });
    expect(result.verdict).toBe('pass');
    const proof = readFileSync(bench.file('out/model.tlog-proof'), 'utf8');
    const { entry, index } = verifyProof(proof, bench.publicKey);
    expect(index).toBe(BigInt(result.metrics.index as number));
    expect(readRecord(entry)).toMatchObject({
      gate: 'sign-model',
      event: 'signature',
      bundle: 'b'.repeat(64),
    });
    expect(readFileSync(bench.file('out/model.entry'))).toEqual(Buffer.from(entry));
    expect(auditLog.report(result)).toContainEqual(expect.objectContaining({ title: 'Proof' }));
  });

  test.each([
    ['neither index nor digest', {}, 'config'],
    ['both', { index: 1, digest: 'a'.repeat(64) }, 'config'],
    ['an index outside', { index: 3 }, 'input'],
    ['a digest nobody recorded', { digest: 'c'.repeat(64) }, 'input'],
  ])('proof of %s is refused', async (_, settings, kind) => {
    await expect(read({ command: 'proof', ...settings })).rejects.toMatchObject({ kind });
    expect(existsSync(bench.file('entry.tlog-proof'))).toBe(false);
  });

  test('proof out of a log whose entry was edited is refused', async () => {
    const damaged = makeBench();
    await damaged.put({});
    await damaged.append();
    edit(path.join(damaged.log, 'tile/entries/000.p/1'), (bytes) => bytes.fill(0x20, 10, 20));
    await expect(
      damaged.run({ command: 'proof', index: 0, store: 'log', key: damaged.key }),
    ).rejects.toMatchObject({
      kind: 'input',
    });
  });

  test('doctor passes a folder, says that it is not WORM, and leaves no file', async () => {
    const fresh = makeBench();
    const result = await fresh.run({ command: 'doctor', store: 'log' });
    expect(result.verdict).toBe('warn');
    expect(JSON.stringify(result.metrics.probes)).toContain('not WORM');
    expect(readdirSync(path.join(fresh.log, '.lock'))).toEqual([]);
    expect(readdirSync(fresh.log)).toEqual(['.lock']);
  });

  test('doctor fails where nothing can be written', async () => {
    const fresh = makeBench();
    writeFileSync(fresh.log, 'a file');
    expect((await fresh.run({ command: 'doctor', store: 'log' })).verdict).toBe('fail');
  });
});

sharedDescribe('vectors/tlog', 'a log that somebody else wrote', (folder) => {
  const { root, log } = unpackLog(folder, 1000);
  afterAll(() => rmSync(root, { recursive: true }));
  const bench = makeBench();
  const keys = path.join(folder, 'keys.txt');

  test('verifies by its key file, entries counted and not refused', async () => {
    const result = await bench.verify({
      store: log,
      'public-key': keys,
      checkpoint: path.join(folder, 'checkpoints/257'),
    });
    expect(result.verdict).toBe('pass');
    expect(result.metrics).toMatchObject({
      size: 1000,
      anchored: true,
      problems: [],
      records: 0,
      foreign: 1000,
      rootHash: 'c6b73b1a477c6b2365398f44d16af93dd66ee1e958830fe322547257c725e5f7',
      witnesses: ['witness.example/w1', 'witness.example/w2'],
    });
  });

  test('gives proofs of its entries', async () => {
    const settings = {
      command: 'proof',
      store: log,
      'public-key': keys,
      index: 999,
      output: 'p.tlog-proof',
    } as const;
    const result = await bench.run(settings);
    expect(result.verdict).toBe('pass');
    expect(readFileSync(bench.file('p.entry'), 'utf8')).toContain('"seq":999');
  });

  test.each(['fork-same-size', 'rollback'])('a remembered checkpoint shows %s', async (name) => {
    const hostile: { name: string; checkpoint: string }[] = JSON.parse(
      readFileSync(path.join(folder, 'hostile-checkpoints.json'), 'utf8'),
    );
    writeFileSync(path.join(log, 'checkpoint'), hostile.find((h) => h.name === name)!.checkpoint);
    const result = await bench.verify({
      store: log,
      'public-key': keys,
      checkpoint: path.join(folder, 'checkpoints/1000'),
    });
    writeFileSync(path.join(log, 'checkpoint'), readFileSync(path.join(folder, 'checkpoints/1000')));
    expect(result.verdict).toBe('fail');
    expect(JSON.stringify(result.metrics.problems)).toMatch(name === 'rollback' ? /rolled back/ : /forked/);
  });
});
