import { inputError } from '../gate/failure.js';
import { fileSet } from '../gate/file-set.js';
import type { FileEntry } from '../gate/manifest.js';
import type { Subject } from '../gate/subject.js';
import type { Ports } from '../platform/ports.js';

/** A dataset's files as they were hashed, to be compared with what was read. */
export interface Identity {
  readonly subject: Subject;
  /** @throws Failure('input') naming a file that was written or replaced since it was hashed. */
  assertUnchanged(): Promise<void>;
}

/**
 * The subject of a dataset: its one file, or the set of its files. Stamps are taken before hashing and compared after judging, so
 * that what was judged is what was hashed.
 *
 * @throws Failure('input') when a file cannot be read.
 */
export async function identify(
  label: string,
  paths: readonly string[],
  { files, hasher }: Pick<Ports, 'files' | 'hasher'>,
): Promise<Identity> {
  const stamps = new Map<string, string>();
  for (const path of paths) stamps.set(path, await stampOf(path, files));
  const hashed: FileEntry[] = [];
  for (const path of paths) {
    const { sha256 } = await hasher.file(files.resolve(path));
    hashed.push({ name: files.display(path), sha256 });
  }
  return {
    subject: { ...fileSet(hashed), role: 'dataset', grade: 'bytes', label },
    async assertUnchanged() {
      for (const [path, stamp] of stamps)
        if ((await stampOf(path, files)) !== stamp)
          throw inputError('changed while it was being judged', {
            place: { file: files.display(path) },
            fix: 'let nothing write to the data while the gate runs',
          });
    },
  };
}

async function stampOf(path: string, files: Ports['files']): Promise<string> {
  const file = await files.open(path);
  file.close();
  return file.stamp;
}
