import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readEvidence, sha256, writeEvidence } from '../../src/gate/evidence.js';
import { recordOf, writeRecord } from '../../src/gate/record.js';
import { appendEntries } from '../../src/tlog/append.js';
import { signCheckpoint } from '../../src/tlog/checkpoint.js';
import { emptyRoot } from '../../src/tlog/merkle.js';
import { writeProof } from '../../src/tlog/proof.js';
import { parseSignerKey } from '../../src/tlog/signer-key.js';
import { Tree } from '../../src/tlog/tree.js';
import { formatVerifierKey } from '../../src/tlog/verifier-key.js';
import { concludeFor } from '../conclude.js';
import { MemoryLog } from '../tlog/memory-log.js';
import { makeSignedModel, type SignedModel } from './signed-model.js';

const origin = 'example.org/log';
const newKey = () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return parseSignerKey(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), origin);
};
const logKey = newKey();

let signed: SignedModel;
let bundle: string;
beforeAll(async () => {
  signed = await makeSignedModel();
  bundle = sha256(readFileSync(signed.at('model.sig')));
});

/** The record of a signature over the bundle, as the audit log would hold it. */
function recordFor(digest: string, verdict: 'pass' | 'fail' = 'pass') {
  const subject = {
    name: 'model.sig',
    kind: 'file',
    role: 'bundle',
    digest: { sha256: digest },
    grade: 'bytes',
  } as const;
  const result = concludeFor('sign-model', { checks: [], subjects: [subject], materials: [], metrics: {} });
  const evidence = readEvidence(
    writeEvidence({ ...result, verdict }, { kind: 'local', event: 'local' }, '0.1.0'),
  );
  return writeRecord(recordOf(evidence));
}

/** A log of a few entries, and the proof of one. */
async function proofOf(entries: readonly Uint8Array[], index: bigint, key = logKey): Promise<string> {
  const log = new MemoryLog();
  const head = await appendEntries(log, { size: 0n, root: emptyRoot }, entries);
  const hashes = await new Tree(log, head.size).proveInclusion(index);
  const extra = entries[Number(index)];
  return writeProof({
    index,
    hashes,
    checkpoint: signCheckpoint(origin, head, key),
    ...(extra && { extra }),
  });
}

async function verify(proof: string, key = formatVerifierKey(logKey.verifier)) {
  signed.put('entry.tlog-proof', proof);
  return signed.verify({ 'log-proof': 'entry.tlog-proof', 'log-key': key });
}

const other = Buffer.from('an entry of somebody else');
const link = 'model signature → log entry';

describe('the log entry of a signature', () => {
  test('is proved from the proof and the key of the log alone', async () => {
    const result = await verify(await proofOf([other, recordFor(bundle), other], 1n));
    expect(result.verdict).toBe('pass');
    expect(result.metrics.chain).toContainEqual(
      expect.objectContaining({ link, assurance: 'recomputed', ok: true }),
    );
  });

  test('is proved with a key read from a file', async () => {
    signed.put('log.key', `log ${formatVerifierKey(logKey.verifier)}\n`);
    expect((await verify(await proofOf([recordFor(bundle)], 0n), 'log.key')).verdict).toBe('pass');
  });

  test.each([
    ['another signature', () => proofOf([recordFor('a'.repeat(64))], 0n), /about another signature/],
    [
      'a signature that failed',
      () => proofOf([recordFor(bundle, 'fail')], 0n),
      /says fail of this signature/,
    ],
    ['something that is no record', () => proofOf([other], 0n), /JSON/],
    ['a log by another key', () => proofOf([recordFor(bundle)], 0n, newKey()), /./],
    [
      'an entry at another place',
      async () => (await proofOf([other, recordFor(bundle)], 1n)).replace('index 1', 'index 0'),
      /./,
    ],
    ['nothing: it is text', async () => 'hello', /./],
  ])('is refused when the proof is about %s', async (_, proof, message) => {
    const result = await verify(await proof());
    expect(result.verdict).toBe('fail');
    const failed = result.checks.filter((c) => c.status === 'fail');
    expect(failed.map((c) => [c.id, c.findings[0]?.message])).toEqual([
      ['verify-model/log-entry', expect.stringMatching(message)],
    ]);
    expect(result.metrics.chain).toContainEqual(
      expect.objectContaining({ link, assurance: null, ok: false }),
    );
  });

  test.each([
    ['text that is no key', 'nobody+00000000+AAAA', /log’s key/],
    ['a file without a key', 'public.pem', /holds 0 keys/],
  ])('needs a key of the log, not %s', async (_, key, message) => {
    await expect(verify('', key)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringMatching(message),
    });
  });
});
