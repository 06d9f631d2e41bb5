import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { writeEvidence } from '../../src/gate/evidence.js';
import { writeProvenance } from '../../src/gate/provenance.js';
import { readStored } from '../../src/gate/stored.js';
import { concludeFor } from '../conclude.js';

const run = { kind: 'local', event: 'local' } as const;
const evidence = writeEvidence(
  concludeFor('scan-deps', { checks: [], subjects: [], materials: [], metrics: {} }),
  run,
  '0.1.0',
);
const item = { name: 'm', role: 'model', digest: { sha256: 'a'.repeat(64) } } as const;
const record = writeProvenance({
  pipeline: 'pd',
  step: 'train',
  command: ['x'],
  inputs: [],
  outputs: [item],
  startedOn: '',
  finishedOn: '',
  builder: 'b',
});

describe('what lies in the evidence store', () => {
  test.each([
    ['evidence', evidence, 'evidence'],
    ['a training record', record, 'provenance'],
    ['a statement of another type', Buffer.from('{"predicateType":"https://cyclonedx.org/bom"}'), 'other'],
    ['a list', Buffer.from('[]'), 'unreadable'],
    ['no statement', Buffer.from('{"predicateType":1}'), 'unreadable'],
    ['damaged evidence', evidence.subarray(0, 100), 'unreadable'],
    ['evidence written in another way', Buffer.from(` ${Buffer.from(evidence)}`), 'unreadable'],
    [
      'a record that claims to be evidence',
      Buffer.from(
        Buffer.from(record)
          .toString()
          .replace('https://slsa.dev/provenance/v1', 'https://in-toto.io/attestation/test-result/v0.1'),
      ),
      'unreadable',
    ],
  ])('%s is told by what it says', (_, bytes, kind) => {
    expect(readStored(bytes).kind).toBe(kind);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          readStored(bytes);
        },
      ),
    );
  });
});
