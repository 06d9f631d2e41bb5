import { modelOf, type SubjectPorts, subjectOf } from '../digest/digest.js';
import { Failure, type Problem } from '../gate/failure.js';
import type { Subject } from '../gate/subject.js';
import type { PlannedItem } from './plan.js';

/** @throws Failure('input') naming the first that is not there or cannot be read. */
export async function hashItems(
  items: readonly PlannedItem[],
  ports: SubjectPorts,
): Promise<readonly Subject[]> {
  const subjects: Subject[] = [];
  for (const item of items) subjects.push(await hashItem(item, ports));
  return subjects;
}

export interface Hashed {
  readonly item: PlannedItem;
  readonly subject?: Subject;
  /** Why it could not be hashed. */
  readonly problem?: Problem;
}

/** As `hashItems`, but what cannot be hashed is told and not thrown. */
export async function tryItems(
  items: readonly PlannedItem[],
  ports: SubjectPorts,
): Promise<readonly Hashed[]> {
  const results: Hashed[] = [];
  for (const item of items) {
    try {
      results.push({ item, subject: await hashItem(item, ports) });
    } catch (error) {
      const problem = error instanceof Failure && error.kind === 'input' ? error.problems[0] : undefined;
      if (!problem) throw error;
      results.push({ item, problem });
    }
  }
  return results;
}

async function hashItem({ role, patterns, label }: PlannedItem, ports: SubjectPorts): Promise<Subject> {
  const [path] = patterns;
  if (role === 'model' && path !== undefined) return (await modelOf(ports, path)).subject;
  return subjectOf(ports, role, patterns, label);
}
