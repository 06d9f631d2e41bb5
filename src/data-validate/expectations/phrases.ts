import { quoteName } from '../names.js';
import { type BoundArgs, describeRange, rangeOf } from '../range.js';
import type { Wording } from './entry.js';

export function words(id: string, column: string, asks: string, fallsShort = ''): Wording {
  return { id, subject: quoteName(column), asks, fallsShort };
}

export function wordsOfRows(id: string, asks: string): Wording {
  return { id, subject: 'rows', asks, fallsShort: '' };
}

export function wordsOfSeveral(
  id: string,
  columns: readonly string[],
  asks: string,
  fallsShort: string,
): Wording {
  return { id, subject: columns.map(quoteName).join(', '), asks, fallsShort };
}

/** Of a figure that lies in a range. */
export function wordsOfFigure(
  id: string,
  figure: string,
  args: BoundArgs & { readonly column: string },
): Wording {
  return words(id, args.column, `has a ${figure} ${inWords(args, `${figure} of ${quoteName(args.column)}`)}`);
}

export function inWords(args: BoundArgs, what: string): string {
  return describeRange(rangeOf(args, what).range);
}
