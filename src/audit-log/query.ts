import type { JsonObject } from '../gate/json.js';
import { type AuditRecord, digestsOf } from '../gate/record.js';
import type { Judgement } from '../gate/result.js';
import type { Task } from '../platform/ports.js';
import { entryRow } from './entry-row.js';
import { judgementOf } from './outcome.js';
import type { Settings } from './settings.js';
import { examineLog } from './verify.js';

/** Entries that an answer lists; the rest are counted. */
const maxEntries = 1000;

/** Finds records, in a log that is checked on the way: an answer out of a damaged log would be worth nothing. */
export async function queryLog(task: Task<Settings>): Promise<Judgement> {
  const newest: JsonObject[] = [];
  let matches = 0;
  const outcome = await examineLog(task, (index, record) => {
    if (!isWanted(record, task.settings)) return;
    matches++;
    newest.push(entryRow(index, record));
    if (newest.length > maxEntries) newest.shift();
  });
  return judgementOf({ ...outcome, metrics: { ...outcome.metrics, matches, entries: newest } });
}

function isWanted(record: AuditRecord, { gate, actor, run, digest }: Settings): boolean {
  return (
    (gate === undefined || record.gate === gate) &&
    (actor === undefined || record.run.actor === actor) &&
    (run === undefined || record.run.runId === run) &&
    (digest === undefined || hasDigest(record, digest))
  );
}

/** @param digest hex alone stands for any algorithm. */
export function hasDigest(record: AuditRecord, digest: string): boolean {
  return digestsOf(record).some((known) => known === digest || known.endsWith(`:${digest}`));
}
