import { statfs } from 'node:fs/promises';
import os from 'node:os';

/** What one session may use; bytes. */
export interface Budget {
  readonly memory: number;
  readonly spill: number;
  readonly threads: number;
}

const leastMemory = 256 * 1024 ** 2;

/**
 * 60 % of the memory that this process may use (a container's limit counts), since DuckDB's limit covers its buffers only
 * and Node needs some; 80 % of the free disk space of the folder that it spills to.
 */
export async function measureBudget(spillFolder: string): Promise<Budget> {
  const { bavail, bsize } = await statfs(spillFolder);
  return {
    memory: Math.max(leastMemory, Math.floor(0.6 * usableMemory())),
    spill: Math.floor(0.8 * bavail * bsize),
    threads: os.availableParallelism(),
  };
}

const leastOfLimit = 64 * 1024 ** 2;

/**
 * What is left for the engine's buffers where the whole process may take so many bytes: less what it holds already, and with room for
 * what the engine takes beside its buffers (5 to 10 % of them, measured).
 */
export function bufferShare(bytes: number): number {
  return Math.max(leastOfLimit, Math.floor((bytes - process.memoryUsage.rss()) / 1.1));
}

/** Node gives 0 or a value beyond the machine's memory where no limit is set. */
function usableMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem();
}
