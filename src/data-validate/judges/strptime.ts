import { configError } from '../../gate/failure.js';

/** Days of a month, Gregorian without end as Python's. */
const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const oneOf = (names: readonly string[]) => `(?:${[...names].sort((a, b) => b.length - a.length).join('|')})`;

/** What each directive matches in CPython 3.11 (`_strptime.TimeRE`), in the C locale. */
const directives: Readonly<Record<string, string>> = {
  d: '3[0-1]|[1-2]\\d|0[1-9]|[1-9]| [1-9]',
  f: '[0-9]{1,6}',
  H: '2[0-3]|[0-1]\\d|\\d',
  I: '1[0-2]|0[1-9]|[1-9]',
  G: '\\d\\d\\d\\d',
  j: '36[0-6]|3[0-5]\\d|[1-2]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]',
  m: '1[0-2]|0[1-9]|[1-9]',
  M: '[0-5]\\d|\\d',
  S: '6[0-1]|[0-5]\\d|\\d',
  U: '5[0-3]|[0-4]\\d|\\d',
  W: '5[0-3]|[0-4]\\d|\\d',
  w: '[0-6]',
  u: '[1-7]',
  V: '5[0-3]|0[1-9]|[1-4]\\d|\\d',
  y: '\\d\\d',
  Y: '\\d\\d\\d\\d',
  z: '[+-]\\d\\d:?[0-5]\\d(?::?[0-5]\\d(?:\\.\\d{1,6})?)?|Z',
  Z: oneOf(['utc', 'gmt']),
  A: oneOf(weekdays),
  a: oneOf(weekdays.map((name) => name.slice(0, 3))),
  B: oneOf(months),
  b: oneOf(months.map((name) => name.slice(0, 3))),
  p: 'am|pm',
};
const composed: Readonly<Record<string, string>> = {
  c: '%a %b %d %H:%M:%S %Y',
  x: '%m/%d/%y',
  X: '%H:%M:%S',
};

/**
 * Whether Python's `datetime.strptime(text, format)` takes a text (CPython 3.11 in the C locale and UTC).
 *
 * @throws Failure('config') on a format that Python refuses, naming the directive.
 */
export function compileStrptime(format: string): (text: string) => boolean {
  const names: string[] = [];
  const pattern = new RegExp(patternOf(format, names), 'iy');
  assertIsoParts(names, format);
  return (text) => {
    pattern.lastIndex = 0;
    const found = pattern.exec(text);
    // Python takes the first way to match and then asks for nothing to be left over.
    if (found?.[0].length !== text.length) return false;
    return exists(new Map(names.map((name, i) => [name, found[i + 1] ?? ''])));
  };
}

function patternOf(format: string, names: string[]): string {
  let pattern = '';
  for (let at = 0; at < format.length; at++) {
    const character = format[at] ?? '';
    if (/\s/.test(character)) {
      while (/\s/.test(format[at + 1] ?? '')) at++;
      pattern += '\\s+';
    } else if (character === '%') pattern += directive(format, ++at, names);
    else pattern += character.replace(/[\\.^$*+?{}[\]|()/-]/, '\\$&');
  }
  return pattern;
}

function directive(format: string, at: number, names: string[]): string {
  const letter = format[at];
  if (letter === '%') return '%';
  const parts = letter === undefined ? undefined : composed[letter];
  if (parts !== undefined) return patternOf(parts, names);
  const pattern = letter !== undefined && Object.hasOwn(directives, letter) ? directives[letter] : undefined;
  if (letter === undefined || pattern === undefined || names.includes(letter))
    throw configError(
      `\`strftime_format\` ${JSON.stringify(format)} has a directive at position ${at} that Python refuses`,
      { fix: 'use the directives of strptime, each once: %Y-%m-%d %H:%M:%S' },
    );
  names.push(letter);
  return `(${pattern})`;
}

function assertIsoParts(names: readonly string[], format: string): void {
  const has = (letter: string) => names.includes(letter);
  const weekday = ['A', 'a', 'w', 'u'].some(has);
  const lacking = has('G') ? !has('V') || !weekday || has('j') : has('V');
  if (lacking)
    throw configError(`\`strftime_format\` ${JSON.stringify(format)}: %G, %V and a weekday go together`, {
      fix: 'use %Y, %m and %d',
    });
}

/** What the pattern cannot tell: days of the month, seconds, years and offsets that do not exist. */
function exists(parts: ReadonlyMap<string, string>): boolean {
  const number = (letter: string) => (parts.has(letter) ? Number(parts.get(letter)?.trim()) : undefined);
  const named = (parts.get('b') ?? parts.get('B'))?.slice(0, 3).toLowerCase();
  const byName = named === undefined ? undefined : months.findIndex((name) => name.startsWith(named)) + 1;
  const month = number('m') ?? byName ?? 1;
  const day = number('d') ?? 1;
  const [short, long] = [number('y'), number('Y')];
  const year = long ?? (short === undefined ? undefined : short + (short <= 68 ? 2000 : 1900));
  if (year === 0 || number('G') === 0 || (number('S') ?? 0) > 59) return false;
  if (Math.abs(Number.parseInt((parts.get('z') ?? '0').slice(0, 3), 10)) > 23) return false;
  // Python takes 29 February without a year for one of a leap year.
  const leap = year === undefined ? true : isLeap(year);
  return day <= (month === 2 && leap ? 29 : (monthDays[month - 1] ?? 31));
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
