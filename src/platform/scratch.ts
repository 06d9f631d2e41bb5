import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { outsideError } from '../gate/failure.js';
import { once } from './once.js';
import type { Scratch } from './ports.js';

export interface OpenScratch extends Scratch {
  /** Removes all of it. */
  close(): Promise<void>;
}

/** Files of our own in a folder that only this user can enter, made when the first is asked for. */
export function openScratch(tempFolder: string): OpenScratch {
  let folder: string | undefined;
  let made = 0;
  const make = once(async () => {
    folder = await mkdtemp(path.join(tempFolder, 'sluice-scratch-'));
    return folder;
  });
  return {
    async create() {
      const file = path.join(await make(), String(made++));
      const handle = openSync(file, 'wx', 0o600);
      return {
        path: file,
        write: (bytes) => writeAll(handle, bytes),
        close: () => closeSync(handle),
      };
    },
    async folder() {
      const own = path.join(await make(), String(made++));
      await mkdir(own, { mode: 0o700 });
      return own;
    },
    async close() {
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function writeAll(handle: number, bytes: Uint8Array): void {
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw outsideError(
      `a temporary file cannot be written (${code})`,
      { fix: 'free space on the disk' },
      error,
    );
  }
}
