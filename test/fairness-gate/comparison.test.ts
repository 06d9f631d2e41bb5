import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareGroups, designOf } from '../../src/fairness-gate/comparison.js';
import {
  type Counts,
  cells,
  countsOf,
  mergeCounts,
  noCounts,
  totalOf,
} from '../../src/fairness-gate/counts.js';
import {
  decideByInterval,
  decideByPoint,
  estimateAgainst,
  estimateAgainstOverall,
  timesToSettle,
} from '../../src/fairness-gate/estimate.js';
import { partitionBy } from '../../src/fairness-gate/groups.js';
import type { JointCell } from '../../src/fairness-gate/joint.js';
import { applyRule } from '../../src/fairness-gate/judging.js';
import { metricNamed, metrics, rateOf } from '../../src/fairness-gate/metrics.js';
import { planOf } from '../../src/fairness-gate/plan.js';
import { criticalValue } from '../../src/fairness-gate/statistics/normal.js';
import { baseSettings, release } from './setup.js';
import { rateOf as rate } from './statistics/oracle.js';

const plan = planOf({ ...baseSettings, rules: [{ metric: 'selection_rate', ratio: { min: 0.8 } }] }, release);
const [rule] = plan.rules;
const selection = metricNamed('selection_rate');

/** `[value, selected, rows]` per group. */
function partition(groups: readonly (readonly [value: string, selected: number, rows: number])[]) {
  const joint = groups.flatMap(([value, selected, rows]): JointCell[] =>
    [true, false].map((yes) => {
      const count = yes ? selected : rows - selected;
      return {
        attributes: [value],
        counts: countsOf(
          { label: yes, predicted: yes, favourable: yes },
          { rows: count, weight: count, squares: count },
        ),
      };
    }),
  );
  return partitionBy('sex', joint, plan, 'predictions.csv');
}

const judged = (groups: Parameters<typeof partition>[0]) =>
  rule ? (applyRule(rule, 0, [partition(groups)])[0]?.judged ?? []) : [];

describe('against the best group', () => {
  test('the interval covers that another group may truly be the best', () => {
    const groups = partition([
      ['a', 300, 1000],
      ['b', 590, 1000],
      ['c', 600, 1000],
    ]);
    const design = designOf(selection, groups, { kind: 'best' }, 30);
    if ('problem' in design) throw new Error(design.problem);
    expect(design).toMatchObject({ family: 3, against: { value: 'c' } });
    const z = criticalValue(0.05, 3);
    const [a] = compareGroups(design, 'ratio', z);
    expect(a?.estimate?.point).toBe(0.5);
    expect(a?.estimate?.high).toBe(estimateAgainst('ratio', rate(300, 1000), rate(600, 1000), z).high);
  });

  test('an error rate is best where it is lowest', () => {
    const groups = partition([
      ['a', 300, 1000],
      ['b', 600, 1000],
    ]);
    const design = designOf({ ...selection, better: 'lower' }, groups, { kind: 'best' }, 30);
    if ('problem' in design) throw new Error(design.problem);
    expect(design.against?.value).toBe('a');
    expect(compareGroups(design, 'ratio', 2)[0]?.estimate?.point).toBe(2);
  });

  test('six equal groups of thirty are never failed for their noise', () => {
    const noisy = [3, 5, 6, 6, 7, 10].map((selected, i) => [`g${i}`, selected, 30] as const);
    expect(judged(noisy).map(({ status }) => status)).toEqual(Array(5).fill('inconclusive'));
  });
});

describe('against everyone', () => {
  test('the interval is that of group and rest, carried over', () => {
    const [group, rest] = [rate(30, 100), rate(360, 900)];
    const overall = 390 / 1000;
    const { point, low, high } = estimateAgainstOverall('ratio', group, rest, 0.1, 1.96);
    const pair = estimateAgainst('ratio', group, rest, 1.96);
    expect(point).toBeCloseTo(0.3 / overall, 14);
    expect([low, high]).toEqual([pair.low, pair.high].map((r) => expect.closeTo(r / (0.1 * r + 0.9), 12)));
    expect(estimateAgainstOverall('difference', group, rest, 0.1, 1.96).point).toBeCloseTo(0.3 - overall, 14);
  });

  test('a rest without the outcome leaves the ratio at most 1 / share', () => {
    expect(estimateAgainstOverall('ratio', rate(5, 10), rate(0, 30), 0.25, 1.96).high).toBe(4);
  });
});

