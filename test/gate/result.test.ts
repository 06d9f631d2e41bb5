import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check, withStatus } from '../../src/gate/check.js';
import { finding } from '../../src/gate/finding.js';
import { limits } from '../../src/gate/limits.js';
import { conclude, exitCodeOf, followsFromChecks, mergeJudgements } from '../../src/gate/result.js';
import { type Verdict, worse } from '../../src/gate/verdict.js';
import { aFinding, aJudgement, aSetting } from './arbitrary.js';

const noMaterials = { subjects: [], materials: [], metrics: {} };

describe('a verdict', () => {
  test('never improves when a finding is added', () => {
    fc.assert(
      fc.property(aJudgement, aFinding, fc.nat(), (judgement, added, at) => {
        fc.pre(judgement.checks.length > 0);
        const target = at % judgement.checks.length;
        const more = {
          ...judgement,
          checks: judgement.checks.map((c, i) =>
            i === target
              ? withStatus({ ...c, findings: [...c.findings, added], findingCount: c.findingCount + 1 })
              : c,
          ),
        };
        const before = conclude(judgement, aSetting()).verdict;
        const after = conclude(more, aSetting()).verdict;
        expect(worse(before, after)).toBe(after);
      }),
    );
  });

  test('follows from its checks, and these from their findings', () => {
    fc.assert(
      fc.property(aJudgement, (judgement) => {
        const result = conclude(judgement, aSetting());
        expect(followsFromChecks(result)).toBe(true);
        const praised = result.checks.map((c) => ({ ...c, status: 'pass' as const }));
        const isClean = result.verdict === 'pass' || result.verdict === 'skip';
        const hasFindings = praised.some((c) => c.findings.some((f) => f.severity !== 'note'));
        fc.pre(!isClean && hasFindings);
        expect(followsFromChecks({ verdict: 'pass', checks: praised })).toBe(false);
      }),
    );
  });

  test('is error when nothing was judged', () => {
    const result = conclude({ checks: [], ...noMaterials }, aSetting());
    expect(result.verdict).toBe('error');
    expect(result.checks[0]?.id).toBe('gate/nothing-judged');
  });

  test('is skip only when every check was skipped', () => {
    const skipped = check({
      id: 'gate/a',
      title: 'a',
      outcome: { status: 'skip', reason: 'not applicable' },
    });
    const passed = check({ id: 'gate/b', title: 'b' });
    expect(conclude({ checks: [skipped], ...noMaterials }, aSetting()).verdict).toBe('skip');
    expect(conclude({ checks: [skipped, passed], ...noMaterials }, aSetting()).verdict).toBe('pass');
  });

  test.each([
    ['warn', 'warn'],
    ['fail', 'fail'],
  ] as const)('takes an inconclusive check as %s when the rule says so', (as, verdict) => {
    const open = check({
      id: 'gate/a',
      title: 'a',
      outcome: { status: 'inconclusive', reason: 'few rows', as },
    });
    expect(conclude({ checks: [open], ...noMaterials }, aSetting()).verdict).toBe(verdict);
  });

  test('stays fail when only the listed findings of a longer list are waived', () => {
    const listed = finding('gate/a', { severity: 'error', message: 'm', file: 'f', item: 'x' });
    const waiver = {
      id: 'gate/a',
      scope: 'f:x',
      reason: 'r',
      owner: 'o',
      approver: 'a',
      expires: '2027-01-01',
    };
    const some = check({ id: 'gate/a', title: 'a', findings: [listed], findingCount: 7 });
    expect(conclude({ checks: [some], ...noMaterials }, aSetting({ waivers: [waiver] })).verdict).toBe(
      'fail',
    );
  });

  test('keeps its status when the list of findings is cut', () => {
    const findings = Array.from({ length: limits.findingsPerCheck + 5 }, (_, i) =>
      finding('gate/a', { severity: i === 0 ? 'error' : 'note', message: `m${i}`, distinct: String(i) }),
    );
    const [cut] = conclude(
      { checks: [check({ id: 'gate/a', title: 'a', findings })], ...noMaterials },
      aSetting(),
    ).checks;
    expect(cut?.findings).toHaveLength(limits.findingsPerCheck);
    expect(cut).toMatchObject({ status: 'fail', findingCount: limits.findingsPerCheck + 5 });
  });
});

describe('merging judgements', () => {
  test('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(aJudgement, { maxLength: 3 }), (all) => {
        const forth = conclude(mergeJudgements(all), aSetting());
        const back = conclude(mergeJudgements([...all].reverse()), aSetting());
        expect(back).toEqual(forth);
      }),
    );
  });
});

describe('the exit code', () => {
  test.each<[Verdict, 'enforce' | 'report', boolean, number]>([
    ['pass', 'enforce', true, 0],
    ['warn', 'enforce', true, 0],
    ['fail', 'enforce', true, 1],
    ['fail', 'report', true, 0],
    ['error', 'report', true, 4],
    ['skip', 'enforce', true, 0],
    ['skip', 'enforce', false, 4],
  ])('of %s under %s (optional: %s) is %i', (verdict, mode, optional, code) => {
    expect(exitCodeOf({ verdict, mode }, optional)).toBe(code);
  });
});
