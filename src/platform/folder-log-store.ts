import { mkdir, open, readFile, realpath, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Failure, inputError, outsideError } from '../gate/failure.js';
import type { LogStore, Probe, TileReader, TileStore } from '../tlog/store.js';
import { writeAtomically } from './atomic-write.js';
import { type LockOptions, lockFolder } from './folder-lock.js';

/** A bundle of 256 entries of 64 KiB, and something over. */
const maxFileBytes = 17 * 1024 * 1024;
const lockName = '.lock';

/**
 * A log as the files of a folder, which need not exist yet.
 *
 * @param folder absolute.
 * @param name as people know it.
 */
export function openFolderLog(folder: string, name: string, options: LockOptions): LogStore {
  const read: TileReader['read'] = (tile) => readTileFile(folder, name, tile);
  return {
    name,
    read,
    transact: (change) =>
      locked(folder, name, options, async () => {
        const touched = new Set<string>();
        const write: TileStore['write'] = async (tile, bytes) => {
          await writeTileFile(folder, tile, bytes, options.signal);
          for (let at = path.dirname(tile); ; at = path.dirname(at)) {
            touched.add(path.join(folder, at));
            if (at === '.') break;
          }
        };
        const { checkpoint, outcome } = await change({ read, write });
        if (checkpoint === undefined) return outcome;
        // Before the checkpoint speaks of them, entries and tiles must be there for good, and by name.
        for (const changed of touched) await syncFolder(changed);
        await writeTileFile(folder, 'checkpoint', checkpoint, options.signal);
        await syncFolder(folder);
        return outcome;
      }),
    probe: () => probeFolder(folder, name, options),
  };
}

async function readTileFile(folder: string, name: string, tile: string): Promise<Uint8Array | undefined> {
  const file = path.join(folder, tile);
  const place = { file: `${name}/${tile}` };
  try {
    // A link could lead to a device or out of the log; a log is made of plain files.
    if ((await realpath(file)) !== path.join(await realpath(folder), tile))
      throw inputError('is a link, which has no place in a log', { place });
    const { size } = await stat(file);
    if (size > maxFileBytes) throw inputError(`is larger than ${maxFileBytes} bytes`, { place });
    return await readFile(file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw inputError(`cannot be read (${code})`, { place }, error);
  }
}

async function writeTileFile(folder: string, tile: string, bytes: Uint8Array, signal: AbortSignal) {
  const file = path.join(folder, tile);
  await mkdir(path.dirname(file), { recursive: true });
  if ((await realpath(path.dirname(file))) !== path.join(await realpath(folder), path.dirname(tile)))
    throw outsideError('leads through a link, which has no place in a log', { place: { file } });
  await writeAtomically(file, bytes, signal);
}

/** Makes renames in a folder last. Windows has no such call; NTFS journals names by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function locked<T>(folder: string, name: string, options: LockOptions, work: () => Promise<T>) {
  try {
    const unlock = await lockFolder(path.join(folder, lockName), options);
    try {
      return await work();
    } finally {
      await unlock();
    }
  } catch (error) {
    options.signal.throwIfAborted();
    const { code } = error as NodeJS.ErrnoException;
    // The checkpoint is written last, so whatever went wrong, the old one still stands.
    throw code === undefined
      ? error
      : outsideError(`the log cannot be written (${code})`, { place: { file: name } }, error);
  }
}

async function probeFolder(folder: string, name: string, options: LockOptions): Promise<readonly Probe[]> {
  const probes: Probe[] = [];
  const attempt = async (what: string, detail: string, act: () => Promise<void>) => {
    try {
      await act();
      probes.push({ name: what, status: 'pass', detail });
    } catch (error) {
      options.signal.throwIfAborted();
      probes.push({
        name: what,
        status: 'fail',
        detail: error instanceof Error ? error.message : String(error),
      });
    }
  };
  await attempt('lock', 'excludes other processes on this machine', () =>
    locked(folder, name, options, async () => undefined),
  );
  await attempt('write', 'files are written, synced and renamed into place', async () => {
    const file = path.join(folder, '.probe');
    await writeAtomically(file, 'probe', options.signal);
    await rm(file);
  });
  await attempt('sync', 'names of files survive a loss of power', () => syncFolder(folder));
  return [
    ...probes,
    {
      name: 'write once',
      status: 'warn',
      detail:
        'a folder is not WORM: whoever may write to it can replace the whole log, and only a checkpoint kept elsewhere shows it',
    },
  ];
}
