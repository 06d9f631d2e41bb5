import type { Json, JsonObject } from '../gate/json.js';
import type { Cell } from '../gate/section.js';

/** Shown where a figure is undefined (a rate over nobody). */
const undefinedFigure = '–';
const listed = 10;

/**
 * `10,000`, `0.7134`, `1.2e-9`: the same on every machine, whatever its locale.
 *
 * @param digits significant digits of a fraction; whole digits are never rounded away.
 */
export function showNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  const whole = Math.trunc(Math.abs(value)).toString().length;
  const rounded = Number.isInteger(value)
    ? value
    : Number(value.toPrecision(Math.min(Math.max(digits, whole + 1), 17)));
  const [integer = '', ...rest] = String(rounded).split('.');
  return integer.includes('e')
    ? String(rounded)
    : [integer.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}

/** `0 %`, `0.012 %`, `100 %`: nothing and everything only where it is so. */
export function showShare(share: number): string {
  const percent = Number((share * 100).toPrecision(3));
  return `${showNumber(percent === 100 && share < 1 ? 99.9 : percent)} %`;
}

/** A row of bars in one line of text; a bin with anything in it is seen. */
export function sparkline(counts: readonly number[]): string {
  const fullest = Math.max(...counts);
  return counts
    .map((count) => (count === 0 ? ' ' : '▁▂▃▄▅▆▇█'.charAt(Math.min(7, Math.floor((count / fullest) * 8)))))
    .join('');
}

/** Neighbours summed up, so that a line holds them. */
export function coarser(counts: readonly number[], most: number): readonly number[] {
  const each = Math.ceil(counts.length / most);
  if (each <= 1) return counts;
  return Array.from({ length: Math.ceil(counts.length / each) }, (_, i) =>
    counts.slice(i * each, (i + 1) * each).reduce((sum, count) => sum + count, 0),
  );
}

export function showCell(cell: Cell): string {
  if (cell === null) return undefinedFigure;
  return typeof cell === 'number' ? showNumber(cell) : cell;
}

const bounds: ReadonlyMap<string, string> = new Map([
  ['min', 'at least'],
  ['max', 'at most'],
]);

/** Observed values and facts: `min 18, max 93`. Six digits, so that 0.79996 does not look like 0.8. */
export function showJson(value: Json): string {
  return describe(value, (key) => key);
}

/** `at least 0.8`, `ratio at least 0.8, at most 1.25`. */
export function showThreshold(value: Json): string {
  return describe(value, (key) => bounds.get(key) ?? key);
}

function describe(value: Json, wordFor: (key: string) => string): string {
  if (value === null) return undefinedFigure;
  if (typeof value === 'number') return showNumber(value, 6);
  if (typeof value !== 'object') return String(value);
  const parts = isList(value)
    ? value.map((item) => describe(item, wordFor))
    : Object.entries(value).flatMap(([key, v]) =>
        v === undefined ? [] : [`${wordFor(key)} ${describe(v, wordFor)}`],
      );
  const more = parts.length - listed;
  return more > 0 ? `${parts.slice(0, listed).join(', ')} and ${more} more` : parts.join(', ');
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
