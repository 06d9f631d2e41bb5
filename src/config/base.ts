import { clip } from '../gate/clip.js';
import { canonicalJson, type Json } from '../gate/json.js';
import type { IgnoredSetting } from '../gate/result.js';
import { isJudging, isMixed, someJudging } from './judging.js';
import { formatPointer, type Path } from './pointer.js';
import { configSchema } from './schema.js';
import { propertySchema, type SchemaNode } from './schema-node.js';
import { sectionNames } from './sections.js';
import { isObject } from './tree.js';

export interface Effective {
  readonly value: Json;
  /** Without the place: that is the reader's of the head file. */
  readonly ignored: readonly (IgnoredSetting & { readonly path: Path })[];
}

/**
 * The head's tree with every key that decides as the base has it. A pipeline or gate that the base does not know yet comes
 * from the head whole (`bootstrap`); waivers never do: a pull request cannot excuse itself.
 *
 * @param base `undefined`: the base has no config at all.
 */
export function takeJudgingFromBase(head: Json, base: Json | undefined): Effective {
  const merger = new Merger();
  const value =
    base === undefined
      ? merger.withoutWaivers(head)
      : merger.merge({ schema: configSchema, inherited: false, head, base, path: [] });
  return { value: value ?? null, ignored: merger.ignored };
}

interface Pair {
  readonly schema: SchemaNode;
  /** Whether the key above decides. */
  readonly inherited: boolean;
  readonly head: Json | undefined;
  readonly base: Json | undefined;
  readonly path: Path;
}

class Merger {
  readonly ignored: (IgnoredSetting & { readonly path: Path })[] = [];

  merge(pair: Pair): Json | undefined {
    const { schema, inherited, head, base, path } = pair;
    if (base === undefined && isAdopted(path)) return head;
    if (!someJudging(schema, inherited)) return head;
    if (isMixed(schema, inherited) && isObject(head) && (base === undefined || isObject(base)))
      return this.#mergeKeys(pair, head, base ?? {});
    this.#note(path, base, head);
    return base;
  }

  withoutWaivers(head: Json): Json {
    if (!isObject(head)) return head;
    const { waivers, ...rest } = head;
    this.#note(['waivers'], undefined, waivers);
    return rest;
  }

  #mergeKeys(
    { schema, inherited, path }: Pair,
    head: Readonly<Record<string, Json | undefined>>,
    base: typeof head,
  ) {
    const judging = isJudging(schema, inherited);
    const keys = [...new Set([...Object.keys(head), ...Object.keys(base)])];
    const merged = keys.map((key) => {
      const child: Pair = {
        schema: propertySchema(schema, key) ?? {},
        inherited: judging,
        head: Object.hasOwn(head, key) ? head[key] : undefined,
        base: Object.hasOwn(base, key) ? base[key] : undefined,
        path: [...path, key],
      };
      return [key, this.merge(child)] as const;
    });
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }

  /** Notes each difference at the deepest key or item where the two part. */
  #note(path: Path, base: Json | undefined, head: Json | undefined): void {
    if (isObject(base) && isObject(head)) {
      for (const key of new Set([...Object.keys(base), ...Object.keys(head)]))
        this.#note([...path, key], base[key], head[key]);
    } else if (Array.isArray(base) && Array.isArray(head)) {
      for (let i = 0; i < Math.max(base.length, head.length); i++)
        this.#note([...path, String(i)], base[i], head[i]);
    } else if (written(base) !== written(head)) {
      const key = formatPointer(path).slice(0, maxKey);
      this.ignored.push({ path, key, used: shown(base), ignored: shown(head) });
    }
  }
}

/** A pipeline, or a gate of a pipeline. */
function isAdopted(path: Path): boolean {
  const [, , section = ''] = path;
  return path.length === 2 || (path.length === 3 && sectionNames.includes(section));
}

function written(value: Json | undefined): string | undefined {
  return value === undefined ? undefined : canonicalJson(value);
}

/** What evidence has room for. */
const maxKey = 4096;
const maxShown = 200;

function shown(value: Json | undefined): string | null {
  if (value === undefined) return null;
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return clip(text, maxShown);
}
