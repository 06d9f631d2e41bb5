import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import type { Path } from './pointer.js';

interface FoundNode {
  /** Offset in the text, where known. */
  readonly offset: number | undefined;
  readonly source?: string;
}

/** The node at `path` with aliases followed; undefined where there is none. */
export function findNode(doc: Document.Parsed, path: Path): FoundNode | undefined {
  const end = walk(doc, path);
  return end.depth === path.length ? foundNode(end.node) : undefined;
}

/** Where the key or value at `path`, or else its nearest ancestor, begins in the text. */
export function nodeOffset(doc: Document.Parsed, path: Path, part: 'key' | 'value'): number {
  const end = walk(doc, path);
  const wanted = part === 'key' || end.depth < path.length ? end.key : end.node;
  return foundNode(wanted)?.offset ?? foundNode(end.node)?.offset ?? 0;
}

interface End {
  readonly node: unknown;
  /** The key that led to the node; the node itself in a list and at the root. */
  readonly key: unknown;
  readonly depth: number;
}

function walk(doc: Document.Parsed, path: Path): End {
  let end: End = { node: doc.contents, key: doc.contents, depth: 0 };
  for (const name of path) {
    const next = step(target(doc, end.node), name);
    if (next === undefined) return end;
    end = { ...next, depth: end.depth + 1 };
  }
  return end;
}

function step(node: unknown, name: string): Omit<End, 'depth'> | undefined {
  if (isMap(node)) {
    const pair = findPair(node, name);
    return pair && { node: pair.value ?? pair.key, key: pair.key };
  }
  if (!isSeq(node) || !/^\d+$/.test(name)) return undefined;
  const item = node.items[Number(name)];
  return item === undefined ? undefined : { node: item, key: item };
}

/** A map's pairs by key, made once: looking for each of its keys in turn would take the square of their number. */
const pairsOf = new WeakMap<YAMLMap, ReadonlyMap<unknown, Pair>>();

function findPair(map: YAMLMap, name: string): Pair | undefined {
  const pairs = pairsOf.get(map) ?? new Map(map.items.map((pair) => [scalarOf(pair.key), pair]));
  pairsOf.set(map, pairs);
  return pairs.get(name);
}

function scalarOf(node: unknown): unknown {
  return isScalar(node) ? node.value : undefined;
}

function target(doc: Document.Parsed, node: unknown): unknown {
  return isAlias(node) ? resolveAlias(doc, node) : node;
}

export function resolveAlias(doc: Document.Parsed, alias: Alias): unknown {
  return alias.resolve(doc);
}

function foundNode(node: unknown): FoundNode | undefined {
  if (isScalar(node))
    return { offset: node.range?.[0], ...(node.source !== undefined && { source: node.source }) };
  return isMap(node) || isSeq(node) || isAlias(node) ? { offset: node.range?.[0] } : undefined;
}
