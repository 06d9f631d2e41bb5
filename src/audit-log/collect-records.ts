import { EvidenceError, readEvidence } from '../gate/evidence.js';
import { by } from '../gate/order.js';
import { readProvenance } from '../gate/provenance.js';
import { type AuditRecord, RecordError, recordOf, recordOfTraining } from '../gate/record.js';
import { StatementError } from '../gate/statement.js';
import type { StoredEvidence } from '../platform/ports.js';

export interface Collected {
  /** Oldest first. */
  readonly records: readonly AuditRecord[];
  readonly unreadable: readonly Unreadable[];
}

export interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

/** A record for each item of the evidence store, apart from the log's own outcomes: those would grow the log for ever. */
export function collectRecords(items: readonly StoredEvidence[]): Collected {
  const records: AuditRecord[] = [];
  const unreadable: Unreadable[] = [];
  for (const item of items) {
    const record = recordIn(item);
    if (typeof record === 'string') unreadable.push({ name: item.name, reason: record });
    else if (record.gate !== 'audit-log') records.push(record);
  }
  records.sort(
    by(
      (r) => r.time,
      (r) => r.gate,
      (r) => r.key,
    ),
  );
  return { records, unreadable };
}

/** Evidence of a gate, else a training record, else why it is neither. */
function recordIn({ bytes }: StoredEvidence): AuditRecord | string {
  try {
    return recordOf(readEvidence(bytes));
  } catch (notEvidence) {
    if (notEvidence instanceof RecordError) return notEvidence.message;
    if (!(notEvidence instanceof EvidenceError)) throw notEvidence;
    try {
      return recordOfTraining(readProvenance(bytes));
    } catch (error) {
      if (error instanceof RecordError) return error.message;
      if (error instanceof StatementError) return notEvidence.message;
      throw error;
    }
  }
}
