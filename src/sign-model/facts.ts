import { type SubjectPorts, subjectOf } from '../digest/digest.js';
import type { Evidence } from '../gate/evidence.js';
import type { DigestSet, Subject } from '../gate/subject.js';
import type { PipelineFacts } from '../platform/ports.js';
import { subjectsOf } from './case.js';

/** The pipeline's datasets as they lie here. @throws Failure('input') when one cannot be hashed. */
export async function presentDatasets(
  { datasets }: PipelineFacts,
  ports: SubjectPorts,
): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const [name, { path }] of Object.entries(datasets)) {
    subjects.push(await subjectOf(ports, 'dataset', [path].flat(), name));
  }
  return subjects;
}

/** Lock files that evidence names and that lie here too, as they are now. Evidence is hostile: a name leads nowhere else. */
export async function presentLocks(
  evidence: readonly Evidence[],
  { files, hasher }: SubjectPorts,
): Promise<ReadonlyMap<string, DigestSet>> {
  const present = new Map<string, DigestSet>();
  for (const { name } of subjectsOf(evidence, 'lock-file')) {
    const below = !name.startsWith('/') && !name.split('/').includes('..');
    if (!below || present.has(name) || (await files.kind(name)) !== 'file') continue;
    const { sha256 } = await hasher.file(files.resolve(name));
    present.set(name, { sha256 });
  }
  return present;
}
