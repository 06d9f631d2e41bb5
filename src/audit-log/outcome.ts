import { createHash } from 'node:crypto';
import { type Check, check } from '../gate/check.js';
import { type FindingDraft, finding } from '../gate/finding.js';
import type { JsonObject } from '../gate/json.js';
import type { Judgement } from '../gate/result.js';
import type { Subject } from '../gate/subject.js';
import type { TreeHead } from '../tlog/merkle.js';
import { type LogProblem, maxProblems } from '../tlog/scan.js';
import type { LogStore } from '../tlog/store.js';

/** What a command found out about a log; `metrics` is what it adds of its own. */
export interface Outcome {
  readonly log: LogStore;
  /** The checkpoint's bytes, and what they say once they are verified. */
  readonly checkpoint?: Uint8Array;
  readonly head?: TreeHead;
  readonly anchored: boolean;
  readonly problems: readonly LogProblem[];
  readonly checks: readonly Check[];
  readonly metrics?: JsonObject;
}

/** The log as a subject, by its checkpoint: that one digest stands for everything in it. */
export function judgementOf({
  log,
  checkpoint,
  head,
  anchored,
  problems,
  checks,
  metrics,
}: Outcome): Judgement {
  return {
    checks,
    subjects: checkpoint ? [subjectOf(log, checkpoint)] : [],
    materials: [],
    metrics: {
      ...metrics,
      store: log.name,
      size: head ? jsonSize(head.size) : null,
      rootHash: head ? hexOf(head.root) : null,
      anchored,
      problems: problems.map(({ path, index, message }) => ({
        path,
        ...(index !== undefined && { index: jsonSize(index) }),
        message,
      })),
    },
  };
}

function subjectOf(log: LogStore, checkpoint: Uint8Array): Subject {
  const sha256 = createHash('sha256').update(checkpoint).digest('hex');
  return { name: `${log.name}/checkpoint`, kind: 'file', role: 'log', digest: { sha256 }, grade: 'bytes' };
}

/** A number as long as JSON readers keep it exact, else its digits. */
export function jsonSize(size: bigint): number | string {
  return size <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size) : size.toString();
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

interface Rule {
  readonly id: string;
  readonly title: string;
  readonly fix?: string;
}

/** A check that fails on every problem. */
export function problemCheck(log: LogStore, rule: Rule, problems: readonly LogProblem[]): Check {
  const id = `audit-log/${rule.id}`;
  return check({
    id,
    title: rule.title,
    observed: problems.length,
    threshold: 0,
    findings: problems.map(({ path, index, message }) =>
      finding(id, {
        severity: 'error',
        file: `${log.name}/${path}`,
        message,
        ...(rule.fix !== undefined && { fix: rule.fix }),
        distinct: `${index ?? ''} ${message}`,
      }),
    ),
    ...(problems.length >= maxProblems && { facts: { stoppedAfter: maxProblems } }),
  });
}

/** A check with at most one finding. */
export function plainCheck(rule: Rule, draft?: FindingDraft): Check {
  const id = `audit-log/${rule.id}`;
  return check({ id, title: rule.title, findings: draft ? [finding(id, draft)] : [] });
}
