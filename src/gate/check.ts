import { clip } from './clip.js';
import { abridgeFinding, byImportance, type Finding } from './finding.js';
import type { Json, JsonObject } from './json.js';
import { limits, textLimits } from './limits.js';
import { by } from './order.js';
import type { CheckStatus, Inconclusive, Verdict } from './verdict.js';

/** One rule inside a gate and how it came out. */
export interface Check {
  /** `<gate>/<rule>`, e.g. `data-validate/unique`. */
  readonly id: string;
  /** What it asks, in words for the report. */
  readonly title: string;
  readonly status: CheckStatus;
  /** Why it was skipped, could not be judged or stayed inconclusive; else absent. */
  readonly reason?: string;
  /** What `inconclusive` does to the verdict; absent otherwise. */
  readonly inconclusiveAs?: Inconclusive;
  /** `null` where undefined (say why in `reason`). */
  readonly observed?: Json;
  readonly threshold?: Json;
  /** Worst first; a result keeps at most `limits.findingsPerCheck` of them. */
  readonly findings: readonly Finding[];
  /** How many there are, listed or not. */
  readonly findingCount: number;
  /** What the gate adds for machines: expectation, column, unexpectedCount … Written beside the fields above. */
  readonly facts: JsonObject;
}

export interface CheckDraft {
  readonly id: string;
  readonly title: string;
  readonly observed?: Json;
  readonly threshold?: Json;
  readonly findings?: readonly Finding[];
  /** Where more were counted than are handed in. */
  readonly findingCount?: number;
  readonly facts?: JsonObject;
  /** Set when the check did not come to pass, warn or fail by its findings. */
  readonly outcome?:
    | { readonly status: 'error' | 'skip'; readonly reason: string }
    | { readonly status: 'inconclusive'; readonly reason: string; readonly as: Inconclusive };
}

/**
 * A check from what it found: a finding of severity `error` fails it, `warning` warns. A check that could not be
 * judged (`outcome`) keeps that status unless a finding is worse.
 */
export function check(draft: CheckDraft): Check {
  const all = [...(draft.findings ?? [])].sort(byImportance);
  const { outcome } = draft;
  return withStatus({
    id: draft.id,
    title: draft.title,
    ...(outcome && { reason: outcome.reason }),
    ...(outcome?.status === 'inconclusive' && { inconclusiveAs: outcome.as }),
    ...(draft.observed !== undefined && { observed: draft.observed }),
    ...(draft.threshold !== undefined && { threshold: draft.threshold }),
    status: outcome?.status ?? 'pass',
    findings: all,
    findingCount: draft.findingCount ?? all.length,
    facts: draft.facts ?? {},
  });
}

/** Recomputes the status from the findings that no waiver excuses. */
export function withStatus(draft: Check): Check {
  return { ...draft, status: statusOf(draft) };
}

/** Cuts the list of findings and every text to what evidence keeps; status, count and fingerprints stay. */
export function abridge(whole: Check): Check {
  return {
    ...whole,
    id: clip(whole.id, textLimits.checkId),
    title: clip(whole.title, textLimits.title),
    ...(whole.reason !== undefined && { reason: clip(whole.reason, textLimits.reason) }),
    findings: whole.findings.slice(0, limits.findingsPerCheck).map(abridgeFinding),
  };
}

function statusOf({ status, findings, findingCount }: Check): CheckStatus {
  // Findings that were counted but not listed cannot be waived one by one: they weigh as much as the worst listed.
  const unlisted = findingCount > findings.length;
  const live = findings.filter((f) => unlisted || f.waivedBy === undefined).map((f) => f.severity);
  if (status === 'error') return 'error';
  if (live.includes('error')) return 'fail';
  if (status === 'inconclusive') return 'inconclusive';
  if (live.includes('warning')) return 'warn';
  return status === 'skip' ? 'skip' : 'pass';
}

/** Whether a check says no better than what it lists: of evidence that somebody else wrote, nothing is granted. */
export function agreesWithFindings({ status, findings }: Check): boolean {
  const live = findings.filter((f) => f.waivedBy === undefined).map((f) => f.severity);
  if (live.includes('error')) return status === 'fail' || status === 'error';
  return !live.includes('warning') || (status !== 'pass' && status !== 'skip');
}

export function verdictOf(check: Check): Verdict {
  return check.status === 'inconclusive' ? (check.inconclusiveAs ?? 'fail') : check.status;
}

export const byCheck = by<Check>(
  (c) => c.id,
  (c) => c.title,
  (c) => JSON.stringify(c.facts),
);
