import { configError } from '../gate/failure.js';
import type { RunContext } from '../gate/run-context.js';
import type { Inconclusive } from '../gate/verdict.js';
import { type Metric, metricNamed } from './metrics.js';
import { type Reference, type References, readReferences } from './reference.js';
import type { RuleSettings } from './settings.js';

export type Scale = 'ratio' | 'difference';

/** Accepted values, ends included; an end left out is open. */
export interface Band {
  readonly min?: number;
  readonly max?: number;
}

export interface Rule {
  readonly metric: Metric;
  readonly scale: Scale;
  readonly accepted: Band;
  readonly references: References;
  readonly decide: 'interval' | 'point';
  readonly onInconclusive: Inconclusive;
  readonly minGroupSize: number;
  readonly alpha: number;
  /** Nobody wrote it. */
  readonly byDefault: boolean;
}

export const defaultMinGroupSize = 30;
export const defaultAlpha = 0.05;

/** What a rule takes over where it does not say. */
export interface RuleContext {
  readonly attributes: readonly string[];
  /** The section's `reference-group`. */
  readonly references: References;
  readonly run: RunContext;
}

/** Judged where no rule is written: the four-fifths ratio of 29 CFR 1607.4(D), either way where the reference is not the best group. */
export function defaultRule({ references, run }: RuleContext): Rule {
  return {
    metric: metricNamed('selection_rate'),
    scale: 'ratio',
    accepted: { min: 0.8, max: 1.25 },
    references,
    decide: 'interval',
    onInconclusive: inconclusiveIn(run, undefined),
    minGroupSize: defaultMinGroupSize,
    alpha: defaultAlpha,
    byDefault: true,
  };
}

/** @throws Failure('config') on a rule that says too much, too little, or that nothing could break. */
export function readRule(settings: RuleSettings, key: string, context: RuleContext): Rule {
  const written = settings['reference-group'];
  const rule: Rule = {
    metric: metricNamed(settings.metric),
    ...readBand(settings, key),
    references:
      written === undefined
        ? context.references
        : readReferences(written, context.attributes, `${key}/reference-group`),
    decide: settings.decide ?? 'interval',
    onInconclusive: inconclusiveIn(context.run, settings['on-inconclusive']),
    minGroupSize: settings['min-group-size'] ?? defaultMinGroupSize,
    alpha: settings.alpha ?? defaultAlpha,
    byDefault: false,
  };
  for (const reference of rule.references.values()) assertBreakable(rule, reference, key);
  return rule;
}

function readBand({ ratio, difference }: RuleSettings, key: string): Pick<Rule, 'scale' | 'accepted'> {
  if (ratio && difference)
    throw configError(`${key}: says both ratio and difference`, { fix: 'make two rules of it' });
  if (ratio) return { scale: 'ratio', accepted: ratio };
  if (difference) return { scale: 'difference', accepted: { min: -difference.max, max: difference.max } };
  throw configError(`${key}: says neither ratio nor difference`, {
    fix: 'add for instance `ratio: {min: 0.8}`',
  });
}

/**
 * The side of the band that a group can leave: against the best group only worse is possible, so the other side says
 * nothing and must not make an interval look undecided.
 */
export function bandAgainst(
  { metric, accepted }: Pick<Rule, 'metric' | 'accepted'>,
  reference: Reference,
): Band {
  if (reference.kind !== 'best') return accepted;
  const side = metric.better === 'higher' ? 'min' : 'max';
  const bound = accepted[side];
  return bound === undefined ? {} : { [side]: bound };
}

function assertBreakable(rule: Rule, reference: Reference, key: string): void {
  const band = bandAgainst(rule, reference);
  if (band.min !== undefined || band.max !== undefined) return;
  const [best, side] = rule.metric.better === 'higher' ? ['highest', 'min'] : ['lowest', 'max'];
  throw configError(`${key}: no group can break it: the best ${rule.metric.name} is the ${best}`, {
    fix: `add ${side} to the ratio, or name another reference-group`,
  });
}

const beforeMerge = ['pull_request', 'pull_request_target', 'merge_group'];

/** A laptop counts as before merge: nothing is released from there without a run of its own. */
function inconclusiveIn(run: RunContext, written: RuleSettings['on-inconclusive']): Inconclusive {
  if (typeof written === 'string') return written;
  return run.kind === 'local' || beforeMerge.includes(run.event)
    ? (written?.['pull-request'] ?? 'warn')
    : (written?.release ?? 'fail');
}
