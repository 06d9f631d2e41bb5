import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { auditLog } from '../../src/audit-log/gate.js';
import { sha256 } from '../../src/gate/evidence.js';
import type { JsonObject } from '../../src/gate/json.js';
import { writeProvenance } from '../../src/gate/provenance.js';
import { readRecord } from '../../src/gate/record.js';
import type { GateResult } from '../../src/gate/result.js';
import { decodeBundle } from '../../src/tlog/bundle.js';
import { edit, makeBench } from './setup.js';

const trainingStep = {
  pipeline: 'credit-risk',
  step: 'train',
  command: ['python', 'train.py'],
  inputs: [],
  outputs: [{ name: 'model', role: 'model', digest: { dirHash: 'c'.repeat(64) } }],
  startedOn: '2026-11-21T10:00:00.000Z',
  finishedOn: '2026-11-21T11:00:00.000Z',
  builder: 'https://example.org/builder',
} as const;

describe('append', () => {
  test('records every outcome once, oldest first', async () => {
    const bench = makeBench();
    await bench.put({ gate: 'fairness-gate', failing: true, judgedAt: '2026-11-21T11:30:00.000Z' });
    await bench.put({ gate: 'data-validate' });
    const result = await bench.append();
    expect(result.verdict).toBe('pass');
    expect(result.metrics).toMatchObject({ size: 2, newEntries: 2, anchored: false, problems: [] });

    const bundle = readFileSync(path.join(bench.log, 'tile/entries/000.p/2'));
    const records = decodeBundle(bundle, 2, true).map(readRecord);
    expect(records.map(({ gate, verdict }) => `${gate}: ${verdict}`)).toEqual([
      'data-validate: pass',
      'fairness-gate: fail',
    ]);
    expect(records[0]).toMatchObject({
      run: { actor: 'ada', runId: '7' },
      parameters: { digest: '1'.repeat(64) },
      checks: [{ id: 'data-validate/rule', observed: 0.7, threshold: 0.8 }],
    });

    const again = await bench.append();
    expect(again.metrics).toMatchObject({ size: 2, newEntries: 0, rootHash: result.metrics.rootHash });
    expect((await bench.verify()).metrics).toMatchObject({ size: 2, records: 2, problems: [] });
  });

  test('takes the same outcome of another attempt as another event', async () => {
    const bench = makeBench();
    await bench.put({});
    await bench.append();
    await bench.put({ run: { runAttempt: '2' } });
    expect((await bench.append()).metrics).toMatchObject({ size: 2, newEntries: 1 });
  });

  test('records of evidence only what jobs announced, names the rest, and misses what is absent', async () => {
    const bench = makeBench();
    await bench.put({ gate: 'data-validate' });
    await bench.put({ gate: 'fairness-gate' });
    await bench.ports.evidence.put({ name: 'forged', bytes: Buffer.from('{') });
    await bench.ports.evidence.put({ name: 'training', bytes: writeProvenance(trainingStep) });
    const items = await bench.ports.evidence.list();
    const digestOf = (gate: string) =>
      sha256(items.find(({ name }) => name.startsWith(gate))?.bytes ?? 'none');

    const announced = new Map([[digestOf('data-validate'), ['judge']]]);
    const result = await bench.append({}, announced);
    expect(result.verdict).toBe('pass');
    const recorded = (result.metrics.entries as readonly JsonObject[]).map(({ gate }) => gate);
    expect(recorded.sort()).toEqual(['data-validate', 'training']);
    const left = result.checks.find(({ id }) => id === 'audit-log/announced')?.findings;
    expect(left?.map(({ file, severity }) => `${severity} ${file?.split('.')[0]}`)).toEqual([
      'note fairness-gate',
      'note forged',
    ]);

    const missing = await bench.append({}, new Map([...announced, ['f'.repeat(64), ['scan']]]));
    expect(missing.verdict).toBe('fail');
    expect(JSON.stringify(missing.checks)).toContain(`sha256:${'f'.repeat(64)}, which scan announced`);
    expect(missing.metrics).toMatchObject({ size: 2, newEntries: 0 });
  });

  test('refuses to record nothing, whoever announced it', async () => {
    const bench = makeBench();
    await bench.put({});
    await expect(bench.append({}, new Map())).rejects.toThrow(/no job announced any of the 1 items/);
  });

  test('shows its entries only where somebody asks for them', async () => {
    const bench = makeBench();
    await bench.put({});
    const shownAlways = (result: GateResult) => auditLog.report(result).some(({ always }) => always === true);
    expect(shownAlways(await bench.append())).toBe(false);
    const query = { command: 'query', store: 'log', 'public-key': bench.publicKey } as const;
    expect(shownAlways(await bench.run(query))).toBe(true);
  });

  test('leaves its own outcomes out', async () => {
    const bench = makeBench();
    await bench.put({});
    await bench.put({ gate: 'audit-log' });
    expect((await bench.append()).metrics).toMatchObject({ size: 1 });
  });

  test('fails on an item that nothing can be made of, and records the others', async () => {
    const bench = makeBench();
    await bench.put({});
    await bench.ports.evidence.put({ name: 'forged', bytes: Buffer.from('{"verdict":"pass"}') });
    const result = await bench.append();
    expect(result.verdict).toBe('fail');
    expect(result.checks.flatMap((c) => c.findings)).toContainEqual(
      expect.objectContaining({ file: 'forged' }),
    );
    expect(result.metrics).toMatchObject({ size: 1, newEntries: 1 });
  });

  test('an empty evidence store is no pass', async () => {
    await expect(makeBench().append()).rejects.toMatchObject({ kind: 'input' });
  });

  test('writes the new checkpoint to `output`, and anchors the next run by it', async () => {
    const bench = makeBench();
    await bench.put({});
    await bench.append({ output: 'kept/checkpoint' });
    await bench.put({ gate: 'scan-deps' });
    const result = await bench.append({ checkpoint: 'kept/checkpoint' });
    expect(result.metrics).toMatchObject({ size: 2, anchored: true });
  });

  test('refuses to extend a log that contradicts the remembered checkpoint', async () => {
    const bench = makeBench();
    await bench.put({});
    await bench.append();
    await bench.put({ gate: 'scan-deps' });
    await bench.append({ output: 'kept' });
    const other = makeBench();
    await other.put({ gate: 'sign-model' });
    await other.append({ key: bench.key });
    await bench.put({ gate: 'fairness-gate' });
    const before = readFileSync(path.join(other.log, 'checkpoint'), 'utf8');
    writeFileSync(other.file('kept'), readFileSync(bench.file('kept')));
    await other.put({ gate: 'fairness-gate' });
    const result = await other.append({ key: bench.key, checkpoint: 'kept' });
    expect(result.verdict).toBe('fail');
    expect(result.metrics).toMatchObject({ anchored: false, newEntries: 0 });
    expect(readFileSync(path.join(other.log, 'checkpoint'), 'utf8')).toBe(before);
  });

  test('refuses to sign over an edited entry', async () => {
    const bench = makeBench();
    await bench.put({ failing: true });
    await bench.append();
    edit(path.join(bench.log, 'tile/entries/000.p/1'), (bytes) =>
      Buffer.from(bytes.toString('latin1').replace('"verdict":"fail"', '"verdict":"pass"'), 'latin1'),
    );
    await bench.put({ gate: 'scan-deps' });
    await expect(bench.append()).rejects.toThrow('nothing was appended');
  });

  test('an entry slipped in cannot keep a record out', async () => {
    const bench = makeBench();
    await bench.put({});
    await bench.put({ gate: 'scan-deps' });
    await bench.append();
    const twin = makeBench();
    await twin.put({});
    await twin.append({ key: bench.key });
    // The attacker replaces the twin's tail by an entry with the key that is still to come.
    const bundle = decodeBundle(readFileSync(path.join(bench.log, 'tile/entries/000.p/2')), 2, true);
    const target = bundle.findIndex((entry) => readRecord(entry).gate === 'scan-deps');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bundle[target]!.byteLength);
    edit(path.join(twin.log, 'tile/entries/000.p/1'), () => Buffer.concat([length, bundle[target]!]));
    await twin.put({ gate: 'scan-deps' });
    await expect(twin.append({ key: bench.key })).rejects.toThrow('cannot be trusted');
  });
});

