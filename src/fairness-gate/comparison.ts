import { by } from '../gate/order.js';
import { type Counts, mergeCounts, noCounts, sumOf } from './counts.js';
import { type Estimate, estimateAgainst, estimateAgainstOverall, intervalAgainstBest } from './estimate.js';
import type { Group, Partition } from './groups.js';
import { type Metric, rateOf } from './metrics.js';
import type { Reference } from './reference.js';
import type { Scale } from './rule.js';
import type { Rate } from './statistics/interval.js';

/** Whom one attribute's groups are compared with under one metric. */
export interface Design {
  readonly metric: Metric;
  readonly partition: Partition;
  readonly reference: Reference;
  /** The group of the reference; absent where it is `overall`. */
  readonly against?: Group;
  /** The groups that are compared. */
  readonly compared: readonly Group[];
  /** The groups that `best` was chosen from. */
  readonly candidates: readonly Group[];
  /** How many intervals must hold at once. */
  readonly family: number;
}

/** What no design can be made of: the group named is not there, or nobody can be the best. */
export interface NoDesign {
  readonly problem: string;
}

export interface Comparison {
  readonly group: Group;
  /** The reference's name, `race=Caucasian` or `overall`. */
  readonly reference: string;
  readonly rate: Rate | null;
  readonly referenceRate: Rate | null;
  /** Null where one of the rates is undefined. */
  readonly estimate: Estimate | null;
}

/** @param minGroupSize groups of fewer rows are not taken for the best while there are others. */
export function designOf(
  metric: Metric,
  partition: Partition,
  reference: Reference,
  minGroupSize: number,
): Design | NoDesign {
  const { groups } = partition;
  switch (reference.kind) {
    case 'overall':
      return overallDesign(metric, partition, reference, minGroupSize);
    case 'best':
      return bestDesign(metric, partition, reference, minGroupSize);
    case 'majority':
      return fixedDesign(metric, partition, reference, largestOf(groups), minGroupSize);
    case 'group': {
      const against = groups.find(({ value }) => value === reference.value);
      return against
        ? fixedDesign(metric, partition, reference, against, minGroupSize)
        : { problem: `the reference group ${partition.attribute}=${reference.value} has no row` };
    }
  }
}

function overallDesign(
  metric: Metric,
  partition: Partition,
  reference: Reference,
  minGroupSize: number,
): Design {
  const { groups } = partition;
  const family = groups.filter(({ rows }) => rows >= minGroupSize).length;
  return { metric, partition, reference, compared: groups.length > 1 ? groups : [], candidates: [], family };
}

function bestDesign(
  metric: Metric,
  partition: Partition,
  reference: Reference,
  minGroupSize: number,
): Design | NoDesign {
  const known = partition.groups.filter((group) => rateOf(metric, group.counts) !== null);
  const big = known.filter(({ rows }) => rows >= minGroupSize);
  const candidates = big.length > 0 ? big : known;
  const against = bestOf(metric, candidates);
  if (!against) return { problem: `${metric.name} is undefined in every group of ${partition.attribute}` };
  const compared = without(partition.groups, against);
  const family = (candidates.length * (candidates.length - 1)) / 2;
  return { metric, partition, reference, against, compared, candidates, family };
}

/** A reference that the outcome had no part in choosing: one interval per group. */
function fixedDesign(
  metric: Metric,
  partition: Partition,
  reference: Reference,
  against: Group,
  minGroupSize: number,
): Design {
  const compared = without(partition.groups, against);
  const family = compared.filter(({ rows }) => rows >= minGroupSize).length;
  return { metric, partition, reference, against, compared, candidates: [], family };
}

/**
 * The same groups against the group that looks best, taken as given: for figures that are shown and not judged, where no
 * interval need make up for the choice.
 */
export function takeAsGiven(design: Design): Design {
  return design.against ? { ...design, candidates: [design.against] } : design;
}

export function compareGroups(design: Design, scale: Scale, z: number): readonly Comparison[] {
  const { metric, partition, against } = design;
  const referenceRate = rateOf(metric, against?.counts ?? partition.everyone);
  return design.compared.map((group) => {
    const rate = rateOf(metric, group.counts);
    return {
      group,
      reference: against?.name ?? 'overall',
      rate,
      referenceRate,
      estimate: rate && referenceRate && estimate(design, group, rate, referenceRate, scale, z),
    };
  });
}

function estimate(
  design: Design,
  group: Group,
  rate: Rate,
  referenceRate: Rate,
  scale: Scale,
  z: number,
): Estimate | null {
  const { metric, reference, candidates, partition } = design;
  if (reference.kind === 'overall') return estimateOverall(metric, partition, group, rate, scale, z);
  if (reference.kind !== 'best') return estimateAgainst(scale, rate, referenceRate, z);
  const others = without(candidates, group).flatMap((other) => rateOf(metric, other.counts) ?? []);
  const { point } = estimateAgainst(scale, rate, referenceRate, z);
  return { point, ...intervalAgainstBest(scale, metric.better, rate, others, z) };
}

function estimateOverall(
  metric: Metric,
  partition: Partition,
  group: Group,
  rate: Rate,
  scale: Scale,
  z: number,
): Estimate | null {
  const rest = without(partition.groups, group).reduce<Counts>(
    (sum, { counts }) => mergeCounts(sum, counts),
    noCounts,
  );
  const restRate = rateOf(metric, rest);
  const share = sumOf(group.counts, metric.among).weight / sumOf(partition.everyone, metric.among).weight;
  return restRate && estimateAgainstOverall(scale, rate, restRate, share, z);
}

function bestOf(metric: Metric, groups: readonly Group[]): Group | undefined {
  const sign = metric.better === 'higher' ? -1 : 1;
  return [...groups].sort(
    by(
      (g) => sign * (rateOf(metric, g.counts)?.value ?? 0),
      (g) => -g.rows,
      (g) => g.value,
    ),
  )[0];
}

function largestOf(groups: readonly [Group, ...Group[]]): Group {
  return groups.reduce((largest, group) => (group.rows > largest.rows ? group : largest));
}

function without(groups: readonly Group[], group: Group): readonly Group[] {
  return groups.filter((g) => g !== group);
}
