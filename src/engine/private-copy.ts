import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type EngineFile, type EngineRelease, isIntact } from './manifest.js';

/** Where the bytes of an engine come from: a folder, or an unpacked asset. */
export type ReadEngineFile = (file: EngineFile) => Promise<Uint8Array>;

/** A file of the engine is missing or not what the manifest says. */
export class TamperedError extends Error {
  override readonly name = 'TamperedError';
}

/**
 * Copies every file of the manifest, and nothing else, to a new folder that only this user can enter (`mkdtemp`: 0700). What is
 * checked is what is written and loaded later, so nobody can exchange a file in between.
 *
 * @returns the folder.
 * @throws TamperedError
 */
export async function copyVerified(
  release: EngineRelease,
  read: ReadEngineFile,
  tempFolder: string,
): Promise<string> {
  const folder = await mkdtemp(path.join(tempFolder, 'sluice-duckdb-'));
  try {
    for (const file of release.files) {
      const bytes = await read(file);
      if (!isIntact(file, bytes)) throw new TamperedError(`${file.path} is not what the manifest says`);
      await writeEngineFile(folder, file, bytes);
    }
    return folder;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

export async function writeEngineFile(folder: string, file: EngineFile, bytes: Uint8Array): Promise<void> {
  const target = path.join(folder, file.path);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, bytes, { flag: 'wx', mode: 0o600 });
}

/** Reads no more than the manifest's size and one byte, whatever stands there. */
export function readFromFolder(root: string): ReadEngineFile {
  return async (file) => {
    try {
      const handle = await open(path.join(root, file.path));
      try {
        const buffer = Buffer.alloc(file.size + 1);
        let total = 0;
        while (total < buffer.length) {
          const { bytesRead } = await handle.read(buffer, total, buffer.length - total);
          if (bytesRead === 0) break;
          total += bytesRead;
        }
        return buffer.subarray(0, total);
      } finally {
        await handle.close();
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new TamperedError(`${file.path} cannot be read (${code})`, { cause: error });
    }
  };
}
