import { scanLimits } from '../limits.js';
import { readPep440 } from '../pep440.js';
import { quote, RequirementSyntaxError } from './syntax-error.js';

/** One clause of a version specifier (PEP 440): `>=2.10`. */
export interface Clause {
  readonly operator: string;
  readonly version: string;
}

const clausePattern = /^\s*(===|~=|==|!=|<=|>=|<|>)\s*(\S+)\s*$/;

/**
 * Reads `>=1,<2`. Each clause is checked: a version that PEP 440 does not know is an error, as it is for pip.
 *
 * @param start index of `text` in what was parsed, for the error.
 * @throws RequirementSyntaxError
 */
export function readSpecifier(text: string, start: number): readonly Clause[] {
  if (text.trim() === '') return [];
  const clauses: Clause[] = [];
  let index = start;
  for (const part of text.split(',')) {
    const blank = part.length - part.trimStart().length;
    // A comma at the end is what pip tolerates.
    const isTail = part.trim() === '' && index + part.length === start + text.length && clauses.length > 0;
    if (!isTail) clauses.push(readClause(part, index + blank));
    index += part.length + 1;
  }
  return clauses;
}

function readClause(part: string, index: number): Clause {
  const [, operator, version] = clausePattern.exec(part) ?? [];
  if (operator === undefined || version === undefined) {
    throw new RequirementSyntaxError(
      `${quote(part.trim())} is no version specifier`,
      index,
      'write an operator and a version, such as ==1.4.2',
    );
  }
  if (version.length > scanLimits.word || (operator !== '===' && !isVersion(operator, version))) {
    throw new RequirementSyntaxError(
      `${quote(version)} is no version that PEP 440 allows after ${operator}`,
      index,
    );
  }
  return { operator, version };
}

function isVersion(operator: string, text: string): boolean {
  const isPrefix = text.endsWith('.*');
  if (isPrefix && operator !== '==' && operator !== '!=') return false;
  const version = readPep440(isPrefix ? text.slice(0, -2) : text);
  if (!version) return false;
  if (isPrefix && (version.dev !== null || version.local !== null)) return false;
  if (operator === '~=') return version.release.length > 1 && version.local === null;
  return version.local === null || operator === '==' || operator === '!=';
}

/**
 * The one version that a specifier allows: an `==` without wildcard or an `===`, alone or beside bounds. A range is never read
 * as a version, and two different exact versions are none.
 */
export function pinnedVersion(clauses: readonly Clause[]): string | null {
  const exact = new Set(
    clauses
      .filter(({ operator, version }) => operator === '===' || (operator === '==' && !version.endsWith('.*')))
      .map(({ version }) => version),
  );
  const [only] = exact;
  return exact.size === 1 && only !== undefined ? only : null;
}
