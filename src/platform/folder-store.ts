import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inputError } from '../gate/failure.js';
import { limits } from '../gate/limits.js';
import { compareCodePoints } from '../gate/order.js';
import type { EvidenceStore, Files, StoredEvidence } from './ports.js';

/** Told apart from reports and whatever else lies in the folder. */
const suffix = '.evidence.json';
const safeName = /^[\w-][\w.-]{0,199}$/;
/** More files than any pipeline leaves: a folder named by mistake, or an attack. */
const mostItems = 10_000;

/** Where a store keeps evidence of this name. @throws RangeError when it could not be a file name everywhere. */
export function evidenceFile(name: string): string {
  if (!safeName.test(name)) throw new RangeError(`not an evidence name: ${JSON.stringify(name)}`);
  return `${name}${suffix}`;
}

/** The name back from the file; `undefined` where the file is none of ours. */
export function evidenceName(file: string): string | undefined {
  const name = file.slice(0, -suffix.length);
  return file.endsWith(suffix) && safeName.test(name) ? name : undefined;
}

/** Evidence as files of one folder, which need not exist yet. @param folder as `files` takes paths. */
export function folderStore(folder: string, files: Files): EvidenceStore {
  return {
    put: async ({ name, bytes }) => files.write(path.join(folder, evidenceFile(name)), bytes),
    list: async () => {
      if ((await files.kind(folder)) === 'missing') return [];
      return readEvidenceFolder(folder, files);
    },
  };
}

async function readEvidenceFolder(folder: string, files: Files): Promise<readonly StoredEvidence[]> {
  const names = await namesIn(folder, files);
  if (names.length > mostItems)
    throw inputError(`holds more than ${mostItems} files`, { place: { file: files.display(folder) } });
  const found: StoredEvidence[] = [];
  for (const file of [...names].sort(compareCodePoints)) {
    const name = evidenceName(file);
    if (name === undefined) continue;
    found.push({ name, bytes: await files.read(path.join(folder, file), limits.evidenceBytes) });
  }
  return found;
}

async function namesIn(folder: string, files: Files): Promise<readonly string[]> {
  try {
    return await readdir(files.resolve(folder));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw inputError(
      `is no folder of evidence that can be read (${code})`,
      { place: { file: files.display(folder) } },
      error,
    );
  }
}
