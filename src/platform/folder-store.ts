import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { inputError } from '../gate/failure.js';
import { limits } from '../gate/limits.js';
import type { EvidenceStore, Files, StoredEvidence } from './ports.js';

/** Told apart from reports and whatever else lies in the folder. */
const suffix = '.evidence.json';
/** More files than any pipeline leaves: a folder named by mistake, or an attack. */
const mostItems = 10_000;

/** Where a store keeps evidence of this name. */
export function evidenceFile(name: string): string {
  assertEvidenceName(name);
  return `${name}${suffix}`;
}

/** @throws RangeError when the name could not be a file name everywhere. */
export function assertEvidenceName(name: string): void {
  if (!/^[a-zA-Z0-9][a-zA-Z0-9._-]{0,199}$/.test(name))
    throw new RangeError(`not an evidence name: ${JSON.stringify(name)}`);
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
  const names = (await namesIn(folder, files)).filter((name) => name.endsWith(suffix)).sort();
  if (names.length > mostItems)
    throw inputError(`holds more than ${mostItems} evidence files`, {
      place: { file: files.display(folder) },
    });
  const found: StoredEvidence[] = [];
  for (const name of names) {
    const bytes = await files.read(path.join(folder, name), limits.evidenceBytes);
    found.push({ name: name.slice(0, -suffix.length), bytes });
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
