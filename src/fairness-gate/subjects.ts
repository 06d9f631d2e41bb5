import { modelOf } from '../digest/digest.js';
import { inputError } from '../gate/failure.js';
import type { Subject } from '../gate/subject.js';
import type { Ports } from '../platform/ports.js';

type FilePorts = Pick<Ports, 'files' | 'hasher'>;

/**
 * Hashes the predictions, hands them to `use`, and makes sure that what was read is what was hashed.
 *
 * @throws Failure('input') when the file is not there, or changed meanwhile.
 */
export async function withPredictions<T>(
  path: string,
  { files, hasher }: FilePorts,
  use: () => Promise<T>,
): Promise<{ readonly subject: Subject; readonly used: T }> {
  const name = files.display(path);
  const before = await stampOf(path, files);
  const { sha256 } = await hasher.file(files.resolve(path));
  const used = await use();
  if ((await stampOf(path, files)) !== before)
    throw inputError('changed while it was being judged', {
      place: { file: name },
      fix: 'run the gate after the step that writes it has ended',
    });
  return { subject: { name, kind: 'file', role: 'predictions', digest: { sha256 }, grade: 'bytes' }, used };
}

async function stampOf(path: string, files: Ports['files']): Promise<string> {
  const opened = await files.open(path);
  opened.close();
  return opened.stamp;
}

/** The model that made the predictions, where the pipeline names one. */
export async function modelSubjects(
  model: string | undefined,
  ports: FilePorts,
): Promise<readonly Subject[]> {
  return model === undefined ? [] : [(await modelOf(ports, model)).subject];
}
