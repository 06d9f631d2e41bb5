import { createHash, randomBytes, randomInt } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { outsideError } from '../gate/failure.js';

export interface LockOptions {
  readonly signal: AbortSignal;
  /** How long to wait for other writers, in milliseconds. */
  readonly patienceMs?: number;
}

/**
 * Excludes other processes by a file per contender in a folder: announce yourself, then look; whoever sees nobody else has the
 * lock, whoever sees somebody withdraws and tries again. File names are never used twice, so removing what a dead process left can
 * never remove a living one's claim (as breaking a single lock file can).
 *
 * @returns what gives the lock back.
 * @throws Failure('outside') when others keep it for too long.
 */
export async function lockFolder(folder: string, options: LockOptions): Promise<() => Promise<void>> {
  const { signal, patienceMs = 60_000 } = options;
  await mkdir(folder, { recursive: true });
  const own = `${process.pid}.${hostMark()}.${randomBytes(8).toString('hex')}`;
  const file = path.join(folder, own);
  const withdraw = () => rm(file, { force: true });
  for (const deadline = performance.now() + patienceMs; ; ) {
    signal.throwIfAborted();
    const holders = await otherHolders(folder, own);
    if (holders.length === 0) {
      await writeFile(file, `process ${process.pid} on ${os.hostname()}\n`, { flag: 'wx' });
      if ((await otherHolders(folder, own)).length === 0) return withdraw;
      await withdraw();
    } else if (performance.now() > deadline) throw tooLong(folder, holders);
    // Contenders that saw each other must not meet again at once.
    await sleep(randomInt(2, 40));
  }
}

/** Claims of others that are not known to be dead; those that are get removed. */
async function otherHolders(folder: string, own: string): Promise<readonly string[]> {
  const others = (await readdir(folder)).filter((name) => name !== own);
  const living: string[] = [];
  for (const name of others) {
    if (isDead(name)) await rm(path.join(folder, name), { force: true });
    else living.push(name);
  }
  return living;
}

/** Only of this machine's processes can be told that they are gone. */
function isDead(name: string): boolean {
  const [pid, host] = name.split('.');
  if (host !== hostMark() || !/^[1-9][0-9]{0,9}$/.test(pid ?? '')) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

function hostMark(): string {
  return createHash('sha256').update(os.hostname()).digest('hex').slice(0, 12);
}

function tooLong(folder: string, [holder = '']: readonly string[]) {
  const file = path.join(folder, holder);
  return outsideError('is being written by another process for too long', {
    place: { file: folder },
    fix: `wait for it, or remove ${file} if the process that it names is gone`,
  });
}
