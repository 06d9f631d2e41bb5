import { round9 } from '../gate/json.js';
import type { Comparison } from './comparison.js';
import type { Metric } from './metrics.js';
import type { Band, Rule, Scale } from './rule.js';
import type { Interval } from './statistics/interval.js';

/** For sentences; four digits, so that 0.7997 does not look like 0.8. */
function showFigure(value: number): string {
  if (Number.isNaN(value)) return 'undefined';
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : 'without bound';
}

function showInterval({ low, high }: Interval): string {
  return `${showFigure(low)} to ${showFigure(high)}`;
}

export function showBand({ min, max }: Band): string {
  if (min !== undefined && max !== undefined) return `from ${min} to ${max}`;
  return min === undefined ? `at most ${max}` : `at least ${min}`;
}

/** `116 fewer approved per 1 000 people than race=Caucasian`; null where a rate is undefined. */
export function perThousand(
  { rate, referenceRate, reference }: Comparison,
  metric: Metric,
  means?: string,
): string | null {
  if (!rate || !referenceRate) return null;
  const difference = 1000 * (rate.value - referenceRate.value);
  const size = Math.abs(difference);
  const number = size >= 1 ? Math.round(size) : round9(Number(size.toPrecision(1)));
  const what = metric.name === 'selection_rate' ? (means ?? metric.what) : metric.what;
  const than = reference === 'overall' ? 'than among all' : `than ${reference}`;
  return `${number} ${difference < 0 ? 'fewer' : 'more'} ${what} per 1 000 ${metric.whom} ${than}`;
}

export function undefinedRate({ rate, referenceRate, group, reference }: Comparison, metric: Metric): string {
  const who =
    rate === null ? group.name : referenceRate === null ? reference : `the rest beside ${group.name}`;
  return `${metric.name} is undefined: ${who} has no ${metric.whom}`;
}

const hopeless = 10_000;

/** @param now rows of the two groups compared. */
export function rowsThatSettle(rows: number, now: number): string {
  const undecided = 'the interval reaches across an end of what is accepted';
  if (!Number.isFinite(rows)) return `${undecided}, and no number of rows at these rates would settle it`;
  if (rows > now * hopeless)
    return `${undecided}; at these rates even ${hopeless} times the rows would not settle it`;
  return `${undecided}; about ${Number(Math.max(rows, now + 1).toPrecision(2))} rows of the two groups (now ${now}) would settle it`;
}

const againstWhom = {
  best: 'the group with the best rate',
  majority: 'the largest group',
  overall: 'everyone',
} as const;

/** `selection_rate ratio of sex against the group with the best rate: at least 0.8`. */
export function ruleTitle({ metric, scale, references }: Rule, attribute: string, band: Band): string {
  const reference = references.get(attribute);
  const whom =
    reference?.kind === 'group' ? `${attribute}=${reference.value}` : againstWhom[reference?.kind ?? 'best'];
  return `${metric.name} ${scale} of ${attribute} against ${whom}: ${showBand(band)}`;
}

export function describeEstimate(scale: Scale, point: number, interval: Interval): string {
  return `${scale} ${showFigure(point)}, interval ${showInterval(interval)}`;
}
