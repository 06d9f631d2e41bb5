import { abridge, agreesWithFindings, byCheck, type Check, check, verdictOf } from './check.js';
import type { FailureKind } from './failure.js';
import { finding } from './finding.js';
import type { JsonObject } from './json.js';
import { by } from './order.js';
import { bySubject, type Material, type Subject } from './subject.js';
import { type Mode, type Verdict, worstOf } from './verdict.js';
import { applyWaivers, type UsedWaiver, type Waiver } from './waiver.js';

const schemaVersion = '1.0';

/** What a gate's domain hands back: what it looked at and what it saw. No verdict: that follows. */
export interface Judgement {
  readonly checks: readonly Check[];
  readonly subjects: readonly Subject[];
  readonly materials: readonly Material[];
  /** Headline figures, where machines look (DESIGN §10). */
  readonly metrics: JsonObject;
}

/** A judging key whose value in the head or the inputs was not used, because the base says otherwise. */
export interface IgnoredSetting {
  /** Path in the config, `/pipelines/pd-retail/fairness-gate/rules/0/ratio/min`. */
  readonly key: string;
  /** As the base has it; used. `null`: absent there. */
  readonly used: string | null;
  /** As the pull request or input would have it; takes effect after merge. `null`: absent there. */
  readonly ignored: string | null;
  readonly file?: string;
  readonly line?: number;
}

/** Where the settings came from that this result was judged by. */
export interface SettingsRecord {
  /** SHA-256 of the canonical JSON of the gate's effective settings. */
  readonly digest: string;
  /** `base`: the base tip of a pull request; `bootstrap`: base had none yet, head's were used, unsignable; `commit`: this commit's; `local`: a laptop's. */
  readonly source: 'base' | 'bootstrap' | 'commit' | 'local';
  /** The commit they were read from. */
  readonly commit?: string;
  readonly file: string;
  readonly ignored: readonly IgnoredSetting[];
}

export interface GateResult {
  readonly schemaVersion: typeof schemaVersion;
  readonly gate: string;
  readonly pipeline: string;
  /** Tells matrix legs of one gate apart; empty for the only one. */
  readonly instance: string;
  readonly verdict: Verdict;
  readonly mode: Mode;
  readonly checks: readonly Check[];
  readonly subjects: readonly Subject[];
  readonly materials: readonly Material[];
  readonly metrics: JsonObject;
  readonly waivers: readonly UsedWaiver[];
  readonly settings: SettingsRecord;
  /** ISO 8601, UTC. */
  readonly judgedAt: string;
}

export interface Setting {
  readonly gate: string;
  readonly pipeline: string;
  readonly instance: string;
  readonly mode: Mode;
  readonly settings: SettingsRecord;
  readonly waivers: readonly Waiver[];
  readonly now: Date;
}

/** Judgement + waivers → result. Nothing judged is `error`: a gate fails closed. */
export function conclude(judgement: Judgement, setting: Setting): GateResult {
  const { gate, pipeline, instance, mode, settings, now } = setting;
  const { checks, used, expired } = applyWaivers(judgement.checks, setting.waivers, now);
  const all = [
    ...(checks.length > 0 ? checks : [nothingJudged(gate)]),
    ...(expired.length > 0 ? [expiredWaivers(gate, expired)] : []),
  ].sort(byCheck);
  return {
    schemaVersion,
    gate,
    pipeline,
    instance,
    verdict: worstOf(all.map(verdictOf)),
    mode,
    checks: all.map(abridge),
    subjects: [...judgement.subjects].sort(bySubject),
    materials: [...judgement.materials].sort(by((m) => m.name)),
    metrics: judgement.metrics,
    waivers: used,
    settings,
    judgedAt: now.toISOString(),
  };
}

function nothingJudged(gate: string): Check {
  return check({
    id: `${gate}/nothing-judged`,
    title: 'There is something to judge',
    outcome: { status: 'error', reason: 'no check was configured or came out, so nothing is known' },
  });
}

function expiredWaivers(gate: string, expired: readonly Waiver[]): Check {
  const id = `${gate}/waiver-expired`;
  return check({
    id,
    title: 'Waivers in use have not expired',
    findings: expired.map((w) =>
      finding(id, {
        severity: 'error',
        message: `waiver ${w.id} for ${w.scope} expired on ${w.expires}`,
        fix: `mend the finding, or have ${w.approver} renew the waiver`,
        item: w.scope,
        distinct: w.id,
      }),
    ),
  });
}

/** Joins judgements of one gate over several subjects; the order does not matter. */
export function mergeJudgements(all: readonly Judgement[]): Judgement {
  return {
    checks: all.flatMap((j) => j.checks).sort(byCheck),
    subjects: all.flatMap((j) => j.subjects).sort(bySubject),
    materials: all
      .flatMap((j) => j.materials)
      .sort(
        by(
          (m) => m.name,
          (m) => JSON.stringify(m.digest),
        ),
      ),
    metrics: Object.fromEntries(
      all
        .flatMap((j) => Object.entries(j.metrics))
        .sort(
          by(
            ([key]) => key,
            ([, value]) => JSON.stringify(value),
          ),
        ),
    ),
  };
}

/** Whether a result that was read says what its own checks and findings come to. */
export function followsFromChecks({ verdict, checks }: Pick<GateResult, 'verdict' | 'checks'>): boolean {
  return worstOf(checks.map(verdictOf)) === verdict && checks.every(agreesWithFindings);
}

/** Exit codes of the command line (DESIGN §5). */
export const exitCodes = {
  accepted: 0,
  failed: 1,
  config: 2,
  outside: 3,
  couldNotJudge: 4,
  internal: 70,
  interrupted: 130,
  terminated: 143,
} as const;

/** @param optional whether a skipped gate is acceptable. */
export function exitCodeOf({ verdict, mode }: Pick<GateResult, 'verdict' | 'mode'>, optional = true): number {
  switch (verdict) {
    case 'pass':
    case 'warn':
      return exitCodes.accepted;
    case 'fail':
      return mode === 'report' ? exitCodes.accepted : exitCodes.failed;
    case 'skip':
      return optional ? exitCodes.accepted : exitCodes.couldNotJudge;
    case 'error':
      return exitCodes.couldNotJudge;
  }
}

export function exitCodeOfFailure(kind: FailureKind): number {
  return { config: exitCodes.config, outside: exitCodes.outside, input: exitCodes.couldNotJudge }[kind];
}
