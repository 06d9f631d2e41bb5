import type { Check } from '../gate/check.js';
import { describePlace } from '../gate/failure.js';
import type { Finding } from '../gate/finding.js';
import type { IgnoredSetting, SettingsRecord } from '../gate/result.js';
import type { CheckStatus, Verdict } from '../gate/verdict.js';
import type { UsedWaiver } from '../gate/waiver.js';
import { countOf, type Report, statusOrder } from './report.js';
import { showJson, showThreshold } from './values.js';

/** The words of all surfaces, as plain text: each surface makes them inert in its own way. */

export const verdictWords = {
  pass: 'Passed',
  warn: 'Passed with warnings',
  fail: 'Failed',
  skip: 'Skipped',
  error: 'Could not be judged',
} as const satisfies Record<Verdict, string>;

export const statusWords = {
  pass: 'passed',
  warn: 'warned',
  fail: 'failed',
  error: 'could not be judged',
  skip: 'skipped',
  inconclusive: 'inconclusive',
} as const satisfies Record<CheckStatus, string>;

export function plural(count: number, singular: string): string {
  return `${count} ${singular}${count === 1 ? '' : 's'}`;
}

/** `2 of 9 checks failed, 1 warned`: one clause per status, worst first. */
export function tally(checks: readonly Check[]): string {
  const total = plural(checks.length, 'check');
  const counts = statusOrder.map((status) => ({ status, count: countOf(checks, status) }));
  const present = counts.filter(({ count }) => count > 0);
  const [first, ...others] = present;
  if (!first) return 'no checks';
  if (others.length === 0)
    return `${checks.length === 1 ? 'the only check' : `all ${total}`} ${statusWords[first.status]}`;
  return [
    `${first.count} of ${total} ${statusWords[first.status]}`,
    ...others.map(({ status, count }) => `${count} ${statusWords[status]}`),
  ].join(', ');
}

/** What the verdict means for the job, where that is not plain from the word. */
export function consequence({ result: { verdict, mode, settings } }: Report): string | undefined {
  if (verdict === 'fail' && mode === 'report') return 'Mode is report: the job is not failed.';
  if (settings.source === 'bootstrap')
    return 'The base branch has no settings for this gate yet, so this branch’s own were used: the result cannot be signed.';
  return undefined;
}

export function placeOf({ file, ...place }: Finding): string | undefined {
  if (file !== undefined) return describePlace({ file, ...place });
  return place.row === undefined ? undefined : `row ${place.row}`;
}

/** Observed value against threshold, as far as there are any. */
export function comparison({ observed, threshold }: Check): string | undefined {
  const parts = [
    ...(observed === undefined ? [] : [`observed ${showJson(observed)}`]),
    ...(threshold === undefined ? [] : [`asked for ${showThreshold(threshold)}`]),
  ];
  return parts.length > 0 ? parts.join(', ') : undefined;
}

export function describeIgnored({ key, used, ignored, ...at }: IgnoredSetting): string {
  const show = (value: string | null) => value ?? 'nothing';
  const place = at.file === undefined ? '' : ` (${describePlace({ ...at, file: at.file })})`;
  return `${key}: ${show(used)} → ${show(ignored)} takes effect after merge${place}`;
}

export function describeSource({ source, commit, file }: SettingsRecord): string {
  const at = commit === undefined ? '' : ` at ${commit.slice(0, 12)}`;
  switch (source) {
    case 'base':
      return `${file} of the base branch${at}`;
    case 'bootstrap':
      return `${file} of this branch${at}; the base branch has none yet`;
    case 'commit':
      return `${file}${at}`;
    case 'local':
      return `${file} of this working copy`;
  }
}

export function describeWaiver({
  id,
  scope,
  reason,
  owner,
  approver,
  approval,
  expires,
  findings,
}: UsedWaiver): string {
  return `${id} for ${scope}: ${reason}; ${plural(findings.length, 'finding')}; owner ${owner}, approved by ${approver} (${approval}), until ${expires}`;
}
