import { type Comparison, compareGroups, type Design, designOf, type NoDesign } from './comparison.js';
import { decideByInterval, decideByPoint, type Status, timesToSettle } from './estimate.js';
import type { Group, Partition } from './groups.js';
import { type Band, bandAgainst, type Rule } from './rule.js';
import { criticalValue } from './statistics/normal.js';
import { rowsThatSettle, undefinedRate } from './wording.js';

export interface Judged extends Comparison {
  readonly status: Status;
  /** Why the data cannot tell; absent otherwise. */
  readonly reason?: string;
}

/** What a rule says of one attribute. */
export interface Ruling {
  readonly rule: Rule;
  /** The rule's place in the config, from 0. */
  readonly index: number;
  readonly attribute: string;
  readonly band: Band;
  /** How many intervals hold at once, over all attributes of the rule. */
  readonly family: number;
  readonly design: Design | NoDesign;
  readonly judged: readonly Judged[];
}

/** Judges every attribute under one rule: all its comparisons share the rule's alpha. */
export function applyRule(rule: Rule, index: number, partitions: readonly Partition[]): readonly Ruling[] {
  const designs = partitions.map((partition) => {
    const reference = rule.references.get(partition.attribute) ?? ({ kind: 'best' } as const);
    const design = designOf(rule.metric, partition, reference, rule.minGroupSize);
    return { attribute: partition.attribute, band: bandAgainst(rule, reference), design };
  });
  const family = designs.reduce((sum, { design }) => sum + ('problem' in design ? 0 : design.family), 0);
  const z = criticalValue(rule.alpha, family);
  return designs.map(({ attribute, band, design }) => ({
    rule,
    index,
    attribute,
    band,
    family,
    design,
    judged:
      'problem' in design
        ? []
        : compareGroups(design, rule.scale, z).map((comparison) => judge(comparison, rule, band, design)),
  }));
}

function judge(comparison: Comparison, rule: Rule, band: Band, design: Design): Judged {
  const { estimate } = comparison;
  if (estimate === null)
    return { ...comparison, status: 'inconclusive', reason: undefinedRate(comparison, rule.metric) };
  const small = tooSmall([comparison.group, ...(design.against ? [design.against] : [])], rule.minGroupSize);
  if (small) return { ...comparison, status: 'inconclusive', reason: small };
  const status =
    rule.decide === 'point' ? decideByPoint(estimate.point, band) : decideByInterval(estimate, band);
  if (status !== 'inconclusive') return { ...comparison, status };
  const rows = comparison.group.rows + (design.against?.rows ?? 0);
  return {
    ...comparison,
    status,
    reason: rowsThatSettle(rows * timesToSettle(rule.scale, estimate, band), rows),
  };
}

function tooSmall(groups: readonly Group[], least: number): string | undefined {
  const small = groups.find(({ rows }) => rows < least);
  return small && `${small.name} has ${small.rows} rows, and fewer than ${least} are not judged`;
}
