import { configError } from '../gate/failure.js';
import type { Input } from '../gate/input.js';
import type { RunContext } from '../gate/run-context.js';
import { suggest } from './suggest.js';

/** As it came from a workflow (always text) or from the command line, by the input's name. */
export type RawInputs = ReadonlyMap<string, string | readonly string[] | number | boolean>;

type InputValue = string | readonly string[] | number | boolean;

/** As the person who gave it knows it. */
export function inputLabel({ name }: Pick<Input, 'name'>, kind: RunContext['kind']): string {
  return kind === 'local' ? `--${name}` : `input \`${name}\``;
}

/**
 * The value in the kind that the input declares; undefined where it was not given. A workflow hands every input that is left
 * out as empty text, so that counts as not given there; on the command line it is a mistake.
 *
 * @throws Failure('config') naming the input: a number that does not parse is never "unset".
 */
export function readInput(input: Input, raw: RawInputs, kind: RunContext['kind']): InputValue | undefined {
  const given = raw.get(input.name);
  if (given === undefined || (given === '' && kind === 'github')) return undefined;
  const value = parsers[input.kind](given);
  if (value === undefined)
    throw configError(
      `${inputLabel(input, kind)}: expected ${expected[input.kind]}, found ${JSON.stringify(given)}`,
    );
  for (const word of [value].flat()) assertChoice(input, String(word), kind);
  return value;
}

const expected = {
  text: 'some text',
  list: 'at least one value',
  number: 'a number',
  flag: '`true` or `false`',
} as const;

type Parser = (given: InputValue) => InputValue | undefined;

const parsers: Readonly<Record<Input['kind'], Parser>> = {
  text: (given) => (typeof given === 'string' && given.trim() !== '' ? given : undefined),
  list: (given) => {
    const values =
      typeof given === 'string' ? given.split('\n') : Array.isArray(given) ? given.map(String) : [];
    const kept = values.map((v) => v.trim()).filter((v) => v !== '');
    return kept.length > 0 ? kept : undefined;
  },
  number: (given) => {
    if (typeof given === 'string' && !/^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(given))
      return undefined;
    const value = Number(given);
    return Number.isFinite(value) ? value : undefined;
  },
  flag: (given) => {
    if (typeof given === 'boolean') return given;
    const word = String(given).trim().toLowerCase();
    return word === 'true' ? true : word === 'false' ? false : undefined;
  },
};

function assertChoice(input: Input, word: string, kind: RunContext['kind']): void {
  const { choices } = input;
  if (choices === undefined || choices.includes(word)) return;
  const message = `${inputLabel(input, kind)}: expected one of ${choices.join(', ')}; found ${JSON.stringify(word)}`;
  const fix = suggest(word, choices);
  throw configError(message, fix?.startsWith('did') ? { fix } : {});
}
