import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type HashJob, type HashOutcome, workerMark } from './worker.js';

/** Small files travel together, so that 100 000 of them do not cost 100 000 messages. */
const batchFiles = 64;
const batchBytes = 4 * 1024 * 1024;

/**
 * The worker stands beside this file under another name in a bundle, in tsc's output and in the sources.
 * The names are data, because ncc rewrites a path that it can read.
 */
const workerNames = ['digest-worker.js', 'worker.js', 'worker.ts'];

function workerFile(): string {
  const found = workerNames.map((name) => path.resolve(import.meta.dirname, name)).find((f) => existsSync(f));
  if (found === undefined)
    throw new Error(`no ${workerNames[0]} in ${import.meta.dirname}: the build is broken`);
  return found;
}

/** Worker threads that hash batches of files; started when first used, at most one per processor. */
export class HashPool {
  readonly #signal: AbortSignal;
  readonly #idle: Worker[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Outcomes in the order of the jobs; `done` hears the bytes as they come. */
  hash(jobs: readonly HashJob[], done: (bytes: number) => void): Promise<readonly HashOutcome[]> {
    // One call after the other: each uses all processors by itself.
    const turn = this.#last.then(() => this.#hashNow(jobs, done));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async close(): Promise<void> {
    await this.#last;
    await Promise.all(this.#idle.splice(0).map((worker) => worker.terminate()));
  }

  async #hashNow(jobs: readonly HashJob[], done: (bytes: number) => void): Promise<readonly HashOutcome[]> {
    const outcomes: HashOutcome[] = new Array(jobs.length);
    const queue = batches(jobs);
    let next = 0;
    const lane = async () => {
      const worker = this.#idle.pop() ?? startWorker();
      worker.ref();
      try {
        for (let batch = queue[next++]; batch; batch = queue[next++]) {
          const answers = await this.#ask(worker, batch.jobs);
          answers.forEach((outcome, i) => {
            outcomes[batch.first + i] = outcome;
          });
          done(batch.bytes);
        }
      } catch (error) {
        // It may still be hashing: its late answer must not reach the next caller.
        await worker.terminate();
        throw error;
      }
      worker.unref();
      this.#idle.push(worker);
    };
    const lanes = Math.min(availableParallelism(), queue.length);
    await Promise.all(Array.from({ length: lanes }, lane));
    return outcomes;
  }

  async #ask(worker: Worker, jobs: readonly HashJob[]): Promise<readonly HashOutcome[]> {
    this.#signal.throwIfAborted();
    const answer = once(worker, 'message', { signal: this.#signal });
    worker.postMessage(jobs);
    try {
      const [outcomes] = (await answer) as [readonly HashOutcome[]];
      return outcomes;
    } catch (error) {
      this.#signal.throwIfAborted();
      throw error;
    }
  }
}

/** Flags of this process (a test runner's, say) are none of the worker's business. */
function startWorker(): Worker {
  return new Worker(workerFile(), { workerData: workerMark, execArgv: [] });
}

interface Batch {
  /** Index of its first job. */
  readonly first: number;
  readonly jobs: HashJob[];
  bytes: number;
}

/** Neighbours together; the largest batch first, so that no processor is left with a big file at the end. */
function batches(jobs: readonly HashJob[]): readonly Batch[] {
  const all: Batch[] = [];
  jobs.forEach((job, i) => {
    const last = all.at(-1);
    if (last && last.jobs.length < batchFiles && last.bytes + job.size <= batchBytes) {
      last.jobs.push(job);
      last.bytes += job.size;
    } else {
      all.push({ first: i, jobs: [job], bytes: job.size });
    }
  });
  return all.sort((a, b) => b.bytes - a.bytes);
}
