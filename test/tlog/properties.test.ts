import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appendEntries } from '../../src/tlog/append.js';
import { openCheckpoint, signCheckpoint } from '../../src/tlog/checkpoint.js';
import {
  emptyRoot,
  hashLeaf,
  type TreeHead,
  verifyConsistency,
  verifyInclusion,
} from '../../src/tlog/merkle.js';
import { scanLog } from '../../src/tlog/scan.js';
import { parseSignerKey } from '../../src/tlog/signer-key.js';
import { TlogError } from '../../src/tlog/tlog-error.js';
import { Tree } from '../../src/tlog/tree.js';
import { formatVerifierKey, parseVerifierKey, verifierKeyOf } from '../../src/tlog/verifier-key.js';
import { noteKey } from './keys.js';
import { MemoryLog } from './memory-log.js';

const start: TreeHead = { size: 0n, root: emptyRoot };
const entry = (i: number) => Buffer.from(`entry ${i}`);
const entries = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => entry(from + i));
const sha = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

/** RFC 6962 §2.1 as it is written there. */
function naiveRoot(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha();
  if (leaves.length === 1) return sha(Buffer.of(0), leaves[0]!);
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return sha(Buffer.of(1), naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)));
}

const aSize = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(255, 256, 257, 511, 512, 600));

test('whatever the steps, the root is that of the RFC and every proof holds', async () => {
  await fc.assert(
    fc.asyncProperty(aSize, aSize, fc.nat(), async (a, b, pick) => {
      const [older, newer] = [Math.min(a, b), Math.max(a, b)];
      const log = new MemoryLog();
      const then = await appendEntries(log, start, entries(0, older));
      const now = await appendEntries(log, then, entries(older, newer));
      expect(Buffer.from(now.root)).toEqual(Buffer.from(naiveRoot(entries(0, newer))));
      const tree = new Tree(log, now.size);
      verifyConsistency(then, now, await tree.proveConsistency(then.size));
      if (newer === 0) return;
      const index = BigInt(pick % newer);
      verifyInclusion(hashLeaf(entry(Number(index))), index, now, await tree.proveInclusion(index));
    }),
    { numRuns: 60 },
  );
});

test.each([
  [3, 5],
  [250, 600],
  [256, 257],
])(
  'a crash after any write from %i to %i leaves the old log whole, and the next append repairs the rest',
  async (from, to) => {
    const before = new MemoryLog();
    const head = await appendEntries(before, start, entries(0, from));
    const whole = new MemoryLog(before.files);
    await appendEntries(whole, head, entries(from, to));
    for (let done = 0; done <= whole.written.length; done++) {
      const crashed = new MemoryLog(before.files);
      for (const name of whole.written.slice(0, done)) crashed.files.set(name, whole.files.get(name)!);
      expect((await scanLog(crashed, head)).problems).toEqual([]);
      const next = await appendEntries(crashed, head, [Buffer.from('something else')]);
      expect((await scanLog(crashed, next)).problems).toEqual([]);
    }
  },
);

test('a checkpoint with any byte changed is refused, or still says the same', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signer = parseSignerKey(noteKey('log.example', privateKey));
  const head = { size: 70_000n, root: sha(Buffer.from('root')) };
  const note = signCheckpoint('log.example', head, signer);
  const trust = { key: signer.verifier };
  expect(openCheckpoint(note, trust)).toMatchObject({ size: 70_000n, origin: 'log.example' });
  fc.assert(
    fc.property(fc.nat({ max: note.byteLength - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
      const changed = Uint8Array.from(note, (byte, i) => (i === at ? byte ^ flip : byte));
      expect(() => openCheckpoint(changed, trust)).toThrow(TlogError);
    }),
    { numRuns: 400 },
  );
});

test('keys survive a round trip through text, and say nothing else', () => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = verifierKeyOf('log.example/a', createPublicKey(privateKey));
  expect(formatVerifierKey(parseVerifierKey(formatVerifierKey(key)))).toBe(formatVerifierKey(key));
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  expect(formatVerifierKey(parseSignerKey(pem, 'log.example/a').verifier)).toBe(formatVerifierKey(key));
  for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u2028b'])
    expect(() => verifierKeyOf(name, createPublicKey(privateKey))).toThrow(TlogError);
});

test('no text makes the parsers throw anything but their own error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const parse of [parseVerifierKey, parseSignerKey, (t: string) => openCheckpointText(t)])
        try {
          parse(text);
        } catch (error) {
          expect(error).toBeInstanceOf(TlogError);
        }
    }),
  );
});

const someKey = verifierKeyOf('log.example', generateKeyPairSync('ed25519').publicKey);
function openCheckpointText(text: string) {
  return openCheckpoint(Buffer.from(`${text}\n\n— log.example AAAAAAA=\n`), { key: someKey });
}
