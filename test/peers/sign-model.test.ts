import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeSignedModel } from '../verify-model/signed-model.js';

/** A Python with PyPI `model-signing` 1.1.1 and `pyOpenSSL` (which it needs and does not name). */
const python = process.env.SLUICE_PEERS_PYTHON;
const title = 'PyPI model-signing';

(python ? describe : describe.skip)(python ? title : `${title} (needs SLUICE_PEERS_PYTHON)`, () => {
  const modelSigning = (cwd: string, ...args: readonly string[]) =>
    execFileSync(python ?? '', ['-m', 'model_signing', ...args], { cwd, encoding: 'utf8', stdio: 'pipe' });

  test.each(['prime256v1', 'secp384r1', 'secp521r1'])('verifies what we sign with %s', async (curve) => {
    const { at, put } = await makeSignedModel(curve);
    const args = ['verify', 'key', 'model', '--signature', 'model.sig', '--public_key', 'public.pem'];
    expect(() => modelSigning(path.dirname(at('model')), ...args)).not.toThrow();
    put('model/sub.txt', 'y');
    expect(() => modelSigning(path.dirname(at('model')), ...args)).toThrow();
  });

  test.each(['prime256v1', 'secp384r1', 'secp521r1'])('signs with %s what we verify', async (curve) => {
    const signed = await makeSignedModel(curve);
    const folder = path.dirname(signed.at('model'));
    modelSigning(folder, 'sign', 'key', 'model', '--signature', 'theirs.sig', '--private_key', 'key.pem');
    const settings = { bundle: 'theirs.sig' };
    expect((await signed.verify(settings)).verdict).toBe('pass');
    signed.put('model/sub.txt', 'y');
    expect((await signed.verify(settings)).verdict).toBe('fail');
  });
});
