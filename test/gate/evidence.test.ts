import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check } from '../../src/gate/check.js';
import {
  detailsField,
  EvidenceError,
  evidenceKey,
  readEvidence,
  skippedType,
  writeEvidence,
} from '../../src/gate/evidence.js';
import { finding } from '../../src/gate/finding.js';
import { canonicalJson } from '../../src/gate/json.js';
import { conclude } from '../../src/gate/result.js';
import { evidenceFile } from '../../src/platform/folder-store.js';
import { aJudgement, aSetting } from './arbitrary.js';

const run = { kind: 'local', event: 'local' } as const;
const passed = conclude(
  {
    checks: [check({ id: 'gate/a', title: 'A holds', facts: { expectation: 'a', unexpectedCount: 0 } })],
    subjects: [
      { name: 'a.csv', kind: 'file', role: 'dataset', digest: { sha256: 'b'.repeat(64) }, grade: 'bytes' },
    ],
    materials: [],
    metrics: { rows: 3 },
  },
  aSetting(),
);
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const altered = (change: (text: string) => string) =>
  Buffer.from(change(text(writeEvidence(passed, run, '1.0.0'))));

describe('evidence', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(aJudgement, (judgement) => {
        const result = conclude(judgement, aSetting());
        expect(readEvidence(writeEvidence(result, run, '1.0.0')).result).toEqual(
          JSON.parse(JSON.stringify(result)),
        );
      }),
    );
  });

  test('has the same bytes for the same result', () => {
    fc.assert(
      fc.property(aJudgement, (judgement) => {
        const once = writeEvidence(conclude(judgement, aSetting()), run, '1.0.0');
        const shuffled = {
          ...judgement,
          checks: [...judgement.checks].reverse(),
          subjects: [...judgement.subjects].reverse(),
        };
        expect(text(writeEvidence(conclude(shuffled, aSetting()), run, '1.0.0'))).toBe(text(once));
      }),
    );
  });

  test('is an in-toto test-result that a standard parser reads', () => {
    expect(JSON.parse(text(writeEvidence(passed, run, '1.0.0')))).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'a.csv', digest: { sha256: 'b'.repeat(64) } }],
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
      predicate: { result: 'PASSED', passedTests: ['gate/a: A holds'], warnedTests: [], failedTests: [] },
    });
  });

  test('maps error to FAILED and makes no test-result of skip', () => {
    const none = { subjects: [], materials: [], metrics: {} };
    const outcome = (status: 'error' | 'skip') =>
      conclude(
        { checks: [check({ id: 'gate/a', title: 'a', outcome: { status, reason: 'r' } })], ...none },
        aSetting(),
      );
    expect(JSON.parse(text(writeEvidence(outcome('error'), run, '1'))).predicate.result).toBe('FAILED');
    const skipped = JSON.parse(text(writeEvidence(outcome('skip'), run, '1')));
    expect(skipped.predicateType).toBe(skippedType);
    expect(skipped.predicate.result).toBeUndefined();
  });

  test.each<[string, (text: string) => string]>([
    ['a verdict flipped in the details only', (t) => t.replace('"verdict":"pass"', '"verdict":"fail"')],
    [
      'a result flipped in the standard part only',
      (t) => t.replace('"result":"PASSED"', '"result":"FAILED"'),
    ],
    ['a subject changed in the standard part only', (t) => t.replace('b'.repeat(64), 'c'.repeat(64))],
    ['a duplicate key', (t) => t.replace('{"_type"', '{"_type":"x","_type"')],
    ['white space added', (t) => t.replace(':', ': ')],
    ['trailing data', (t) => `${t}{}`],
    ['no details', (t) => t.replace(detailsField, 'https://example.com/other')],
    ['a major version from the future', (t) => t.replace('"schemaVersion":"1.0"', '"schemaVersion":"2.0"')],
    ['a critical field nobody knows', (t) => t.replace('"critical":[]', '"critical":["quorum"]')],
    ['a digest of the wrong length', (t) => t.replaceAll('b'.repeat(64), 'b'.repeat(63))],
    ['a path as a gate result', () => '"../../etc/passwd"\n'],
    ['nothing', () => ''],
  ])('is refused with %s', (_, change) => {
    expect(() => readEvidence(altered(change))).toThrow(EvidenceError);
  });

  test('of a later minor version is read, unknown fields and all', () => {
    const later = altered((t) =>
      t
        .replace('"schemaVersion":"1.0"', '"schemaVersion":"1.7"')
        .replace('"metrics":{', '"later":1,"metrics":{'),
    );
    const canonical = Buffer.from(`${canonicalJson(JSON.parse(text(later)))}\n`);
    expect(readEvidence(canonical).result.verdict).toBe('pass');
  });

  test('never throws anything but EvidenceError', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 60 }),
          fc.json().map((j) => Buffer.from(`${j}\n`)),
        ),
        (bytes) => {
          expect(() => readEvidence(bytes)).toThrow(EvidenceError);
        },
      ),
    );
  });

  test('of huge texts can be read back', () => {
    const aText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc
        .tuple(fc.nat(3), fc.constantFrom('x', '😀', '\ud83d', '\n'))
        .map(([more, unit]) => 'a'.repeat(more) + unit.repeat(9000)),
    );
    const aDraft = fc.record({ message: aText, file: aText, item: aText, fix: aText, sample: aText });
    fc.assert(
      fc.property(aDraft, aText, aText, (draft, title, reason) => {
        const id = `gate/${title}`;
        const findings = [finding(id, { severity: 'error', ids: [reason], ...draft })];
        const huge = check({ id, title, findings, outcome: { status: 'error', reason } });
        const judgement = { checks: [huge], subjects: [], materials: [], metrics: {} };
        const result = conclude(judgement, aSetting());
        expect(readEvidence(writeEvidence(result, run, '0.1.0')).result).toEqual(result);
      }),
      { numRuns: 50 },
    );
  });

  test('has a key that is safe as a file name', () => {
    expect(evidenceKey({ pipeline: '../pd', gate: 'data-validate', instance: 'a/b' })).toMatch(
      /^[0-9a-f]{16}-\.\._pd\.data-validate\.a_b$/,
    );
    expect(evidenceKey({ pipeline: 'pd', gate: 'data-validate', instance: 'release' })).toBe(
      'pd.data-validate.release',
    );
  });

  test('has a key that stores take, whatever pipeline and instance are called', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('', '.', '-', '_a', '/'),
    );
    fc.assert(
      fc.property(part, part, (pipeline, instance) => {
        const key = evidenceKey({ pipeline, gate: 'data-validate', instance });
        expect(() => evidenceFile(key)).not.toThrow();
      }),
    );
  });

  test('shares its key with no other that only looks alike', () => {
    const keys = ['a/b', 'a b', 'a_b', `${'a'.repeat(200)}b`, `${'a'.repeat(200)}c`].map((pipeline) =>
      evidenceKey({ pipeline, gate: 'data-validate', instance: '' }),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});
