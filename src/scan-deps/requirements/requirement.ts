import { scanLimits } from '../limits.js';
import { type Dependency, normaliseName } from './dependency.js';
import { readDirect } from './direct.js';
import { assertMarker } from './marker.js';
import { pinnedVersion, readSpecifier } from './specifier.js';
import { quote, RequirementSyntaxError } from './syntax-error.js';

/** PEP 508 names: letters, digits, `-_.` inside. */
const namePattern = /^\s*(?<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*/;
const nameAlone = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/**
 * Reads one requirement of PEP 508, or a URL or path as pip takes them.
 *
 * @param text without comment and without options.
 * @throws RequirementSyntaxError
 */
export function readRequirement(text: string): Dependency {
  if (text.length > scanLimits.requirement) {
    throw new RequirementSyntaxError(`a requirement has more than ${scanLimits.requirement} characters`, 0);
  }
  const direct = readDirect(text);
  if (direct) return direct;
  const head = namePattern.exec(text);
  const label = head?.groups?.name;
  if (!head || label === undefined) throw noName(text);
  if (label.length > scanLimits.word) throw new RequirementSyntaxError('a name is too long to be one', 0);
  const afterName = head[0].length;
  const { extras, end } = readExtras(text, afterName);
  const rest = text.slice(end);
  const at = /^\s*@\s*/.exec(rest);
  const named = { name: normaliseName(label), label, extras };
  if (at) return readNamedUrl(text, end + at[0].length, named);
  const { body, marker } = splitMarker(text, end);
  const { inner, offset } = stripParentheses(body, end);
  const clauses = readSpecifier(inner, offset);
  return {
    ...named,
    clauses,
    version: pinnedVersion(clauses),
    marker,
    hashes: [],
    source: null,
    editable: false,
  };
}

type Named = Pick<Dependency, 'name' | 'label' | 'extras'>;

/** `name @ url ; marker`: the marker's semicolon needs a blank before it, since URLs may hold one (PEP 508). */
function readNamedUrl(text: string, start: number, named: Named): Dependency {
  const semicolon = /\s;/.exec(text.slice(start));
  const url = (semicolon ? text.slice(start, start + semicolon.index) : text.slice(start)).trim();
  const target = readDirect(url);
  if (!target) throw new RequirementSyntaxError(`${quote(url)} is no URL`, start, 'write name @ https://…');
  const markerStart = semicolon ? start + semicolon.index + 2 : text.length;
  const marker = text.slice(markerStart).trim();
  if (semicolon) assertMarker(text.slice(markerStart), markerStart);
  return { ...target, ...named, marker: semicolon ? marker : null };
}

function noName(text: string): RequirementSyntaxError {
  const index = text.length - text.trimStart().length;
  return new RequirementSyntaxError(
    `${quote(text.trim())} does not begin with a package name`,
    index,
    'write a name of letters, digits, ".", "-" and "_", then a version: name==1.4.2',
  );
}

/** `[a, b]` behind a name. */
function readExtras(
  text: string,
  start: number,
): { readonly extras: readonly string[]; readonly end: number } {
  if (text[start] !== '[') return { extras: [], end: start };
  const close = text.indexOf(']', start);
  if (close < 0) throw new RequirementSyntaxError('"[" is not closed', start, 'write name[extra]');
  const inside = text.slice(start + 1, close).trim();
  const extras = inside === '' ? [] : inside.split(',').map((extra) => extra.trim());
  const wrong = extras.find((extra) => !nameAlone.test(extra));
  if (wrong !== undefined) throw new RequirementSyntaxError(`${quote(wrong)} is no extra`, start + 1);
  return { extras: extras.map(normaliseName).sort(), end: close + 1 };
}

function splitMarker(text: string, start: number): { readonly body: string; readonly marker: string | null } {
  const semicolon = text.indexOf(';', start);
  if (semicolon < 0) return { body: text.slice(start), marker: null };
  const marker = text.slice(semicolon + 1);
  assertMarker(marker, semicolon + 1);
  return { body: text.slice(start, semicolon), marker: marker.trim() };
}

/** `name (>=1)` of old metadata. */
function stripParentheses(body: string, start: number): { readonly inner: string; readonly offset: number } {
  const blank = body.length - body.trimStart().length;
  const trimmed = body.trim();
  if (!trimmed.startsWith('(') || !trimmed.endsWith(')')) return { inner: body, offset: start };
  return { inner: trimmed.slice(1, -1), offset: start + blank + 1 };
}
