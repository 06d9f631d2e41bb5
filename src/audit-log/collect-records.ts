import { sha256 } from '../gate/evidence.js';
import { by } from '../gate/order.js';
import { type AuditRecord, RecordError, recordOf, recordOfTraining } from '../gate/record.js';
import { readStored, type Stored } from '../gate/stored.js';
import type { Announced, StoredEvidence } from '../platform/ports.js';

export interface Collected {
  /** Oldest first. */
  readonly records: readonly AuditRecord[];
  /** Items that nothing can be recorded of. */
  readonly unreadable: readonly Unreadable[];
  /** Names of items that no job announced: any job can put things there. */
  readonly unannounced: readonly string[];
  /** Digests that were announced and are not here, with the jobs that announced them. */
  readonly absent: Announced;
}

interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

/**
 * A record for each item of the evidence store, apart from the log's own outcomes: those would grow the log for ever. With announced
 * digests, of evidence only what was announced; training records nobody announces.
 */
export function collectRecords(items: readonly StoredEvidence[], announced?: Announced): Collected {
  const records: AuditRecord[] = [];
  const unreadable: Unreadable[] = [];
  const unannounced: string[] = [];
  const absent = new Map(announced);
  for (const { name, bytes } of items) {
    const digest = sha256(bytes);
    absent.delete(digest);
    const stored = readStored(bytes);
    if (announced && !announced.has(digest) && stored.kind !== 'provenance') {
      unannounced.push(name);
      continue;
    }
    const record = recordIn(stored);
    if (typeof record === 'string') unreadable.push({ name, reason: record });
    else if (record.gate !== 'audit-log') records.push(record);
  }
  records.sort(
    by(
      (r) => r.time,
      (r) => r.gate,
      (r) => r.key,
    ),
  );
  return { records, unreadable, unannounced, absent };
}

/** The record of an item, else why it has none. */
function recordIn(stored: Stored): AuditRecord | string {
  try {
    switch (stored.kind) {
      case 'evidence':
        return recordOf(stored.evidence);
      case 'provenance':
        return recordOfTraining(stored.provenance);
      case 'other':
        return `is a statement of a type that has no record: ${stored.predicateType}`;
      case 'unreadable':
        return stored.reason;
    }
  } catch (error) {
    if (error instanceof RecordError) return error.message;
    throw error;
  }
}
