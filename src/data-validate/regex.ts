import { configError } from '../gate/failure.js';

type Refusals = readonly (readonly [RegExp, string])[];

/** What is refused, where it begins, and why. The first that matches at a place counts. */
const refusedEscapes: Refusals = [
  [/\\$/y, 'a backslash at the end'],
  [/\\[1-9]|\\[kg][{<']/y, 'a back-reference'],
  [/\\v/y, 'an escape that engines read differently: write \\x0b'],
  [/\\(?![dDwWsSbBAztnrfx\\pP]|[^0-9A-Za-z\u0080-\u{10ffff}])/uy, 'an escape that not every engine knows'],
  [/\\x(?![0-9A-Fa-f]{2}|\{[0-9A-Fa-f]{1,6}\})/y, '\\x without two hexadecimal digits'],
  [
    /\\[pP](?!\{(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|S[mcko]?|Z[slp]?|C[cfos]?)\})/y,
    'a Unicode class other than a general category',
  ],
];
const refusedOutside: Refusals = [
  [/\(\?<?[=!]/y, 'look-around'],
  [/\(\?>/y, 'an atomic group'],
  [/\(\?(?:P?<|')/y, 'a named group: write (…)'],
  [/\(\?(?!:|[ims]*(?:-[ims]+)?[:)])/y, 'a group with a flag other than i, m and s'],
  [/(?<=^|(?<!\\)\|)[*+?]|(?<=(?<!\\)\()[*+]/y, 'a quantifier with nothing before it'],
  [/(?:[*+?]|\{\d+(?:,\d*)?\})[*+{]/y, 'a possessive or doubled quantifier'],
  ...refusedEscapes,
];
const refusedInClass: Refusals = [
  [/\[/y, 'an unescaped [ inside a class'],
  [/&&/y, 'an intersection of classes'],
  [/\\[bBAz]/y, 'an assertion inside a class'],
  ...refusedEscapes,
];
const mostRepetitions = 1000;

/**
 * Takes the patterns that RE2 (DuckDB) and Java (Spark) read alike, so that a suite means the same on both. Time to match is
 * linear with RE2, whatever the pattern.
 *
 * @throws Failure('config') naming what is refused and where.
 */
export function assertCommonRegex(pattern: string): void {
  let classStart: number | undefined;
  let depth = 0;
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at];
    refuseAt(pattern, at, classStart === undefined ? refusedOutside : refusedInClass);
    if (character === '\\') {
      at += escapeLength(pattern, at) - 1;
    } else if (classStart !== undefined) {
      if (character === ']') classStart = undefined;
    } else if (character === '[') {
      classStart = at;
      // Java would take a `]` right after it for the end of an empty class, RE2 for a member.
      const first = pattern[at + 1] === '^' ? at + 2 : at + 1;
      if (pattern[first] === ']') throw refusal(pattern, first, 'an unescaped ] at the start of a class');
      if (first === at + 2) at++;
    } else if (character === '(') depth++;
    else if (character === ')' && --depth < 0) throw refusal(pattern, at, 'a ) without its (');
    else if (character === '{') assertRepetition(pattern, at);
  }
  if (classStart !== undefined) throw refusal(pattern, classStart, 'a [ without its ]');
  if (depth > 0) throw refusal(pattern, pattern.lastIndexOf('('), 'a ( without its )');
}

function refuseAt(pattern: string, at: number, list: Refusals): void {
  for (const [start, what] of list) {
    start.lastIndex = at;
    if (start.test(pattern)) throw refusal(pattern, at, what);
  }
}

/** `\x{1F600}` and `\p{Lu}` are one escape each. */
function escapeLength(pattern: string, at: number): number {
  const braces = /\\[xpP]\{[^}]*\}/y;
  braces.lastIndex = at;
  return braces.exec(pattern)?.[0].length ?? 2;
}

/** A `{` that is no repetition is a literal to RE2 and an error to Java. */
function assertRepetition(pattern: string, at: number): void {
  const repetition = /\{(\d{1,5})(?:,(\d{0,5}))?\}/y;
  repetition.lastIndex = at;
  const [whole, least = '', most = ''] = repetition.exec(pattern) ?? [];
  if (whole === undefined) throw refusal(pattern, at, 'an unescaped { that is no repetition');
  if (Math.max(Number(least), Number(most)) > mostRepetitions)
    throw refusal(pattern, at, `more than ${mostRepetitions} repetitions`);
}

function refusal(pattern: string, at: number, what: string) {
  const shown = pattern.length > 200 ? `${pattern.slice(0, 200)}…` : pattern;
  return configError(`regular expression ${JSON.stringify(shown)} has ${what} at position ${at + 1}`, {
    fix: 'use what RE2 and Java have in common: no look-around, no back-references',
  });
}
