import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check } from '../../src/gate/check.js';
import { finding } from '../../src/gate/finding.js';
import { applyWaivers } from '../../src/gate/waiver.js';
import { aFinding, aWaiver, now } from './arbitrary.js';

const waiver = {
  id: 'PYSEC-2024-48',
  scope: 'requirements.txt:black',
  reason: 'dev only',
  owner: 'ada',
  approver: 'grace',
  expires: '2027-01-31',
};
const vulnerable = finding('scan-deps/vulnerable', {
  severity: 'error',
  message: 'black 23.1.0 has a known vulnerability',
  file: 'requirements.txt',
  line: 3,
  item: 'black',
  ids: ['PYSEC-2024-48', 'CVE-2024-21503'],
});
const ofOne = (f: typeof vulnerable) => [
  check({ id: 'scan-deps/vulnerable', title: 'No known vulnerability', findings: [f] }),
];

describe('a waiver', () => {
  test('excuses the finding with its id and scope, and the evidence says so', () => {
    const { checks, used } = applyWaivers(ofOne(vulnerable), [waiver], now);
    expect(checks[0]).toMatchObject({ status: 'pass', findings: [{ waivedBy: 'PYSEC-2024-48' }] });
    expect(used).toEqual([{ ...waiver, approval: 'claimed', findings: [vulnerable.fingerprint] }]);
  });

  test('reaches a finding by an alias', () => {
    expect(
      applyWaivers(ofOne(vulnerable), [{ ...waiver, id: 'CVE-2024-21503' }], now).checks[0]?.status,
    ).toBe('pass');
  });

  test.each([
    ['another package', { scope: 'requirements.txt:blacken' }],
    ['another file', { scope: 'dev.txt:black' }],
    ['another id', { id: 'PYSEC-2024-4' }],
  ])('does not excuse %s', (_, change) => {
    const { checks, used } = applyWaivers(ofOne(vulnerable), [{ ...waiver, ...change }], now);
    expect(checks[0]?.status).toBe('fail');
    expect(used).toEqual([]);
  });

  test('that has expired excuses nothing and is named; on its last day it holds', () => {
    const late = applyWaivers(ofOne(vulnerable), [{ ...waiver, expires: '2026-11-20' }], now);
    expect(late.checks[0]?.status).toBe('fail');
    expect(late.expired).toHaveLength(1);
    expect(
      applyWaivers(ofOne(vulnerable), [{ ...waiver, expires: '2026-11-21' }], now).checks[0]?.status,
    ).toBe('pass');
  });

  test('never changes another finding', () => {
    fc.assert(
      fc.property(
        fc.array(aFinding, { maxLength: 6 }),
        fc.array(aWaiver, { maxLength: 4 }),
        (findings, waivers) => {
          const before = check({ id: 'gate/rule', title: 't', findings });
          const [after] = applyWaivers([before], waivers, now).checks;
          const untouched = before.findings.filter(
            (f) => !waivers.some((w) => f.ids.includes(w.id) && f.scopes.includes(w.scope)),
          );
          expect(after?.findings.filter((f) => f.waivedBy === undefined)).toEqual(
            expect.arrayContaining(untouched),
          );
          expect(after?.findingCount).toBe(before.findingCount);
        },
      ),
    );
  });
});
