import { readFileSync } from 'node:fs';
import path from 'node:path';

/** SciPy's, statsmodels' and mpmath's values; `made` and make.py beside the table say how. */
interface Oracle {
  readonly normalCdf: readonly (readonly [x: number, p: number])[];
  readonly normalQuantile: readonly (readonly [p: number, x: number])[];
  readonly wilson: readonly (readonly [x: number, n: number, alpha: number, low: number, high: number])[];
  readonly katzAndNewcombe: readonly (readonly [
    x1: number,
    n1: number,
    x2: number,
    n2: number,
    alpha: number,
    katz: readonly [number, number],
    newcombe: readonly [number, number],
  ])[];
  readonly koopman: readonly (readonly [
    x1: number,
    n1: number,
    x2: number,
    n2: number,
    alpha: number,
    low: number,
    high: number | null,
  ])[];
}

export const oracle: Oracle = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../vectors/statistics/oracle.json'), 'utf8'),
);

export function relativeError(actual: number, expected: number): number {
  return actual === expected ? 0 : Math.abs(actual - expected) / Math.abs(expected || 1);
}

export const rateOf = (events: number, trials: number) => ({ events, trials, value: events / trials });
