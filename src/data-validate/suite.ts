import { type Document, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { configError, describeProblem, Failure, type Place } from '../gate/failure.js';
import { limits } from '../gate/limits.js';
import type { Ports } from '../platform/ports.js';
import { type Foreign, rulesOfForeign } from './imports/recognise.js';
import { nativeRules } from './native-rules.js';
import type { Rule } from './rule.js';
import { suiteSchema } from './settings.js';
import { assertShape, type Locate } from './suite-shape.js';

const suiteBytes = 16 * 1024 * 1024;

export interface Suite extends Foreign {
  /** Where another suite lies here than the one that judges. */
  readonly changes?: SuiteChanges;
}

/** What a proposal changes of its suite: rules that are not in force before it is merged, and those that still are. */
export interface SuiteChanges {
  readonly added: readonly Rule[];
  readonly removed: readonly Rule[];
  /** Why the suite of the proposal cannot be read. */
  readonly problem?: string;
}

/**
 * Reads a suite file as the base branch has it: our own YAML (`columns`, `expect`), or one of the formats of `imports`.
 *
 * @param dataset whose rules are meant, where a file holds those of several.
 * @throws Failure('config') at file:line:column when it is missing, malformed or holds anything that is not known.
 */
export async function readSuite(path: string, dataset: string, files: Ports['files']): Promise<Suite> {
  const shown = files.display(path);
  const judging = Buffer.from(await files.readJudging(path, suiteBytes));
  const suite = suiteIn(judging, shown, dataset);
  const { rules } = suite;
  try {
    const here = await files.read(path, suiteBytes);
    if (judging.equals(here)) return suite;
    const { rules: proposed } = suiteIn(here, shown, dataset);
    return { ...suite, changes: { added: without(proposed, rules), removed: without(rules, proposed) } };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problem = error.problems.map(describeProblem).join('; ');
    return { ...suite, changes: { added: [], removed: rules, problem } };
  }
}

function without(rules: readonly Rule[], others: readonly Rule[]): readonly Rule[] {
  const known = new Set(others.map((rule) => JSON.stringify(rule)));
  return rules.filter((rule) => !known.has(JSON.stringify(rule)));
}

function suiteIn(bytes: Uint8Array, shown: string, dataset: string): Foreign {
  const text = Buffer.from(bytes).toString();
  const counter = new LineCounter();
  const document = parse(text, counter, shown);
  const value: unknown = document.toJS({ maxAliasCount: limits.yamlAliases });
  const locate: Locate = (pointer, key) => placeOf(document, counter, shown, pointer, key);
  if (!isObject(value))
    throw configError('is no suite: expected keys `columns` and `expect`, or `expectations`', {
      place: { file: shown },
    });
  const foreign = rulesOfForeign(value, dataset, locate);
  if (foreign) return foreign;
  assertShape(suiteSchema, value, locate);
  return { rules: nativeRules(value), words: [] };
}

/** JSON is read by the same parser, for its positions; tabs between tokens are JSON's and not YAML's. */
function parse(text: string, counter: LineCounter, shown: string): Document {
  const source = text.trimStart().startsWith('{') ? text.replaceAll('\t', ' ') : text;
  const document = parseDocument(source, { lineCounter: counter, version: '1.2', uniqueKeys: true });
  const [error] = document.errors;
  if (error) {
    const { line, col } = counter.linePos(error.pos[0]);
    throw configError(`is not well-formed: ${error.message.split('\n', 1)[0]?.replace(/ at line .*$/, '')}`, {
      place: { file: shown, line, column: col },
    });
  }
  return document;
}

/** The place of a value, or of one of its keys. */
function placeOf(
  document: Document,
  counter: LineCounter,
  file: string,
  pointer: string,
  key?: string,
): Place {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const node = document.getIn(path, true) as Node | undefined;
  const start = key === undefined ? undefined : keyStart(node, key);
  const offset = start ?? node?.range?.[0];
  if (offset === undefined || offset === null) return { file };
  const { line, col } = counter.linePos(offset);
  return { file, line, column: col };
}

function keyStart(node: unknown, key: string): number | undefined {
  if (typeof node !== 'object' || node === null || !('items' in node) || !Array.isArray(node.items))
    return undefined;
  const keys: readonly unknown[] = node.items.map((item: { readonly key?: unknown }) => item.key);
  const found = keys.find((candidate) => isScalar(candidate) && candidate.value === key);
  return isScalar(found) ? found.range?.[0] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
