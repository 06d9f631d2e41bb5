import { subjectOf, subjectOfObjects } from '../digest/digest.js';
import { inputError } from '../gate/failure.js';
import type { Subject } from '../gate/subject.js';
import type { Ports } from '../platform/ports.js';
import type { Dataset } from './dataset.js';
import { findFiles } from './find-files.js';

/** A dataset's files as they were hashed, to be compared with what was read. */
export interface Identity {
  readonly subject: Subject;
  /** @throws Failure('input') naming a file that was written, replaced or added since it was hashed. */
  assertUnchanged(): Promise<void>;
}

/**
 * The subject of a dataset, the same that any gate has for these patterns. Stamps are taken before hashing and compared after
 * judging, so that what was judged is what was hashed.
 *
 * @throws Failure('input') when a file cannot be read.
 */
export async function identify(
  { name, patterns, files, objects }: Pick<Dataset, 'name' | 'patterns' | 'files' | 'objects'>,
  ports: Pick<Ports, 'files' | 'objects' | 'hasher' | 'signal'>,
): Promise<Identity> {
  const stamps = new Map<string, string>();
  for (const { path } of files) stamps.set(path, await stampOf(path, ports.files));
  const changed = (shown: string) =>
    inputError('changed while it was being judged', {
      place: { file: shown },
      fix: 'let nothing write to the data while the gate runs',
    });
  return {
    subject: objects
      ? await subjectOfObjects(ports.hasher, 'dataset', patterns, objects, name)
      : await subjectOf(ports, 'dataset', patterns, name),
    async assertUnchanged() {
      for (const { path, shown } of files)
        if ((await stampOf(path, ports.files)) !== stamps.get(path)) throw changed(shown);
      // The copies of objects are ours alone.
      if (objects) return;
      for (const { path, shown } of (await findFiles(name, patterns, ports)).files)
        if (!stamps.has(path)) throw changed(shown);
    },
  };
}

async function stampOf(path: string, files: Ports['files']): Promise<string> {
  const file = await files.open(path);
  file.close();
  return file.stamp;
}
