import type { ChainLink } from '../gate/chain.js';
import { type Check, check } from '../gate/check.js';
import { finding } from '../gate/finding.js';
import { RecordError, readRecord } from '../gate/record.js';
import { isAccepted } from '../gate/verdict.js';
import type { LogTrust } from '../tlog/checkpoint.js';
import { verifyProof } from '../tlog/proof.js';
import { TlogError } from '../tlog/tlog-error.js';

export interface VerifiedEntry {
  readonly check: Check;
  readonly link: ChainLink;
}

/** Whether the trusted log holds a record of this very signature. @param bundle SHA-256 of the bundle. */
export function verifyLogEntry(proof: string, trust: LogTrust, bundle: string, file: string): VerifiedEntry {
  const { problem, reason } = readEntry(proof, trust, bundle);
  const id = 'verify-model/log-entry';
  const fix =
    'get the proof of this signature with `sluice audit-log proof`, and check the log with `sluice audit-log verify`';
  return {
    check: check({
      id,
      title: 'The signature is in the audit log',
      findings:
        problem === undefined ? [] : [finding(id, { severity: 'error', message: problem, fix, file })],
    }),
    link: {
      link: 'model signature → log entry',
      assurance: problem === undefined ? 'recomputed' : null,
      ok: problem === undefined,
      reason: problem ?? reason,
    },
  };
}

function readEntry(
  proof: string,
  trust: LogTrust,
  bundle: string,
): { readonly problem?: string; readonly reason: string } {
  try {
    const { index, entry, checkpoint } = verifyProof(proof, trust);
    const record = readRecord(entry);
    const reason = `entry ${index} of ${checkpoint.origin}, size ${checkpoint.size}, of ${record.time}`;
    if (record.bundle !== bundle) return { problem: 'proves an entry about another signature', reason };
    if (record.verdict === undefined || !isAccepted(record.verdict)) {
      return {
        problem: `proves an entry that says ${record.verdict ?? 'nothing'} of this signature`,
        reason,
      };
    }
    return { reason };
  } catch (error) {
    if (error instanceof TlogError || error instanceof RecordError)
      return { problem: error.message, reason: '' };
    throw error;
  }
}
