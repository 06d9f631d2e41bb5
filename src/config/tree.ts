import type { Json, JsonObject } from '../gate/json.js';
import type { Path } from './pointer.js';

/** Keys that reach an object's prototype in careless code: no part of a config may be called so. */
const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.includes(key);
}

/** Why a scalar has no exact place in a config, its evidence or its digest (RFC 8785); undefined where it has. */
export function scalarFault(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return /\p{Surrogate}/u.test(value) ? 'text with half of a surrogate pair is not Unicode' : undefined;
    case 'number':
      if (!Number.isFinite(value)) return 'infinity and not-a-number have no place here';
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? 'the number is too large to be exact: as text, write it in quotes'
        : undefined;
    case 'boolean':
      return undefined;
    default:
      return value === null ? undefined : 'it is not plain text, number, true, false or null';
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at `path`, own keys only; undefined where there is none. */
export function valueAt(tree: Json | undefined, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (node, key) => (typeof node === 'object' && node !== null ? childOf(node, key) : undefined),
    tree,
  );
}

function childOf(node: readonly Json[] | JsonObject, key: string): Json | undefined {
  if (isObject(node)) return Object.hasOwn(node, key) ? node[key] : undefined;
  return /^\d+$/.test(key) ? node[Number(key)] : undefined;
}

/**
 * A copy of the tree with `value` at `path`; objects on the way are made where they lack. Something else on the way stays, for
 * the schema to refuse.
 *
 * @throws RangeError on a key that reaches a prototype.
 */
export function withValueAt(tree: Json | undefined, path: Path, value: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (isForbiddenKey(key)) throw new RangeError(`a key may not be called ${key}`);
  if (tree !== undefined && !isObject(tree)) return tree;
  return { ...tree, [key]: withValueAt(valueAt(tree, [key]), rest, value) };
}

/**
 * A plain copy of any value.
 *
 * @throws RangeError on a key that reaches a prototype, or on anything that is not exactly JSON.
 */
export function copyPlain(value: unknown): Json {
  if (Array.isArray(value)) return value.map(copyPlain);
  if (!isObject(value)) return plainScalar(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (isForbiddenKey(key)) throw new RangeError(`a key may not be called ${key}`);
      return [key, copyPlain(item)];
    }),
  );
}

function plainScalar(value: unknown): Json {
  const fault = scalarFault(value);
  if (fault !== undefined) throw new RangeError(fault);
  return value as Json;
}
