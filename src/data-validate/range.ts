import { configError } from '../gate/failure.js';
import type { Range, View } from './plan.js';
import { toSqlTime } from './time.js';

export interface BoundArgs {
  readonly min_value?: number | string;
  readonly max_value?: number | string;
  readonly strict_min?: boolean;
  readonly strict_max?: boolean;
}

/**
 * A range and how cells are to be looked at for it: numbers ask for numbers, days and times for times, other texts for texts.
 *
 * @throws Failure('config') when both ends are open (the check could not fail), of different kinds, or the wrong way round.
 */
export function rangeOf(args: BoundArgs, what: string): { readonly view: View; readonly range: Range } {
  const ends = [args.min_value, args.max_value].filter((end) => end !== undefined);
  if (ends.length === 0)
    throw configError(`${what}: neither a least nor a greatest value is given, so nothing could fail`, {
      fix: 'give `min_value`, `max_value` or both (`min`, `max` in the short form)',
    });
  const view = viewOf(ends, what);
  const [min, max] = [args.min_value, args.max_value].map((end) =>
    view === 'time' && typeof end === 'string' ? toSqlTime(end) : end,
  );
  if (min !== undefined && max !== undefined && min > max)
    throw configError(`${what}: the least value is above the greatest`, { fix: 'exchange them' });
  return {
    view,
    range: {
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
      strictMin: args.strict_min ?? false,
      strictMax: args.strict_max ?? false,
    },
  };
}

function viewOf(ends: readonly (number | string)[], what: string): View {
  if (ends.every((end) => typeof end === 'number')) return 'number';
  if (ends.some((end) => typeof end === 'number'))
    throw configError(`${what}: one end is a number and the other a text`, {
      fix: 'give both as numbers or as dates',
    });
  return ends.every((end) => typeof end === 'string' && toSqlTime(end) !== undefined) ? 'time' : 'text';
}

/** Whether a figure lies in the range. Code units order texts here, as times and ASCII need. */
export function isWithin(value: number | string, { min, max, strictMin, strictMax }: Range): boolean {
  if (min !== undefined && (strictMin ? !(value > min) : !(value >= min))) return false;
  return max === undefined || (strictMax ? value < max : value <= max);
}

/** `at least 18`, `above 0 and at most 1`. */
export function describeRange({ min, max, strictMin, strictMax }: Range): string {
  if (min !== undefined && min === max && !strictMin && !strictMax) return `exactly ${shortTime(min)}`;
  const low = min === undefined ? [] : [`${strictMin ? 'above' : 'at least'} ${shortTime(min)}`];
  const high = max === undefined ? [] : [`${strictMax ? 'below' : 'at most'} ${shortTime(max)}`];
  return [...low, ...high].join(' and ');
}

function shortTime(value: number | string): string {
  return typeof value === 'number' ? String(value) : value.replace(/\.000000$/, '').replace(/ 00:00:00$/, '');
}