describe('keys', () => {
  const pem = () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  test('a PEM key signs under the origin, from a file or as text', async () => {
    const bench = makeBench();
    await bench.put({});
    const key = pem();
    writeFileSync(bench.file('log.pem'), key);
    const result = await bench.run({ store: 'log', key: 'log.pem', origin: 'pem.example/log' });
    expect(result.verdict).toBe('pass');
    expect(readFileSync(path.join(bench.log, 'checkpoint'), 'utf8')).toMatch(/^pem\.example\/log\n1\n/);
    expect(
      (await bench.run({ command: 'verify', store: 'log', key, origin: 'pem.example/log' })).verdict,
    ).toBe('warn');
  });

  test.each([
    ['a PEM key without an origin', () => ({ key: pem() }), 'needs the origin'],
    ['no key', () => ({}), 'no private key'],
    ['a key that is none', () => ({ key: '-----BEGIN NONSENSE-----' }), 'neither PEM'],
    [
      'a note key cut short',
      () => ({ key: 'PRIVATE+KEY+log.example+00000000+AAAA' }),
      'not an Ed25519 signer key',
    ],
    ['a file that is not there', () => ({ key: 'missing.pem' }), 'missing.pem'],
    [
      'an RSA key',
      () => ({
        origin: 'x.example',
        key: generateKeyPairSync('rsa', { modulusLength: 2048 })
          .privateKey.export({ type: 'pkcs8', format: 'pem' })
          .toString(),
      }),
      'not an Ed25519 key',
    ],
  ])('refuses %s', async (_, settings, message) => {
    const bench = makeBench();
    await bench.put({});
    await expect(bench.run({ store: 'log', ...settings() })).rejects.toThrow(message);
    expect(existsSync(bench.log)).toBe(false);
  });

  test.each(['git+audit-log', 's3://bucket/prefix', 'https://log.example'])(
    'refuses the store %s by name',
    async (store) => {
      const bench = makeBench();
      await expect(bench.append({ store })).rejects.toMatchObject({ kind: 'config' });
    },
  );
});
