import { type Evidence, evidenceKey, sha256 } from '../gate/evidence.js';
import { by } from '../gate/order.js';
import { readStored } from '../gate/stored.js';
import type { Announced, StoredEvidence } from '../platform/ports.js';

export interface Named<T> {
  /** In the evidence store. */
  readonly name: string;
  readonly item: T;
}

export interface Gathered {
  /** Evidence of this pipeline that counts. */
  readonly accepted: readonly Named<Evidence>[];
  /** What does not count, and why. */
  readonly ignored: readonly Named<string>[];
  /** What had to be readable and is not, and why. */
  readonly unreadable: readonly Named<string>[];
  /** Digests that were announced and are not here, with the jobs that announced them. */
  readonly absent: Announced;
}

/**
 * Sorts the evidence store. With announced digests, what nobody announced does not count and is not even read: any job can put
 * things there. Without, everything counts, and of several outcomes of one gate the newest.
 */
export function gatherEvidence(
  stored: readonly StoredEvidence[],
  pipeline: string,
  announced: Announced | undefined,
): Gathered {
  const found: Named<Evidence>[] = [];
  const ignored: Named<string>[] = [];
  const unreadable: Named<string>[] = [];
  const absent = new Map(announced);
  for (const { name, bytes } of stored) {
    const digest = sha256(bytes);
    if (announced && !announced.has(digest)) {
      ignored.push({ name, item: 'no job announced its digest' });
      continue;
    }
    absent.delete(digest);
    const read = readStored(bytes);
    if (read.kind === 'unreadable') unreadable.push({ name, item: read.reason });
    else if (read.kind !== 'evidence') ignored.push({ name, item: 'is no outcome of a gate' });
    else if (read.evidence.result.pipeline !== pipeline)
      ignored.push({ name, item: `is of pipeline ${read.evidence.result.pipeline}` });
    else found.push({ name, item: read.evidence });
  }
  const { newest, older } = announced ? { newest: found, older: [] } : newestOf(found);
  const superseded = older.map(({ name }) => ({ name, item: 'a newer outcome of the same gate is here' }));
  const byName = by<Named<unknown>>((n) => n.name);
  return {
    accepted: [...newest].sort(byName),
    ignored: [...ignored, ...superseded].sort(byName),
    unreadable: [...unreadable].sort(byName),
    absent,
  };
}

/** Keeps, of each key, the newest outcomes: several where they were judged at the same time. */
function newestOf(found: readonly Named<Evidence>[]) {
  const latest = new Map<string, string>();
  for (const { item } of found) {
    const key = evidenceKey(item.result);
    const known = latest.get(key);
    if (known === undefined || item.result.judgedAt > known) latest.set(key, item.result.judgedAt);
  }
  const isNewest = ({ item }: Named<Evidence>) =>
    latest.get(evidenceKey(item.result)) === item.result.judgedAt;
  return { newest: found.filter(isNewest), older: found.filter((one) => !isNewest(one)) };
}
