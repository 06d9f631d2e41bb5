import fc from 'fast-check';
import { check } from '../../src/gate/check.js';
import { finding, severities } from '../../src/gate/finding.js';
import type { Judgement, Setting } from '../../src/gate/result.js';
import { roles, type Subject } from '../../src/gate/subject.js';
import type { Waiver } from '../../src/gate/waiver.js';

export const now = new Date('2026-11-21T10:00:00.000Z');

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const hex64 = fc.stringMatching(/^[0-9a-f]{64}$/);

export const aFinding = fc
  .record({
    severity: fc.constantFrom(...severities),
    message: text,
    file: word,
    line: fc.integer({ min: 1, max: 9 }),
    item: word,
    distinct: word,
    ids: fc.array(word, { maxLength: 2 }),
  })
  .map((draft) => finding('gate/rule', draft));

const aCheck = fc
  .record({
    id: word.map((w) => `gate/${w}`),
    title: text,
    findings: fc.array(aFinding, { maxLength: 5 }),
    observed: fc.oneof(fc.integer(), text, fc.constant(null)),
    outcome: fc.option(
      fc.oneof(
        fc.record({ status: fc.constantFrom('error' as const, 'skip' as const), reason: text }),
        fc.record({
          status: fc.constant('inconclusive' as const),
          reason: text,
          as: fc.constantFrom('warn' as const, 'fail' as const),
        }),
      ),
    ),
    facts: fc.dictionary(word, fc.integer(), { maxKeys: 3 }),
  })
  .map(({ outcome, ...draft }) => check({ ...draft, ...(outcome && { outcome }) }));

const aSubject: fc.Arbitrary<Subject> = fc.record({
  name: word,
  kind: fc.constantFrom('file' as const, 'set' as const),
  role: fc.constantFrom(...roles),
  digest: fc.oneof(
    hex64.map((sha256) => ({ sha256 })),
    hex64.map((dirHash) => ({ dirHash })),
  ),
  grade: fc.constant('bytes' as const),
});

export const aJudgement: fc.Arbitrary<Judgement> = fc.record({
  checks: fc.array(aCheck, { maxLength: 4 }),
  subjects: fc.array(aSubject, { maxLength: 3 }),
  materials: fc.array(fc.record({ name: word, digest: hex64.map((sha256) => ({ sha256 })) }), {
    maxLength: 2,
  }),
  metrics: fc.dictionary(word, fc.integer(), { maxKeys: 3 }),
});

export const aWaiver: fc.Arbitrary<Waiver> = fc.record({
  id: fc.oneof(word, fc.constant('gate/rule')),
  scope: fc.tuple(word, word).map(([file, item]) => `${file}:${item}`),
  reason: text,
  owner: word,
  approver: word,
  expires: fc.constantFrom('2026-11-20', '2026-11-21', '2027-01-31'),
});

export function aSetting(rest: Partial<Setting> = {}): Setting {
  return {
    gate: 'gate',
    pipeline: 'pd-retail',
    instance: '',
    mode: 'enforce',
    settings: { digest: 'a'.repeat(64), source: 'local', file: '.github/sluice.yml', ignored: [] },
    waivers: [],
    now,
    ...rest,
  };
}
