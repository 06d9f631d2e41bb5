import { type Alias, type Document, isAlias, isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Json } from '../gate/json.js';
import { limits } from '../gate/limits.js';
import { isForbiddenKey, scalarFault } from './tree.js';
import { resolveAlias } from './yaml-node.js';

export interface YamlFault {
  readonly offset: number;
  readonly message: string;
  readonly fix?: string;
}

/** The document as plain data, each alias expanded to a copy of its own, with everything that we refuse in it. */
export function readValue(doc: Document.Parsed): {
  readonly value: Json;
  readonly faults: readonly YamlFault[];
} {
  const reader = new ValueReader(doc);
  const value = reader.read(doc.contents, 0);
  return { value, faults: reader.faults };
}

class ValueReader {
  readonly faults: YamlFault[] = [];
  readonly #doc: Document.Parsed;
  #nodes = 0;
  #aliases = 0;
  /** Aliases being expanded: one inside itself has no end. */
  readonly #open = new Set<unknown>();

  constructor(doc: Document.Parsed) {
    this.#doc = doc;
  }

  read(node: unknown, depth: number): Json {
    this.#nodes += 1;
    if (depth > limits.yamlDepth)
      return this.#refuse(node, `is nested deeper than ${limits.yamlDepth} levels`);
    if (this.#nodes > limits.yamlNodes) return this.#refuse(node, `has more than ${limits.yamlNodes} values`);
    if (isNode(node) && !isAlias(node) && node.tag !== undefined)
      return this.#refuse(node, `tag ${node.tag} is not read here`, 'remove the tag; for text use quotes');
    if (isAlias(node)) return this.#readAlias(node, depth);
    if (isMap(node)) return this.#readMap(node, depth);
    if (isSeq(node)) return this.#readList(node.items, depth);
    return this.#readScalar(node);
  }

  #readList(items: readonly unknown[], depth: number): Json {
    const list: Json[] = [];
    for (const item of items) {
      if (this.#nodes > limits.yamlNodes) break;
      list.push(this.read(item, depth + 1));
    }
    return list;
  }

  #readMap(map: YAMLMap, depth: number): Json {
    const entries = new Map<string, Json>();
    for (const { key, value } of map.items) {
      if (this.#nodes > limits.yamlNodes) break;
      const name = isScalar(key) ? String(key.value) : undefined;
      const fault = name === undefined ? undefined : keyFault(name, entries);
      if (name === undefined) this.#refuse(key, 'a key must be plain text');
      else if (fault) this.#refuse(key, fault.message, fault.fix);
      else entries.set(name, this.read(value, depth + 1));
    }
    return Object.fromEntries(entries);
  }

  #readAlias(alias: Alias, depth: number): Json {
    this.#aliases += 1;
    if (this.#aliases > limits.yamlAliases)
      return this.#refuse(alias, `more than ${limits.yamlAliases} aliases are followed here`);
    const target = resolveAlias(this.#doc, alias);
    if (target === undefined) return this.#refuse(alias, `alias *${alias.source} has no anchor before it`);
    if (this.#open.has(target)) return this.#refuse(alias, `alias *${alias.source} stands inside itself`);
    this.#open.add(target);
    const value = this.read(target, depth);
    this.#open.delete(target);
    return value;
  }

  #readScalar(node: unknown): Json {
    const value: unknown = isScalar(node) ? node.value : null;
    const fault = scalarFault(value);
    return fault === undefined ? (value as Json) : this.#refuse(node, fault);
  }

  #refuse(node: unknown, message: string, fix?: string): null {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    this.faults.push({ offset, message, ...(fix && { fix }) });
    return null;
  }
}

function keyFault(name: string, before: ReadonlyMap<string, Json>): Omit<YamlFault, 'offset'> | undefined {
  if (before.has(name))
    return { message: `key \`${name}\` stands here a second time`, fix: 'join the two or remove one' };
  if (name === '<<')
    return {
      message: 'merge keys (`<<`) are not YAML 1.2',
      fix: 'write the keys out, or alias the whole value',
    };
  if (isForbiddenKey(name)) return { message: `a key may not be called \`${name}\`` };
  return scalarFault(name) === undefined ? undefined : { message: 'a key must be Unicode text' };
}
