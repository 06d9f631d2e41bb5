import { scanLimits } from '../limits.js';
import { quote, RequirementSyntaxError } from './syntax-error.js';

/** PEP 508, "Environment markers", with PEP 685's `extra` and PEP 751's `extras`, `dependency_groups`. */
const variables = new Set([
  'python_version',
  'python_full_version',
  'os_name',
  'sys_platform',
  'platform_release',
  'platform_system',
  'platform_version',
  'platform_machine',
  'platform_python_implementation',
  'implementation_name',
  'implementation_version',
  'extra',
  'extras',
  'dependency_groups',
  // Spellings of old releases that pip still takes (packaging, `_parser.py`).
  'os.name',
  'sys.platform',
  'platform.version',
  'platform.machine',
  'platform.python_implementation',
  'python_implementation',
]);

const token =
  /\s*(?:(?<paren>[()])|(?<text>'[^']*'|"[^"]*")|(?<operator><=|>=|===|==|~=|!=|<|>)|(?<word>[a-z_.]+))/y;

interface Token {
  readonly kind: 'paren' | 'text' | 'operator' | 'word' | 'end';
  readonly text: string;
  readonly index: number;
}

/**
 * Checks a marker against the grammar of PEP 508. It is kept as text: what holds on the machine that installs is not known here,
 * so every dependency is judged.
 *
 * @param start index of `text` in what was parsed, for the error.
 * @throws RequirementSyntaxError
 */
export function assertMarker(text: string, start: number): void {
  const tokens = tokensOf(text, start);
  const end = readOr(tokens, 0, 0);
  const rest = at(tokens, end);
  if (rest.kind !== 'end') {
    throw new RequirementSyntaxError(`expected "and" or "or", found ${quote(rest.text)}`, rest.index);
  }
}

function tokensOf(text: string, start: number): readonly Token[] {
  const tokens: Token[] = [];
  token.lastIndex = 0;
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    const groups = token.exec(text)?.groups;
    if (!groups) throw new RequirementSyntaxError(`${quote(text.slice(from))} is no marker`, start + from);
    const kind = (['paren', 'text', 'operator', 'word'] as const).find((name) => groups[name] !== undefined);
    if (kind) {
      const found = groups[kind] ?? '';
      tokens.push({ kind, text: found, index: start + token.lastIndex - found.length });
    }
  }
  return [...tokens, { kind: 'end', text: 'the end', index: start + end }];
}

function at(tokens: readonly Token[], position: number): Token {
  const found = tokens[Math.min(position, tokens.length - 1)];
  if (!found) throw new RangeError('a marker has at least its end');
  return found;
}

/** Reads `and`s joined by `or`; returns the position behind. */
function readOr(tokens: readonly Token[], position: number, depth: number): number {
  let next = readAnd(tokens, position, depth);
  while (at(tokens, next).text === 'or') next = readAnd(tokens, next + 1, depth);
  return next;
}

function readAnd(tokens: readonly Token[], position: number, depth: number): number {
  let next = readTerm(tokens, position, depth);
  while (at(tokens, next).text === 'and') next = readTerm(tokens, next + 1, depth);
  return next;
}

function readTerm(tokens: readonly Token[], position: number, depth: number): number {
  const first = at(tokens, position);
  if (first.text !== '(') return readComparison(tokens, position);
  if (depth >= scanLimits.markerDepth) {
    throw new RequirementSyntaxError(
      `a marker nests deeper than ${scanLimits.markerDepth} parentheses`,
      first.index,
    );
  }
  const end = readOr(tokens, position + 1, depth + 1);
  const close = at(tokens, end);
  if (close.text !== ')')
    throw new RequirementSyntaxError(`expected ")", found ${quote(close.text)}`, close.index);
  return end + 1;
}

function readComparison(tokens: readonly Token[], position: number): number {
  assertOperand(at(tokens, position));
  const operator = at(tokens, position + 1);
  const negated = operator.text === 'not' && at(tokens, position + 2).text === 'in';
  if (operator.kind !== 'operator' && operator.text !== 'in' && !negated) {
    throw new RequirementSyntaxError(
      `expected a comparison such as "==", found ${quote(operator.text)}`,
      operator.index,
    );
  }
  const right = position + (negated ? 3 : 2);
  assertOperand(at(tokens, right));
  return right + 1;
}

function assertOperand({ kind, text, index }: Token): void {
  if (kind === 'text' || (kind === 'word' && variables.has(text))) return;
  throw new RequirementSyntaxError(
    `${quote(text)} is neither a marker variable nor quoted text`,
    index,
    'use one of PEP 508, such as python_version, or quote the text',
  );
}
