import { modelLimits } from '../../limits.js';
import type { Machine } from './machine.js';
import { type Scalar, scalar, type Text, text } from './value.js';

/** Lines of numbers that we read; longer ones stay text. */
const numberLine = 400;
const keptBytes = modelLimits.keptText * 12;

/** `I01` and `I00` are booleans (CPython, `load_int`). */
export function intLine(machine: Machine): Scalar {
  const digits = numeral(machine);
  if (digits === '01') return scalar(true);
  if (digits === '00') return scalar(false);
  return asNumber(machine, digits, /^[+-]?\d[\d_]*$/);
}

export function longLine(machine: Machine): Scalar {
  return asNumber(machine, numeral(machine).replace(/L$/, ''), /^[+-]?\d[\d_]*$/);
}

export function floatLine(machine: Machine): Scalar {
  return asNumber(
    machine,
    numeral(machine).toLowerCase(),
    /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?$|^[+-]?(?:inf|nan)/,
  );
}

function numeral({ cursor }: Machine): string {
  const { bytes, whole } = cursor.line(numberLine);
  return whole ? bytes.toString('latin1').trim() : '9'.repeat(16);
}

function asNumber(machine: Machine, digits: string, form: RegExp): Scalar {
  if (!form.test(digits)) throw machine.broken(`has ${JSON.stringify(digits.slice(0, 20))} for a number`);
  const value = Number(digits);
  return scalar(Number.isSafeInteger(value) || digits.includes('.') ? value : digits);
}

/** Little-endian two's complement of `count` bytes; as text, since it may be long. */
export function longBytes({ cursor }: Machine, count: number): number | string {
  if (count > 64) {
    cursor.skip(count);
    return `an integer of ${count} bytes`;
  }
  const bytes = cursor.take(count);
  const magnitude = bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const value = BigInt.asIntN(count * 8, magnitude);
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value.toString();
}

/** A quoted Python 2 string with its escapes (CPython, `load_string`). */
export function stringLine(machine: Machine): Text {
  const { bytes, whole } = machine.cursor.line(keptBytes);
  const line = bytes.toString('latin1').trimEnd();
  const quote = line[0];
  const closed = line.length >= 2 && line.endsWith(quote ?? '');
  if ((quote !== '"' && quote !== "'") || (whole && !closed))
    throw machine.broken('has a string without quotes');
  return text(decodeEscapes(line.slice(1, whole ? -1 : undefined)), !whole);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['\n', ''],
]);

/** `\x6f`, `\157` and the rest, so that a module spelled in escapes is read as what it is. */
function decodeEscapes(inside: string): string {
  return inside.replaceAll(
    /\\(?:x([0-9a-fA-F]{2})|([0-7]{1,3})|([\s\S]))/g,
    (_, hex?: string, octal?: string, other?: string) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return escapes.get(other ?? '') ?? other ?? '';
    },
  );
}

/** Python's raw-unicode-escape: only `\u` and `\U` are escapes. */
export function rawUnicode({ cursor }: Machine): Text {
  const { bytes, whole } = cursor.line(keptBytes);
  const line = bytes.toString('latin1');
  const decoded = line.replaceAll(
    /\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g,
    (sequence, short?: string, long?: string) => {
      const code = Number.parseInt(short ?? long ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : sequence;
    },
  );
  return text(decoded, !whole);
}
