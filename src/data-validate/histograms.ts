import { type Figures, type Metric, spreadIn } from './plan.js';
import type { ColumnProfile } from './profile.js';

/**
 * How many values lie where: bin i from i·width to (i + 1)·width, empty ones left out. Widths are powers of two, so that the bins of
 * one width are whole unions of those of any smaller: histograms of parts add up to that of the whole, at the greater width.
 */
export interface Histogram {
  /** `time` in seconds since 1970, UTC. */
  readonly of: 'number' | 'time';
  readonly width: number;
  readonly bins: readonly (readonly [index: number, count: number])[];
}

const mostBins = 64;

type Spreading = Extract<Metric, { kind: 'spread' }>;

/** @param position of the column in the table. @returns undefined where it has no finite ends. */
export function spreadOf(profile: ColumnProfile, position: number): Spreading | undefined {
  const view = profile.type === 'date' || profile.type === 'timestamp' ? 'time' : 'number';
  const [min, max] = [endOf(profile.min), endOf(profile.max)];
  if (min === undefined || max === undefined) return undefined;
  const isWhole = view === 'time' || profile.type === 'integer';
  return { kind: 'spread', column: position, view, width: widthOf(min, max, isWhole) };
}

function endOf(end: number | string | null): number | undefined {
  const value = typeof end === 'string' ? Date.parse(`${end.replace(' ', 'T')}Z`) / 1000 : end;
  return value !== null && Number.isFinite(value) ? value : undefined;
}

function widthOf(min: number, max: number, isWhole: boolean): number {
  const largest = Math.max(Math.abs(min), Math.abs(max)) || 1;
  // Not `max - min`, which may exceed all numbers; and bins must be numbered exactly.
  const fine = Math.max(Math.log2(max / mostBins - min / mostBins), Math.log2(largest) - 50);
  let power = Math.max(isWhole ? 0 : -1000, Math.ceil(fine));
  while (Math.floor(max / 2 ** power) - Math.floor(min / 2 ** power) >= mostBins) power++;
  return 2 ** power;
}

export function histogramOf(spread: Spreading, figures: Figures): Histogram {
  const { bins } = spreadIn(figures, spread);
  return { of: spread.view, width: spread.width, bins };
}
