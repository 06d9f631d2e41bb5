import type { SqlWords } from '../sql/words.js';
import { isFloat, printCells } from './cells.js';
import { javaRegex } from './java-regex.js';
import { plainLike } from './plain-like.js';

export const sparkWords: SqlWords = {
  text: sparkText,
  name: (value) => `\`${value.replaceAll('`', '``')}\``,
  number: printNumber,
  time: (value) => `CAST(${sparkText(value)} AS TIMESTAMP)`,
  cells: (table, uses) => printCells(table, uses),
  timeText: (time) => `CAST(${time} AS STRING)`,
  seconds: (time) => `(unix_micros(${time}) / 1000000D)`,
  length: (text) => `length(${text})`,
  matches: (text, pattern) => `${text} RLIKE ${sparkText(javaRegex(pattern))}`,
  like(text, pattern, escapedBy) {
    const plain = plainLike(pattern, escapedBy);
    return `${text} LIKE ${sparkText(plain.pattern)} ESCAPE ${sparkText(plain.escape)}`;
  },
  isNan: (column, { columns }) =>
    isFloat(columns[column]?.declared ?? null) ? `isnan(c${column})` : 'false',
  isInfinite: (column, { columns }) =>
    isFloat(columns[column]?.declared ?? null) ? `abs(c${column}) = double('infinity')` : 'false',
  // A struct on the left of IN would be taken apart.
  row: (parts) => (parts.length === 1 ? (parts[0] ?? '') : `array(struct(${parts.join(', ')}))`),
  sum: (number) => `sum(${number})`,
  mean: (number) => `avg(${number})`,
  deviation: (number) => `stddev_samp(CASE WHEN abs(${number}) < double('infinity') THEN ${number} END)`,
  correlation: (a, b) => `corr(${a}, ${b})`,
  estimate: (value) => `approx_count_distinct(${value})`,
  // Spark would first group everything by the key, with all other aggregates once for each.
  countsDistinctBeside: false,
};

/** All but plain characters as \uXXXX: Spark's shell then sees no quote, no line end and no `;` in it. */
export function sparkText(value: string): string {
  const escaped = value.replaceAll(
    /[^A-Za-z0-9 _.,:/()+*=<>?[\]{}|^$-]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${escaped}'`;
}

/** In brackets, so that a sign before it makes no comment. */
function printNumber(value: number): string {
  if (!Number.isFinite(value)) return `double('${value}')`;
  const text = String(value);
  return `(${text.includes('e') ? text : `${text}e0`}D)`;
}
