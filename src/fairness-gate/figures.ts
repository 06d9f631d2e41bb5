import { type JsonObject, round9 } from '../gate/json.js';
import { finiteOrNull } from './checks.js';
import { type Comparison, compareGroups, designOf, takeAsGiven } from './comparison.js';
import { type Counts, mergeCounts, noCounts, sumOf, totalOf } from './counts.js';
import type { Group, Partition } from './groups.js';
import type { JointCell } from './joint.js';
import type { Ruling } from './judging.js';
import { type Metric, metrics, rateOf } from './metrics.js';
import { describeFavourable, describeTest, type Plan } from './plan.js';
import { defaultAlpha, defaultMinGroupSize, type Scale } from './rule.js';
import { criticalValue } from './statistics/normal.js';

interface CountFigures extends JsonObject {
  /** Rows. */
  readonly n: number;
  readonly tp: number;
  readonly fp: number;
  readonly tn: number;
  readonly fn: number;
  readonly metrics: { readonly [name: string]: number | null };
}

export interface GroupFigures extends CountFigures {
  readonly attributes: { readonly [name: string]: string };
}

export interface Disparity extends JsonObject {
  readonly metric: string;
  readonly group: string;
  readonly reference: string;
  readonly ratio: number | null;
  readonly difference: number | null;
  /** Of the ratio, or of the difference where the rule is about it. An end is null where there is no bound. */
  readonly interval: readonly [number | null, number | null] | null;
  /** Null where no rule judges it; then the interval is a plain one of 95 %. */
  readonly status: 'pass' | 'fail' | 'inconclusive' | null;
}

/** Where machines look (DESIGN §10). */
export interface Figures extends JsonObject {
  readonly rows: number;
  readonly weighted: boolean;
  readonly definitions: { readonly label: string; readonly prediction: string; readonly favourable: string };
  readonly missing: { readonly [attribute: string]: number };
  readonly overall: CountFigures;
  readonly groups: readonly GroupFigures[];
  readonly disparities: readonly Disparity[];
  /** The judged ratio that is furthest from 1. */
  readonly worstRatio: number | null;
  /** Judged comparisons that the data could not settle. */
  readonly inconclusive: number;
}

export function figuresOf(
  plan: Plan,
  cells: readonly JointCell[],
  partitions: readonly Partition[],
  rulings: readonly Ruling[],
): Figures {
  const all = cells.reduce<Counts>((sum, { counts }) => mergeCounts(sum, counts), noCounts);
  const weighted = plan.weight !== undefined;
  const disparities = [
    ...judgedDisparities(rulings, weighted),
    ...shownDisparities(plan, partitions, rulings, weighted),
  ];
  return {
    rows: totalOf(all).rows,
    weighted,
    definitions: {
      label: describeTest(plan.label),
      prediction: describeTest(plan.prediction),
      favourable: describeFavourable(plan),
    },
    missing: Object.fromEntries(partitions.map(({ attribute, missing }) => [attribute, missing])),
    overall: countFigures(all, weighted),
    groups: partitions.flatMap(({ groups }) => groups.map((group) => groupFigures(group, weighted))),
    disparities,
    worstRatio: worstRatioOf(disparities),
    inconclusive: disparities.filter(({ status }) => status === 'inconclusive').length,
  };
}

function groupFigures({ attribute, value, counts }: Group, weighted: boolean): GroupFigures {
  return { attributes: { [attribute]: value }, ...countFigures(counts, weighted) };
}

function worstRatioOf(disparities: readonly Disparity[]): number | null {
  const judged = disparities.flatMap(({ status, ratio }) =>
    status === null || ratio === null ? [] : [ratio],
  );
  return judged.sort((a, b) => Math.abs(Math.log(b)) - Math.abs(Math.log(a)))[0] ?? null;
}

/** Quotients of whole counts are the same everywhere and stay exact; sums of weights are rounded (DESIGN §5). */
function settle(value: number, weighted: boolean): number | null {
  if (!Number.isFinite(value)) return null;
  return weighted ? round9(value) : value;
}

function countFigures(counts: Counts, weighted: boolean): CountFigures {
  const weightOf = (label: boolean, predicted: boolean) =>
    settle(sumOf(counts, (cell) => cell.label === label && cell.predicted === predicted).weight, weighted) ??
    0;
  const rates = metrics.map((metric) => [metric, rateOf(metric, counts)] as const);
  const undefinedOnes = rates.filter(([, rate]) => rate === null);
  return {
    n: totalOf(counts).rows,
    tp: weightOf(true, true),
    fp: weightOf(false, true),
    tn: weightOf(false, false),
    fn: weightOf(true, false),
    metrics: Object.fromEntries(
      rates.map(([{ name }, rate]) => [name, rate && settle(rate.value, weighted)]),
    ),
    ...(undefinedOnes.length > 0 && {
      undefined: Object.fromEntries(undefinedOnes.map(([{ name, whom }]) => [name, `there are no ${whom}`])),
    }),
    ...(weighted && { weight: round9(totalOf(counts).weight) }),
  };
}

function judgedDisparities(rulings: readonly Ruling[], weighted: boolean): readonly Disparity[] {
  return rulings.flatMap(({ rule, judged }) =>
    judged.map((j) => disparityOf(rule.metric, j, j.status, weighted)),
  );
}

/** Every other metric of every group, so that a report shows more than what a rule happens to ask. */
function shownDisparities(
  plan: Plan,
  partitions: readonly Partition[],
  rulings: readonly Ruling[],
  weighted: boolean,
): readonly Disparity[] {
  const z = criticalValue(defaultAlpha);
  const scale: Scale = 'ratio';
  const isJudged = (metric: Metric, attribute: string) =>
    rulings.some((ruling) => ruling.rule.metric === metric && ruling.attribute === attribute);
  return partitions.flatMap((partition) =>
    metrics
      .filter((metric) => !isJudged(metric, partition.attribute))
      .flatMap((metric) => {
        const reference = plan.references.get(partition.attribute) ?? ({ kind: 'best' } as const);
        const design = designOf(metric, partition, reference, defaultMinGroupSize);
        if ('problem' in design) return [];
        return compareGroups(takeAsGiven(design), scale, z).map((c) =>
          disparityOf(metric, c, null, weighted),
        );
      }),
  );
}

function disparityOf(
  metric: Metric,
  { group, reference, rate, referenceRate, estimate }: Comparison,
  status: Disparity['status'],
  weighted: boolean,
): Disparity {
  const known = rate && referenceRate;
  return {
    metric: metric.name,
    group: group.name,
    reference,
    ratio: known && settle(rate.value / referenceRate.value, weighted),
    difference: known && settle(rate.value - referenceRate.value, weighted),
    interval: estimate && [finiteOrNull(estimate.low), finiteOrNull(estimate.high)],
    status,
  };
}
