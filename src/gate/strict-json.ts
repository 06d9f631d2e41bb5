import type { Json } from './json.js';

/** Text that claims to be JSON and is refused. The message says why. */
export class JsonError extends Error {
  override readonly name = 'JsonError';
}

const deepest = 64;

/**
 * JSON (RFC 8259) of which there is one reading: UTF-8 without a byte order mark, no key twice in an object, nesting bounded.
 * `JSON.parse` alone lets the last of two equal keys win, where another reader takes the first.
 *
 * @throws JsonError
 */
export function parseStrictJson(bytes: Uint8Array): Json {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonError('is not UTF-8');
  }
  assertShallow(text);
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    throw new JsonError(text.trim() === '' ? 'is empty' : 'is not JSON');
  }
  assertUniqueKeys(text);
  return value;
}

/** Holds for text that is not JSON too: it comes before parsing, so that nothing ever nests deeply. */
function assertShallow(text: string): void {
  let depth = 0;
  for (const mark of marks(text)) {
    if (mark === '{' || mark === '[') depth++;
    else if (mark === '}' || mark === ']') depth--;
    if (depth > deepest) throw new JsonError(`nests deeper than ${deepest} levels`);
  }
}

/** @param text JSON for certain, so a string is a key exactly where a colon follows. */
function assertUniqueKeys(text: string): void {
  const open: Set<string>[] = [];
  let last = '';
  for (const mark of marks(text)) {
    if (mark === '{' || mark === '[') open.push(new Set());
    else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ':') {
      const key: string = JSON.parse(last);
      const keys = open.at(-1);
      if (keys?.has(key)) throw new JsonError(`has the key ${JSON.stringify(key)} twice in one object`);
      keys?.add(key);
    }
    last = mark;
  }
}

const structure = /["{}[\]:]/g;

/** Strings whole and characters of structure, in order. A regular expression for whole strings would need memory by their length. */
function* marks(text: string): Generator<string> {
  const next = new RegExp(structure);
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    const [mark] = found;
    if (mark !== '"') {
      yield mark;
      continue;
    }
    const end = endOfString(text, found.index + 1);
    yield text.slice(found.index, end);
    next.lastIndex = end;
  }
}

/** Past the closing quote; the end of the text where there is none. */
function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let before = quote;
    while (before > from && text[before - 1] === '\\') before--;
    if ((quote - before) % 2 === 0) return quote + 1;
  }
  return text.length;
}
