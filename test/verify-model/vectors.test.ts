import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { verifyModel } from '../../src/verify-model/gate.js';
import type { Settings } from '../../src/verify-model/settings.js';
import { concludeFor } from '../conclude.js';
import { makePorts } from '../ports.js';
import { sharedDescribe } from '../shared.js';

const pipeline = { name: 'pd', datasets: {}, gates: [], waivers: [] };

sharedDescribe('vectors/model-signing', 'bundles by PyPI model-signing', (folder) => {
  async function verify(settings: Settings, model = 'model') {
    const ports = makePorts();
    cpSync(path.join(folder, 'model'), path.join(ports.workspace, 'model'), { recursive: true });
    const task = { settings: { model, ...settings }, pipeline, ports };
    const judgement = await verifyModel.judge(task);
    return concludeFor('verify-model', judgement);
  }
  const bundle = (name: string) => path.join(folder, 'bundles', `${name}.sig`);
  const key = (name: string) => path.join(folder, 'keys', `${name}.pub`);

  test.each([
    ['key-p256', 'ec', 'pass'],
    ['key-p384', 'secp384r1', 'pass'],
    ['key-p521', 'secp521r1', 'pass'],
    ['files-blake2', 'ec', 'pass'],
    ['files-blake3', 'ec', 'pass'],
    // Shards do not cover the empty file of the model: told, not refused.
    ['shards-sha256-1000', 'ec', 'warn'],
    ['shards-blake2-1000', 'ec', 'warn'],
  ])('%s verifies with %s.pub', async (name, publicKey, verdict) => {
    const result = await verify({ bundle: bundle(name), 'public-key': key(publicKey) });
    expect(result.checks.filter((c) => c.status === 'fail')).toEqual([]);
    expect(result.verdict).toBe(verdict);
    expect(result.metrics.signer).toMatchObject({ kind: 'key' });
  });

  test('a single file verifies, named `.` by the reference', async () => {
    const settings = { bundle: bundle('single-file-weights'), 'public-key': key('ec') };
    expect((await verify(settings, 'model/weights.bin')).verdict).toBe('pass');
    expect((await verify(settings, 'model/A.txt')).verdict).toBe('fail');
  });

  test.each(['cert-chain', 'cert-expired-leaf', 'sigstore-local'])(
    '%s is refused: no key signed it',
    async (name) => {
      const result = await verify({ bundle: bundle(name), 'public-key': key('ec') });
      expect(result.verdict).toBe('fail');
      expect(result.checks[0]?.findings[0]?.message).toMatch(/signed with a certificate/);
    },
  );

  test.each([
    ['key-p384', 'ec'],
    ['key-p256', 'secp521r1'],
  ])('%s is refused with %s.pub, which did not sign it', async (name, publicKey) => {
    const result = await verify({ bundle: bundle(name), 'public-key': key(publicKey) });
    expect(result.verdict).toBe('fail');
    expect(result.checks.find((c) => c.status === 'fail')?.id).toBe('verify-model/signature');
  });

  test('a chain may be asked for, and no other signer writes one', async () => {
    const settings = { bundle: bundle('key-p256'), 'public-key': key('ec'), 'require-chain': true };
    expect((await verify(settings)).verdict).toBe('fail');
  });
});
