import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { outsideError } from '../../gate/failure.js';
import type { Log, Scratch, StoredObject } from '../ports.js';
import type { Connected } from './client.js';
import { type ObjectHeaders, type Proof, ProofSum, proofIn } from './proof.js';

export interface FetchOptions {
  /** Absolute. Copies that the store's own sums prove are kept here. */
  readonly cache: string;
  readonly scratch: Scratch;
  readonly log: Log;
}

/** Connections break; more often than this is no accident. */
const tries = 3;

/**
 * A copy of an object as it was listed. One that the store's own sums prove is kept for later runs, and proven again before it is
 * taken; one without such a sum is fetched anew each time.
 *
 * @returns its absolute path.
 * @throws what the SDK throws; Failure('outside') when what came is not what the store says.
 */
export async function fetchObject(
  { sdk, client, endpoint }: Connected,
  object: StoredObject,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<string> {
  const { bucket: Bucket, key: Key, etag: IfMatch } = object;
  const ask = { Bucket, Key, IfMatch, ChecksumMode: 'ENABLED' as const };
  const sizeOfFirstPart = async () => {
    const command = new sdk.HeadObjectCommand({ ...ask, PartNumber: 1 });
    return (await client.send(command, { abortSignal: signal })).ContentLength;
  };
  const proofOf = (headers: ObjectHeaders) => proofIn(headers, sizeOfFirstPart);
  const cached = path.join(options.cache, nameOf(object, endpoint));
  if ((await sizeOf(cached)) === object.size) {
    const head = await client.send(new sdk.HeadObjectCommand(ask), { abortSignal: signal });
    const proof = await proofOf(head);
    if (proof && (await isProven(cached, proof))) return cached;
    options.log.warn(
      `the copy of ${object.uri} in the cache is not what the store has, and is fetched again`,
    );
  }
  for (let left = tries - 1; ; left--)
    try {
      const { Body, ...headers } = await client.send(new sdk.GetObjectCommand(ask), { abortSignal: signal });
      return await keep(Body as AsyncIterable<Uint8Array>, await proofOf(headers), cached, object, options);
    } catch (error) {
      signal.throwIfAborted();
      if (left === 0 || !isBroken(error)) throw error;
    }
}

/** Stores may have buckets of one name. Different contents have different names, so that nothing is ever replaced while another run reads it. */
function nameOf({ bucket, key, etag }: StoredObject, endpoint: string): string {
  return createHash('sha256')
    .update(JSON.stringify([endpoint, bucket, key, etag]))
    .digest('hex');
}

async function sizeOf(file: string): Promise<number | undefined> {
  return stat(file).then(
    ({ size }) => size,
    () => undefined,
  );
}

async function isProven(file: string, proof: Proof): Promise<boolean> {
  const sum = new ProofSum(proof);
  for await (const piece of createReadStream(file)) sum.push(piece as Uint8Array);
  return sum.holds();
}

async function keep(
  body: AsyncIterable<Uint8Array>,
  proof: Proof | undefined,
  cached: string,
  { uri, size }: StoredObject,
  { cache, scratch, log }: FetchOptions,
): Promise<string> {
  await mkdir(cache, { recursive: true, mode: 0o700 });
  // The two may lie on different disks, and what nothing proves may be large.
  const part = path.join(proof ? cache : await scratch.folder(), `${randomUUID()}.part`);
  const file = await open(part, 'wx', 0o600);
  try {
    const sum = proof && new ProofSum(proof);
    let done = 0;
    for await (const piece of body) {
      done += piece.byteLength;
      if (done > size) break;
      sum?.push(piece);
      await file.writeFile(piece);
      log.progress(`fetching ${uri}`, done, size, 'bytes');
    }
    await file.close();
    if (done !== size) throw brokenError(`${done} bytes came where ${size} were listed`);
    if (sum?.holds()) {
      await rename(part, cached);
      return cached;
    }
    // Parts may have had different sizes; any other sum covers the very bytes.
    if (proof && proof.kind !== 'parts')
      throw outsideError('was altered on the way', { place: { file: uri }, fix: 'run again' });
    if (!proof) return part;
    const own = path.join(await scratch.folder(), path.basename(cached));
    await copyFile(part, own);
    return own;
  } finally {
    await file.close().catch(() => undefined);
    if (proof) await rm(part, { force: true });
  }
}

class BrokenError extends Error {}

function brokenError(message: string): Error {
  return new BrokenError(message);
}

function isBroken(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return (
    error instanceof BrokenError ||
    code === 'ECONNRESET' ||
    code === 'EPIPE' ||
    code === 'ERR_STREAM_PREMATURE_CLOSE'
  );
}
