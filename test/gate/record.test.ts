import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEvidence, writeEvidence } from '../../src/gate/evidence.js';
import type { Provenance } from '../../src/gate/provenance.js';
import {
  digestsOf,
  maxRecordBytes,
  RecordError,
  readRecord,
  recordOf,
  recordOfTraining,
  writeRecord,
} from '../../src/gate/record.js';
import { conclude } from '../../src/gate/result.js';
import type { RunContext } from '../../src/gate/run-context.js';
import type { Subject } from '../../src/gate/subject.js';
import { aJudgement, aSetting } from './arbitrary.js';

const run: RunContext = {
  kind: 'github',
  event: 'push',
  repositoryId: '42',
  runId: '7',
  runAttempt: '1',
  job: 'gates',
  actor: 'ada',
  commit: 'a'.repeat(40),
};
const evidenceOf = (judgement: Parameters<typeof conclude>[0], at: RunContext = run) =>
  readEvidence(writeEvidence(conclude(judgement, aSetting()), at, '0.1.0'));
const nothing = { checks: [], subjects: [], materials: [], metrics: {} };
const subject = (i: number): Subject => ({
  name: `${i}/${'é'.repeat(2000)}`,
  kind: 'file',
  role: 'dataset',
  digest: { sha256: i.toString(16).padStart(64, '0') },
  grade: 'bytes',
});

test('any evidence has a record that fits, reads back and names the evidence', () => {
  fc.assert(
    fc.property(aJudgement, (judgement) => {
      const evidence = evidenceOf(judgement);
      const bytes = writeRecord(recordOf(evidence));
      expect(bytes.byteLength).toBeLessThanOrEqual(maxRecordBytes);
      const record = readRecord(bytes);
      expect(record).toMatchObject({ evidence: evidence.digest, verdict: evidence.result.verdict, run });
      expect(digestsOf(record)).toContain(`sha256:${evidence.digest}`);
    }),
  );
});

test('a record of too many subjects says how many it left out', () => {
  const subjects = Array.from({ length: 500 }, (_, i) => subject(i));
  const record = recordOf(evidenceOf({ ...nothing, subjects }));
  expect(writeRecord(record).byteLength).toBeLessThanOrEqual(maxRecordBytes);
  expect(record.subjects.length + record.omitted).toBe(500);
  expect(record.omitted).toBeGreaterThan(0);
});

test('a long name is cut between characters', () => {
  const name = '😀'.repeat(900);
  const record = recordOf(evidenceOf({ ...nothing, subjects: [{ ...subject(1), name }] }));
  expect(record.subjects[0]?.name).toBe(`${'😀'.repeat(511)}…`);
});

test('the key is equal for the same outcome and differs by repository, run, attempt and job', () => {
  const key = (at: RunContext) => recordOf(evidenceOf(nothing, at)).key;
  const places = [run, { ...run, repositoryId: '43' }, { ...run, runId: '8' }, { ...run, runAttempt: '2' }];
  const keys = [...places, { ...run, job: 'other' }].map(key);
  expect(new Set(keys).size).toBe(5);
  expect(key(run)).toBe(key(run));
});

describe('a training record', () => {
  const step: Provenance = {
    pipeline: 'pd-retail',
    step: 'train',
    command: ['node', 'train.mjs'],
    source: { commit: 'b'.repeat(40), modified: 0, untracked: 0 },
    inputs: [{ name: 'data/train.csv', role: 'dataset', digest: { sha256: '1'.repeat(64) } }],
    outputs: [{ name: 'model', role: 'model', digest: { dirHash: '2'.repeat(64) } }],
    startedOn: '2026-11-21T09:00:00.000Z',
    finishedOn: '2026-11-21T09:30:00.000Z',
    builder: 'https://github.com/acme/credit/.github/workflows/train.yml@refs/heads/main',
    invocationId: 'https://github.com/acme/credit/actions/runs/77/attempts/2',
    storedDigest: '3'.repeat(64),
  };

  test('names run, commit and every digest', () => {
    const record = readRecord(writeRecord(recordOfTraining(step)));
    expect(record).toMatchObject({
      event: 'training',
      run: {
        kind: 'github',
        repository: 'acme/credit',
        runId: '77',
        runAttempt: '2',
        commit: 'b'.repeat(40),
      },
    });
    expect(digestsOf(record)).toEqual([
      `sha256:${'3'.repeat(64)}`,
      `dirHash:${'2'.repeat(64)}`,
      `sha256:${'1'.repeat(64)}`,
    ]);
  });

  test('with a time that is none is refused', () => {
    expect(() => recordOfTraining({ ...step, finishedOn: 'yesterday' })).toThrow(RecordError);
  });
});

test.each([
  ['another log’s entry', '{"gate":"data-validate","outcome":"pass","seq":0,"v":"pub"}'],
  ['not JSON', 'hello'],
  ['a key twice', '{"schemaVersion":"1.0","schemaVersion":"1.0"}'],
  ['a prototype', '{"__proto__":{"schemaVersion":"1.0"}}'],
  ['depth', '['.repeat(60_000)],
  ['nothing', ''],
])('%s is no record', (_, entry) => {
  expect(() => readRecord(Buffer.from(entry))).toThrow(RecordError);
});
