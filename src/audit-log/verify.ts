import type { Check } from '../gate/check.js';
import type { Judgement } from '../gate/result.js';
import type { Task } from '../platform/ports.js';
import type { LogStore } from '../tlog/store.js';
import { formatVerifierKey } from '../tlog/verifier-key.js';
import { anchorCheck } from './anchor.js';
import { checkLog, type LogReport, type OnRecord } from './check-log.js';
import { readTrust } from './keys.js';
import { openExistingLog, type Remembered, readRemembered } from './open-log.js';
import { judgementOf, type Outcome, problemCheck } from './outcome.js';
import type { Settings } from './settings.js';

/** Checks any C2SP tile log, whoever wrote it. */
export async function verifyLog(task: Task<Settings>): Promise<Judgement> {
  const outcome = await examineLog(task);
  const { output } = task.settings;
  const sound = outcome.problems.length === 0 && outcome.checkpoint !== undefined;
  if (output !== undefined && sound) await task.ports.files.write(output, outcome.checkpoint);
  return judgementOf(outcome);
}

/** @throws Failure when there is no log, no key or no readable remembered checkpoint. */
export async function examineLog({ settings, ports }: Task<Settings>, onRecord?: OnRecord): Promise<Outcome> {
  const log = await openExistingLog(settings, ports);
  const trust = await readTrust(settings, ports);
  const remembered = await readRemembered(settings, trust, ports);
  const report = await checkLog(log, trust, ports, remembered, onRecord);
  const { checkpoint, note, anchorProblem: anchor } = report;
  const problems = [
    ...report.checkpointProblems,
    ...(anchor ? [anchor] : []),
    ...report.entryProblems,
    ...report.replays,
  ];
  return {
    log,
    ...(note && { checkpoint: note }),
    ...(checkpoint && { head: checkpoint }),
    anchored: remembered !== undefined && problems.length === 0,
    problems,
    checks: checksOf(log, report, remembered),
    metrics: {
      origin: checkpoint?.origin ?? null,
      publicKey: formatVerifierKey(trust.key),
      records: report.records,
      foreign: report.foreign,
      witnesses: checkpoint?.cosigned.map(({ witness }) => witness) ?? [],
    },
  };
}

function checksOf(log: LogStore, report: LogReport, remembered: Remembered | undefined): readonly Check[] {
  const signed = problemCheck(
    log,
    { id: 'checkpoint', title: 'The checkpoint is signed by the log’s key' },
    report.checkpointProblems,
  );
  if (report.checkpoint === undefined) return [signed];
  return [
    signed,
    problemCheck(
      log,
      {
        id: 'entries',
        title: 'Every entry is where the signed root says',
        fix: 'restore the log from a copy; what an edit replaced cannot be computed back',
      },
      report.entryProblems,
    ),
    problemCheck(log, { id: 'replay', title: 'No record is in the log twice' }, report.replays),
    anchorCheck(log, remembered, report.anchorProblem, 'warning'),
  ];
}
