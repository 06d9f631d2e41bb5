import { describe, expect, test } from '@jest/globals';
import {
  criticalValue,
  erfc,
  normalCdf,
  normalQuantile,
} from '../../../src/fairness-gate/statistics/normal.js';
import { oracle, relativeError } from './oracle.js';

describe('normal distribution', () => {
  test.each(oracle.normalCdf)('cdf(%d) has 13 digits, in the far tail too', (x, p) => {
    expect(relativeError(normalCdf(x), p)).toBeLessThan(2e-13);
  });

  test.each(oracle.normalQuantile)('quantile(%d)', (p, x) => {
    expect(relativeError(normalQuantile(p), x)).toBeLessThan(1e-12);
  });

  test('series and continued fraction meet without a step', () => {
    expect(relativeError(erfc(1 - 1e-15), erfc(1 + 1e-15))).toBeLessThan(1e-14);
  });

  test.each([0, 1, -0.1, Number.NaN])('refuses %d as a probability', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });

  test('shares alpha out among comparisons', () => {
    expect(criticalValue(0.05)).toBeCloseTo(1.959963984540054, 12);
    expect(criticalValue(0.05, 5)).toBeCloseTo(2.5758293035489, 12);
    expect(criticalValue(0.05, 0)).toBe(criticalValue(0.05, 1));
  });
});
