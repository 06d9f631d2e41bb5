import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { blake3 } from '@noble/hashes/blake3.js';
import { Failure, inputError } from '../gate/failure.js';
import type { Log } from '../platform/ports.js';
import type { HashedFile, Hasher } from './digest.js';
import { HashPool } from './pool.js';
import {
  assertSameFolders,
  changedError,
  isFolder,
  type ListedFile,
  listFile,
  listTree,
  unreadableError,
} from './walk.js';
import {
  bufferBytes,
  type Digester,
  type HashJob,
  type HashOutcome,
  hashSteps,
  nodeDigester,
  type PieceAlgorithm,
  type PiecePlan,
} from './worker.js';

/** Below both, starting threads costs more than hashing; for one file they would be no gain, and memory. */
const smallBytes = 8 * 1024 * 1024;
const smallCount = 256;
/** How long this thread hashes before it lets others run, in fillings of the buffer. */
const chunksPerTurn = 128;
const bytesPerTurn = chunksPerTurn * bufferBytes;
/** A manifest with more pieces than this is a mistake or an attack; it would not fit into a bundle either. */
const mostPieces = 1_000_000;

export interface OpenHasher extends Hasher {
  /** Stops the threads. */
  close(): Promise<void>;
}

export interface HasherOptions {
  readonly signal: AbortSignal;
  readonly log?: Pick<Log, 'progress'>;
  /** How a path is named in messages; as it is unless given. */
  readonly display?: (absolute: string) => string;
}

/**
 * Hashes with SHA-256, each file in one pass through a reused buffer: a little in this thread, more in one thread per
 * processor. Memory does not grow with the size of files. Aborting rejects with the signal's reason.
 */
export function openHasher({ signal, log, display }: HasherOptions): OpenHasher {
  const pool = new HashPool(signal);
  const hashAll = async (files: readonly ListedFile[], also?: PiecePlan): Promise<readonly HashedFile[]> => {
    assertFewPieces(files, also);
    const total = files.reduce((sum, { size }) => sum + size, 0);
    const jobs = files.map(({ path, size, stamp }) => ({ path, size, stamp, ...(also && { also }) }));
    signal.throwIfAborted();
    const isLittle = files.length === 1 || (total < smallBytes && files.length < smallCount);
    // Node has no BLAKE3 of its own, and the worker knows only Node's hashes.
    const here = isLittle || also?.algorithm === 'blake3';
    let bytes = 0;
    const done = (more: number) => {
      bytes += more;
      log?.progress('hashing', bytes, total, 'bytes');
    };
    const outcomes = here ? await hashHere(jobs, signal, done) : await pool.hash(jobs, done);
    return files.map((file, i) => hashed(file, outcomes[i]));
  };

  return {
    file: (file) =>
      naming(async () => {
        const [only] = await hashAll([listFile(path.resolve(file))]);
        if (!only) throw new Error('hashing one file gave none');
        return only;
      }, display),
    tree: (root, options = {}) =>
      naming(async () => {
        const absolute = path.resolve(root);
        if (!isFolder(absolute)) return hashAll([listFile(absolute)], options.also);
        const listing = await listTree(absolute, options, signal);
        const files = await hashAll(listing.files, options.also);
        assertSameFolders(listing);
        return files;
      }, display),
    close: () => pool.close(),
  };
}

/** Messages end up in evidence, which must not depend on where the workspace lies. */
async function naming<T>(hash: () => Promise<T>, display: HasherOptions['display']): Promise<T> {
  try {
    return await hash();
  } catch (error) {
    if (!(error instanceof Failure) || !display) throw error;
    const problems = error.problems.map((problem) =>
      problem.place
        ? { ...problem, place: { ...problem.place, file: display(problem.place.file) } }
        : problem,
    );
    throw new Failure(error.kind, problems, { cause: error });
  }
}

async function hashHere(
  jobs: readonly HashJob[],
  signal: AbortSignal,
  done: (bytes: number) => void,
): Promise<readonly HashOutcome[]> {
  const buffer = new Uint8Array(bufferBytes);
  const outcomes: HashOutcome[] = [];
  for (const job of jobs) {
    const steps = hashSteps(job, buffer, digester);
    let step = steps.next();
    let told = 0;
    for (let chunks = 1; !step.done; chunks++) {
      if (chunks % chunksPerTurn === 0) {
        done(bytesPerTurn);
        told += bytesPerTurn;
        await setImmediate();
      }
      if (signal.aborted) steps.return({ kind: 'changed' });
      signal.throwIfAborted();
      step = steps.next();
    }
    outcomes.push(step.value);
    done(job.size - told);
  }
  return outcomes;
}

function digester(algorithm: PieceAlgorithm): Digester {
  if (algorithm !== 'blake3') return nodeDigester(algorithm);
  const hash = blake3.create();
  return {
    update: (bytes) => hash.update(bytes),
    digest: () => Buffer.from(hash.digest()).toString('hex'),
  };
}

function hashed({ name, path, size }: ListedFile, outcome: HashOutcome | undefined): HashedFile {
  switch (outcome?.kind) {
    case 'hashed':
      return { name, size, sha256: outcome.sha256, pieces: outcome.pieces };
    case 'changed':
      throw changedError(path);
    case 'unreadable':
      throw unreadableError(path, outcome.code);
    case undefined:
      throw new Error(`no outcome for ${path}`);
  }
}

function assertFewPieces(files: readonly ListedFile[], also: PiecePlan | undefined): void {
  const size = also?.pieceSize;
  if (size === undefined) return;
  const pieces = files.reduce((sum, file) => sum + Math.ceil(file.size / size), 0);
  if (pieces <= mostPieces) return;
  throw inputError(`would be hashed in ${pieces} pieces of ${size} bytes; ${mostPieces} is the most`, {
    fix: 'use larger shards',
  });
}
