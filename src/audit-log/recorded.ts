import { type Check, check } from '../gate/check.js';
import { finding } from '../gate/finding.js';
import type { Collected } from './collect-records.js';

/** That everything that should be in the log is. */
export function recordedCheck({ unreadable, absent }: Collected, newEntries: number): Check {
  const id = 'audit-log/recorded';
  return check({
    id,
    title: 'Every outcome in the evidence store is in the log',
    observed: newEntries,
    findings: [
      ...unreadable.map(({ name, reason }) =>
        finding(id, {
          severity: 'error',
          file: name,
          message: `cannot be recorded: ${reason}`,
          fix: 'remove what no gate wrote, and run the gate again whose evidence is damaged',
        }),
      ),
      ...[...absent].map(([digest, jobs]) =>
        finding(id, {
          severity: 'error',
          message: `cannot be recorded: sha256:${digest}, which ${jobs.join(' and ')} announced, is not in the evidence store`,
          fix: 'find out what removed or overwrote it, and run the gate again',
          distinct: digest,
        }),
      ),
    ],
  });
}

/** What was left out, and why: it may be a gate whose job was forgotten. */
export function announcedCheck({ unannounced }: Collected): Check {
  const id = 'audit-log/announced';
  return check({
    id,
    title: 'All evidence that is here was announced by a job',
    observed: unannounced.length,
    findings: unannounced.map((name) =>
      finding(id, {
        severity: 'note',
        file: name,
        message: 'is not recorded: no job announced its digest',
        fix: 'if a gate wrote it, list its job in `needs` and its digest in the job’s outputs',
      }),
    ),
  });
}
