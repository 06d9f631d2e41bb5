import { type Document, LineCounter, parseDocument } from 'yaml';
import { configError, Failure, type Place, type Problem } from '../gate/failure.js';
import type { Json } from '../gate/json.js';
import { limits } from '../gate/limits.js';
import type { Path } from './pointer.js';
import { oneLine } from './words.js';
import { findNode, nodeOffset } from './yaml-node.js';
import { readValue, type YamlFault } from './yaml-value.js';

/** A config file as data, and where each part of it stands. */
export interface SourceTree {
  readonly file: string;
  readonly value: Json;
  /** Where the key or value at `path` stands; where it is absent, its nearest ancestor. */
  locate(path: Path, part: 'key' | 'value'): Place;
  /** A scalar as it is spelled in the file. */
  spelling(path: Path): string | undefined;
}

/**
 * Reads YAML 1.2 (core schema): `NO` is text, dates are text, merge keys and tags are refused.
 *
 * @throws Failure('config') with every fault at once, each at file:line:column.
 */
export function readYaml(bytes: Uint8Array, file: string): SourceTree {
  const text = decode(bytes, file);
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const doc = parseDocument(text, {
    version: '1.2',
    schema: 'core',
    stringKeys: true,
    lineCounter: lines,
    prettyErrors: false,
    // `silent` would also pass over a second document.
    logLevel: 'error',
    // The library compares every key with every other: 60 000 keys take a minute. `readValue` has a set.
    uniqueKeys: false,
  });
  const { value, faults } = readValue(doc);
  const all = [...hiddenCharacters(text), ...syntaxFaults(doc), ...faults];
  if (all.length > 0) throw new Failure('config', problemsOf(all, placeAt));
  return {
    file,
    value,
    locate: (path, part) => placeAt(nodeOffset(doc, path, part)),
    spelling: (path) => findNode(doc, path)?.source,
  };
}

function decode(bytes: Uint8Array, file: string): string {
  if (bytes.byteLength > limits.configBytes)
    throw configError(`is larger than ${limits.configBytes} bytes`, { place: { file } });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const before = new TextDecoder().decode(bytes).split('�', 1)[0] ?? '';
    const line = before.split('\n').length;
    throw configError('is not text in UTF-8', { place: { file, line }, fix: 'save the file as UTF-8' });
  }
}

/** What an editor or review does not show: control characters, lone CR, and marks that turn the direction of text. */
function hiddenCharacters(text: string): readonly YamlFault[] {
  const hidden = /(?![\t\n\r\u0085])\p{Cc}|\r(?!\n)|[\u202a-\u202e\u2066-\u2069]/gu;
  return [...text.matchAll(hidden)].slice(0, maxProblems).map(({ 0: char, index }) => ({
    offset: index,
    message: `hidden character U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    fix: 'remove it, or write it as an escape in double quotes',
  }));
}

function syntaxFaults(doc: Document.Parsed): readonly YamlFault[] {
  const directive = doc.directives.yaml;
  return [
    ...(directive.version === '1.2'
      ? []
      : [{ offset: 0, message: `YAML ${directive.version} is not read here`, fix: 'remove the %YAML line' }]),
    ...doc.errors.map(({ code, message, pos: [offset] }) =>
      code === 'RESOURCE_EXHAUSTION'
        ? { offset: 0, message: 'is nested too deeply' }
        : { offset, message: wording[code] ?? message },
    ),
  ];
}

const wording: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'a tab indents here, and YAML takes only spaces',
  NON_STRING_KEY: 'a key must be plain text',
  MULTIPLE_DOCS: 'a second document begins here, and only one is read',
};

const maxProblems = 50;
/** The library quotes the file, in which a word may be as long as the file. */
const maxMessage = 300;

/** In the order of the file; one fault often shows as several at one place, and the first tells most. */
function problemsOf(faults: readonly YamlFault[], placeAt: (offset: number) => Place): readonly Problem[] {
  const first = new Map<number, YamlFault>();
  for (const fault of faults) if (!first.has(fault.offset)) first.set(fault.offset, fault);
  const inOrder = [...first.values()].sort((a, b) => a.offset - b.offset).slice(0, maxProblems);
  return inOrder.map(({ offset, message, fix }) => ({
    message: oneLine(message).slice(0, maxMessage),
    ...(fix && { fix }),
    place: placeAt(offset),
  }));
}
