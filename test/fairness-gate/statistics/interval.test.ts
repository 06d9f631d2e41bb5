import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Interval,
  newcombeInterval,
  type Rate,
  wilsonInterval,
} from '../../../src/fairness-gate/statistics/interval.js';
import { criticalValue } from '../../../src/fairness-gate/statistics/normal.js';
import { katzInterval, koopmanInterval, ratioInterval } from '../../../src/fairness-gate/statistics/ratio.js';
import { oracle, rateOf, relativeError } from './oracle.js';

describe('against SciPy, statsmodels and mpmath', () => {
  test.each(oracle.wilson)('Wilson %d of %d at alpha %d', (x, n, alpha, low, high) => {
    const interval = wilsonInterval(rateOf(x, n), criticalValue(alpha));
    expect(relativeError(interval.low, low)).toBeLessThan(1e-11);
    expect(relativeError(interval.high, high)).toBeLessThan(1e-11);
  });

  test.each(oracle.katzAndNewcombe)(
    'Katz and Newcombe %d/%d, %d/%d at alpha %d',
    (x1, n1, x2, n2, alpha, katz, newcombe) => {
      const [a, b, z] = [rateOf(x1, n1), rateOf(x2, n2), criticalValue(alpha)];
      const ratio = katzInterval(a, b, z);
      expect(relativeError(ratio.low, katz[0])).toBeLessThan(1e-11);
      expect(relativeError(ratio.high, katz[1])).toBeLessThan(1e-11);
      const difference = newcombeInterval(a, b, z);
      expect(Math.abs(difference.low - newcombe[0])).toBeLessThan(1e-12);
      expect(Math.abs(difference.high - newcombe[1])).toBeLessThan(1e-12);
    },
  );

  test.each(oracle.koopman)('Koopman %d/%d, %d/%d at alpha %d', (x1, n1, x2, n2, alpha, low, high) => {
    const interval = koopmanInterval(rateOf(x1, n1), rateOf(x2, n2), criticalValue(alpha));
    expect(relativeError(interval.low, low)).toBeLessThan(1e-9);
    expect(relativeError(interval.high, high ?? Number.POSITIVE_INFINITY) || 0).toBeLessThan(1e-9);
  });
});

describe('without events or without non-events', () => {
  const z = criticalValue(0.05);

  test('the ratio is unknown when nobody had the outcome', () => {
    expect(ratioInterval(rateOf(0, 50), rateOf(0, 80), z)).toEqual({
      low: 0,
      high: Number.POSITIVE_INFINITY,
    });
  });

  test('two rates of 1 are not known to be equal, as Katz would have it', () => {
    const { low, high } = ratioInterval(rateOf(12, 12), rateOf(9, 9), z);
    expect(low).toBeLessThan(0.8);
    expect(high).toBeGreaterThan(1.25);
  });

  test('the ends of a rate are exactly 0 and 1', () => {
    expect(wilsonInterval(rateOf(0, 7), z).low).toBe(0);
    expect(wilsonInterval(rateOf(7, 7), z).high).toBe(1);
  });
});

describe('properties', () => {
  const rate: fc.Arbitrary<Rate> = fc
    .integer({ min: 1, max: 100_000 })
    .chain((trials) => fc.integer({ min: 0, max: trials }).map((events) => rateOf(events, trials)));
  const level = fc.double({ min: 0.5, max: 6, noNaN: true });
  const holds = ({ low, high }: Interval, point: number) =>
    low <= point + 1e-12 && high >= point - 1e-12 && low <= high;

  test('an interval holds its estimate', () => {
    fc.assert(
      fc.property(rate, rate, level, (a, b, z) => {
        expect(holds(wilsonInterval(a, z), a.value)).toBe(true);
        expect(holds(newcombeInterval(a, b, z), a.value - b.value)).toBe(true);
        if (b.events > 0) expect(holds(ratioInterval(a, b, z), a.value / b.value)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('more data of the same rates narrow it', () => {
    const more = ({ events, trials, value }: Rate) => ({ events: events * 4, trials: trials * 4, value });
    const width = ({ low, high }: Interval) => high - low;
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        const z = criticalValue(0.05);
        expect(width(wilsonInterval(more(a), z))).toBeLessThan(width(wilsonInterval(a, z)));
        expect(width(newcombeInterval(more(a), more(b), z))).toBeLessThan(width(newcombeInterval(a, b, z)));
        fc.pre(a.events > 0 && b.events > 0);
        const [wide, narrow] = [ratioInterval(a, b, z), ratioInterval(more(a), more(b), z)];
        expect(Math.log(narrow.high / narrow.low)).toBeLessThan(Math.log(wide.high / wide.low));
      }),
      { numRuns: 300 },
    );
  });

  test('swapping the groups turns the ratio over', () => {
    fc.assert(
      fc.property(rate, rate, (a, b) => {
        fc.pre(a.events > 0 && b.events > 0);
        const [there, back] = [ratioInterval(a, b, 2), ratioInterval(b, a, 2)];
        expect(relativeError(there.low, 1 / back.high)).toBeLessThan(1e-8);
      }),
    );
  });
});
