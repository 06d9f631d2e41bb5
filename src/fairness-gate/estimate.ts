import { round9 } from '../gate/json.js';
import type { Metric } from './metrics.js';
import type { Band, Scale } from './rule.js';
import { type Interval, newcombeInterval, type Rate } from './statistics/interval.js';
import { ratioInterval } from './statistics/ratio.js';

/** A disparity as observed, and what the data leave possible. */
export interface Estimate extends Interval {
  /** NaN where 0 is divided by 0; infinite where the reference has none. */
  readonly point: number;
}

export function estimateAgainst(scale: Scale, a: Rate, b: Rate, z: number): Estimate {
  return scale === 'ratio'
    ? { point: a.value / b.value, ...ratioInterval(a, b, z) }
    : { point: a.value - b.value, ...newcombeInterval(a, b, z) };
}

/**
 * Against everyone, of whom the group is a part, so that the two rates are not independent: compares the group with the
 * rest, and carries the interval over by `overall = share · group + (1 − share) · rest`, shares taken as given.
 *
 * @param share the group's part of the denominator, 0 to 1.
 */
export function estimateAgainstOverall(
  scale: Scale,
  group: Rate,
  rest: Rate,
  share: number,
  z: number,
): Estimate {
  const { low, high } = estimateAgainst(scale, group, rest, z);
  const overall = share * group.value + (1 - share) * rest.value;
  if (scale === 'difference')
    return { point: group.value - overall, low: (1 - share) * low, high: (1 - share) * high };
  const carry = (ratio: number) =>
    ratio === Number.POSITIVE_INFINITY ? 1 / share : ratio / (share * ratio + 1 - share);
  return { point: group.value / overall, low: carry(low), high: carry(high) };
}

/**
 * Against the truly best group, which need not be the one that looks best: the ratio to it is the worst of the ratios to
 * each candidate, so the ends are the worst of the pairs' ends. Holds when `z` covers all pairs of candidates at once
 * (the idea of Hsu, Annals of Statistics 9 (1981) 1026–1034).
 *
 * @param others the candidates beside the group itself, at least one.
 */
export function intervalAgainstBest(
  scale: Scale,
  better: Metric['better'],
  group: Rate,
  others: readonly Rate[],
  z: number,
): Interval {
  const worst = better === 'higher' ? Math.min : Math.max;
  const pairs = others.map((other) => estimateAgainst(scale, group, other, z));
  return { low: worst(...pairs.map(({ low }) => low)), high: worst(...pairs.map(({ high }) => high)) };
}

export type Status = 'pass' | 'fail' | 'inconclusive';

/** Wholly inside the band passes, wholly outside fails; what reaches across an end is not known. */
export function decideByInterval({ low, high }: Interval, band: Band): Status {
  const { min, max } = ends(band);
  if (round9(high) < min || round9(low) > max) return 'fail';
  return round9(low) >= min && round9(high) <= max ? 'pass' : 'inconclusive';
}

export function decideByPoint(point: number, band: Band): Status {
  if (Number.isNaN(point)) return 'inconclusive';
  const { min, max } = ends(band);
  return round9(point) >= min && round9(point) <= max ? 'pass' : 'fail';
}

/**
 * About how many times the data would settle an undecided comparison if the rates stayed as they are: an interval shrinks
 * with the root of the rows. Infinite where the estimate lies on an end of the band or has no interval.
 */
export function timesToSettle(scale: Scale, estimate: Estimate, band: Band): number {
  const onScale = scale === 'ratio' ? Math.log : (x: number) => x;
  const point = onScale(estimate.point);
  const { min, max } = ends(band);
  const from = scale === 'ratio' && min <= 0 ? Number.NEGATIVE_INFINITY : onScale(min);
  const to = onScale(max);
  const [down, up] = [point - onScale(estimate.low), onScale(estimate.high) - point];
  const inside = Math.max(down / (point - from), up / (to - point));
  const shrink = point < from ? up / (from - point) : point > to ? down / (point - to) : inside;
  return Number.isFinite(shrink) ? shrink * shrink : Number.POSITIVE_INFINITY;
}

function ends({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: Band): Required<Band> {
  return { min, max };
}
