import { type Check, check } from '../gate/check.js';
import { type Finding, finding } from '../gate/finding.js';
import { type JsonObject, round9 } from '../gate/json.js';
import type { Partition } from './groups.js';
import type { Judged, Ruling } from './judging.js';
import type { Plan } from './plan.js';
import { describeEstimate, perThousand, ruleTitle, showBand } from './wording.js';

const gate = 'fairness-gate';

/** @param file the predictions as people know them. */
export function ruleCheck(ruling: Ruling, plan: Plan, file: string): Check {
  const { rule, attribute, band, judged } = ruling;
  const id = `${gate}/${rule.metric.name}`;
  const worst = worstOf(ruling);
  return check({
    id,
    title: ruleTitle(rule, attribute, band),
    observed: worst === undefined ? null : finiteOrNull(worst.estimate?.point),
    threshold: { [rule.scale]: { ...band } },
    findings: judged
      .filter(({ status }) => status !== 'pass')
      .map((j) => findingOf(id, j, ruling, plan, file)),
    facts: factsOf(ruling, plan),
    ...outcomeOf(ruling),
  });
}

function outcomeOf({
  design,
  judged,
  rule,
  attribute,
}: Ruling): Pick<Parameters<typeof check>[0], 'outcome'> {
  if ('problem' in design) return { outcome: { status: 'error', reason: design.problem } };
  const as = rule.onInconclusive;
  if (judged.length === 0)
    return {
      outcome: {
        status: 'inconclusive',
        as,
        reason: `${attribute} has only one group, so there is nothing to compare`,
      },
    };
  const open = judged.filter(({ status }) => status === 'inconclusive');
  const [first] = open;
  if (!first) return {};
  const more = open.length > 1 ? ` (and ${open.length - 1} more groups)` : '';
  return {
    outcome: {
      status: 'inconclusive',
      as,
      reason: `the data cannot tell for ${first.group.name}${more}: ${first.reason ?? ''}`,
    },
  };
}

function findingOf(
  id: string,
  judged: Judged,
  { rule, attribute, band }: Ruling,
  { means }: Plan,
  file: string,
): Finding {
  const { group, estimate, status, reason } = judged;
  const harm = perThousand(judged, rule.metric, means) ?? `${rule.metric.name} is undefined`;
  const figures = estimate
    ? ` (${describeEstimate(rule.scale, estimate.point, estimate)}; accepted ${showBand(band)})`
    : '';
  const reference = rule.references.get(attribute);
  return finding(id, {
    severity: status === 'fail' ? 'error' : 'warning',
    message: `${group.name}: ${harm}${figures}${reason === undefined ? '' : `; ${reason}`}`,
    file,
    fix:
      status === 'fail'
        ? `find out why ${group.name} is treated differently, and mend the data or the model`
        : 'judge more people of these groups, or say in on-inconclusive what an open question means',
    item: group.name,
    distinct: `${rule.scale} ${reference?.kind ?? ''} ${reference?.kind === 'group' ? reference.value : ''}`,
  });
}

/** The one furthest from equality. */
function worstOf({ rule, judged }: Pick<Ruling, 'rule' | 'judged'>): Judged | undefined {
  const distance = ({ estimate }: Judged) => {
    const point = estimate?.point ?? Number.NaN;
    const far = Math.abs(rule.scale === 'ratio' ? Math.log(point) : point);
    return Number.isNaN(far) ? -1 : far;
  };
  return judged.reduce<Judged | undefined>(
    (worst, next) => (worst === undefined || distance(next) > distance(worst) ? next : worst),
    undefined,
  );
}

function factsOf({ rule, attribute, family, design, judged }: Ruling, { means }: Plan): JsonObject {
  return {
    metric: rule.metric.name,
    attribute,
    scale: rule.scale,
    decide: rule.decide,
    alpha: rule.alpha,
    comparisons: family,
    minGroupSize: rule.minGroupSize,
    ...(rule.byDefault && { byDefault: true }),
    reference: 'problem' in design ? null : (design.against?.name ?? 'overall'),
    groups: judged.map((j) => ({
      group: j.group.name,
      rows: j.group.rows,
      value: finiteOrNull(j.estimate?.point),
      low: finiteOrNull(j.estimate?.low),
      high: finiteOrNull(j.estimate?.high),
      status: j.status,
      people: perThousand(j, rule.metric, means),
    })),
  };
}

export function finiteOrNull(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? round9(value) : null;
}

/** Says that a choice was made for the user, which only they can confirm. */
export function favourableCheck(plan: Plan): readonly Check[] {
  if (plan.favourableNamed || !plan.rules.some(({ byDefault }) => byDefault)) return [];
  const id = `${gate}/favourable`;
  const message = 'nobody said which outcome is favourable; the positive prediction was taken to be';
  return [
    check({
      id,
      title: 'The favourable outcome is named',
      findings: [
        finding(id, {
          severity: 'warning',
          message,
          fix: 'give --favourable (1, 0 or a comparison) or write `favourable:`, then the verdict is about what people want',
        }),
      ],
    }),
  ];
}

const policies = {
  error: 'refused',
  'own-group': 'judged as a group of their own',
  drop: 'left out of the groups of this attribute',
} as const;

/** Rows without a value are never silently gone. */
export function missingCheck(partitions: readonly Partition[], plan: Plan, file: string): readonly Check[] {
  const some = partitions.filter(({ missing }) => missing > 0);
  if (some.length === 0) return [];
  const id = `${gate}/missing-attributes`;
  return [
    check({
      id,
      title: 'Rows without a value of an attribute are accounted for',
      observed: Object.fromEntries(some.map(({ attribute, missing }) => [attribute, missing])),
      findings: some.map(({ attribute, missing }) =>
        finding(id, {
          severity: 'note',
          message: `${attribute} is missing in ${missing} rows, which were ${policies[plan.missing]}`,
          file,
          item: attribute,
        }),
      ),
    }),
  ];
}
