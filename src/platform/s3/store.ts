import { compareCodePoints } from '../../gate/order.js';
import { once } from '../once.js';
import type { Log, ObjectStore, Scratch, StoredObject } from '../ports.js';
import { connect, storeError } from './client.js';
import { fetchObject } from './fetch.js';
import { listObjects } from './list.js';

export interface S3Options {
  readonly env: NodeJS.ProcessEnv;
  /** Absolute. */
  readonly cache: string;
  readonly scratch: Scratch;
  readonly log: Log;
}

/** Objects fetched at a time. */
const atOnce = 4;

/** Objects of S3, or of a store that speaks its protocol. Nothing is loaded before one is asked for. */
export function openS3({ env, cache, scratch, log }: S3Options): ObjectStore {
  const connected = once(() => connect(env));
  const list: ObjectStore['list'] = async (patterns, signal) => {
    const connection = await connected();
    const found = new Map<string, StoredObject>();
    const objectsOf = (pattern: string) =>
      attempt(pattern, signal, () => listObjects(connection, pattern, signal));
    for (const pattern of patterns.filter((one) => !one.startsWith('!')))
      for (const object of await objectsOf(pattern)) found.set(object.uri, object);
    for (const pattern of patterns.filter((one) => one.startsWith('!')))
      for (const { uri } of await objectsOf(pattern.slice(1))) found.delete(uri);
    return [...found.values()].sort((a, b) => compareCodePoints(a.uri, b.uri));
  };
  return {
    list,
    async fetch(patterns, signal) {
      const options = { cache, scratch, log };
      return inParallel(await list(patterns, signal), async (object) => {
        const path = await attempt(object.uri, signal, async () =>
          fetchObject(await connected(), object, options, signal),
        );
        return { ...object, path };
      });
    },
  };
}

async function attempt<T>(uri: string, signal: AbortSignal, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw storeError(error, uri, signal);
  }
}

async function inParallel<In, Out>(
  all: readonly In[],
  act: (one: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const done: Out[] = [];
  const left = all.entries();
  const work = async () => {
    for (const [i, one] of left) done[i] = await act(one);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return done;
}
