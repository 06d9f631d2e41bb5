import type { Dependency } from './dependency.js';
import { readDirect } from './direct.js';
import { type Option, optionsStart, readOptions } from './option.js';
import { readRequirement } from './requirement.js';
import { quote, RequirementSyntaxError } from './syntax-error.js';

/** What one logical line says. */
export type Line =
  | { readonly kind: 'dependency'; readonly dependency: Dependency; readonly index: number }
  | {
      readonly kind: 'include';
      readonly path: string;
      readonly constraint: boolean;
      readonly index: number;
    }
  | { readonly kind: 'options'; readonly names: readonly string[] };

/**
 * @param text one logical line, not blank.
 * @throws RequirementSyntaxError
 */
export function readLine(text: string): Line {
  const start = optionsStart(text);
  const head = text.slice(0, start);
  if (head.trim() !== '') return readDependencyLine(text, head, start);
  const options = readOptions(text, start, false);
  const [first] = options;
  const including = options.find(({ name }) => ['requirement', 'constraint', 'editable'].includes(name));
  if (!first || !including) return { kind: 'options', names: options.map(({ name }) => name) };
  if (options.length > 1) {
    throw new RequirementSyntaxError(
      `--${including.name} shares its line with another option`,
      first.index,
      'give it a line of its own',
    );
  }
  return including.name === 'editable' ? readEditable(including) : include(including);
}

function readDependencyLine(text: string, head: string, start: number): Line {
  const dependency = readRequirement(head);
  const options = readOptions(text, start, true);
  const hashes = options.filter(({ name }) => name === 'hash').map(readHash);
  return {
    kind: 'dependency',
    dependency: { ...dependency, hashes },
    index: head.length - head.trimStart().length,
  };
}

/** Digits of the digests that pip takes as strong (pip, `hashes.py`: STRONG_HASHES). */
const hashDigits: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

function readHash({ value, index }: Option): string {
  const [algorithm = '', digest = ''] = value.split(':', 2);
  const digits = hashDigits.get(algorithm);
  if (digits === undefined) {
    throw new RequirementSyntaxError(
      `${quote(algorithm)} is no hash that pip takes`,
      index,
      'use sha256, sha384 or sha512',
    );
  }
  if (digest.length !== digits || !/^[0-9a-f]+$/i.test(digest)) {
    throw new RequirementSyntaxError(
      `a ${algorithm} hash has ${digits} hexadecimal digits; this has ${digest.length} characters`,
      index,
    );
  }
  return `${algorithm}:${digest.toLowerCase()}`;
}

function include({ name, value, index }: Option): Line {
  return { kind: 'include', path: value, constraint: name === 'constraint', index };
}

function readEditable({ value, index }: Option): Line {
  const target = readDirect(value) ?? readDirect(`./${value}`);
  if (!target) throw new RequirementSyntaxError(`${quote(value)} is no place to install from`, index);
  return { kind: 'dependency', dependency: { ...target, editable: true }, index };
}