describe('deciding', () => {
  test.each([
    [0.81, 0.99, 'pass'],
    [0.8, 1.2, 'pass'],
    [0.6, 0.79, 'fail'],
    [0.6, 0.8, 'inconclusive'],
    [1.3, Number.POSITIVE_INFINITY, 'fail'],
    [0, Number.POSITIVE_INFINITY, 'inconclusive'],
  ])('an interval from %d to %d against 0.8 to 1.25: %s', (low, high, status) => {
    expect(decideByInterval({ low, high }, { min: 0.8, max: 1.25 })).toBe(status);
  });

  test('the last bits of a quotient do not fail it', () => {
    expect(decideByPoint(0.8 - 1e-16, { min: 0.8 })).toBe('pass');
    expect(decideByPoint(0.7999, { min: 0.8 })).toBe('fail');
    expect(decideByPoint(Number.NaN, { min: 0.8 })).toBe('inconclusive');
    expect(decideByPoint(Number.POSITIVE_INFINITY, { max: 1.25 })).toBe('fail');
  });

  test('so many times the rows do settle it', () => {
    const band = { min: 0.8, max: 1.25 };
    const at = (times: number) =>
      estimateAgainst('ratio', rate(45 * times, 100 * times), rate(50 * times, 100 * times), 1.96);
    const times = timesToSettle('ratio', at(1), band);
    expect(times).toBeGreaterThan(1);
    expect(decideByInterval(at(times * 1.01), band)).toBe('pass');
    expect(decideByInterval(at(times * 0.99), band)).toBe('inconclusive');
    expect(timesToSettle('ratio', { point: 0.8, low: 0.5, high: 1 }, band)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('properties', () => {
  const tally = fc.integer({ min: 0, max: 500 }).map((rows) => ({ rows, weight: rows, squares: rows }));
  const counts: fc.Arbitrary<Counts> = fc.array(tally, { minLength: cells.length, maxLength: cells.length });
  const joint: fc.Arbitrary<JointCell[]> = fc.array(
    fc.record({ attributes: fc.tuple(fc.constantFrom('a', 'b', 'c', 'd')), counts }),
    { minLength: 1, maxLength: 12 },
  );

  test('merging does not depend on the order, and loses nobody', () => {
    fc.assert(
      fc.property(fc.array(counts), fc.array(counts), (a, b) => {
        const merge = (all: readonly Counts[]) => all.reduce(mergeCounts, noCounts);
        expect(merge([...a, ...b])).toEqual(merge([...b, ...a].reverse()));
        expect(totalOf(merge(a)).rows).toBe(a.reduce((sum, c) => sum + totalOf(c).rows, 0));
      }),
    );
  });

  test('renaming the groups only renames the results', () => {
    const mirror = { a: 'd', b: 'c', c: 'b', d: 'a' } as const;
    const renamed = (value: string) => mirror[value as keyof typeof mirror];
    const outcome = (all: readonly JointCell[], name: (value: string) => string) => {
      const parts = partitionBy('sex', all, plan, 'f');
      return metrics.flatMap((metric) => {
        const design = designOf(metric, parts, { kind: 'overall' }, 1);
        if ('problem' in design) return [];
        return compareGroups(design, 'ratio', 1.96)
          .map(({ group, estimate }) => ({ metric: metric.name, value: name(group.value), estimate }))
          .sort((x, y) => (x.value < y.value ? -1 : 1));
      });
    };
    fc.assert(
      fc.property(joint, (all) => {
        const other = all.map((cell) => ({
          ...cell,
          attributes: cell.attributes.map((v) => v && renamed(v)),
        }));
        expect(outcome(other, renamed)).toEqual(outcome(all, (value) => value));
      }),
    );
  });

  test('complementary rates add up to 1 wherever they are defined', () => {
    const pairs = [
      ['tpr', 'fnr'],
      ['fpr', 'tnr'],
      ['ppv', 'fdr'],
      ['npv', 'for'],
    ] as const;
    fc.assert(
      fc.property(counts, (c) => {
        for (const [one, other] of pairs) {
          const [x, y] = [rateOf(metricNamed(one), c), rateOf(metricNamed(other), c)];
          expect(x === null).toBe(y === null);
          if (x && y) expect(x.value + y.value).toBeCloseTo(1, 12);
        }
      }),
    );
  });
});
