import type { Cell, Counts } from './counts.js';
import { sumOf } from './counts.js';
import type { Rate } from './statistics/interval.js';

/** A rate of the joint counts: how many of the rows in `among` are also in `part`. */
export interface Metric {
  readonly name: string;
  /** Other names of the literature and of Aequitas, Fairlearn, AIF360 that mean the same. */
  readonly aliases: readonly string[];
  /** Which value people would choose for their group; decides which group is `best`. */
  readonly better: 'higher' | 'lower';
  /** For sentences: `116 fewer WHAT per 1 000 WHOM`. */
  readonly what: string;
  readonly whom: string;
  readonly among: (cell: Cell) => boolean;
  readonly part: (cell: Cell) => boolean;
}

const correct = ({ label, predicted }: Cell) => label === predicted;
const everyone = () => true;

const all = [
  {
    name: 'selection_rate',
    aliases: ['pprev', 'demographic_parity', 'statistical_parity', 'disparate_impact'],
    better: 'higher',
    what: 'with the favourable outcome',
    whom: 'people',
    among: everyone,
    part: ({ favourable }) => favourable,
  },
  {
    name: 'predicted_positive_rate',
    aliases: [],
    better: 'higher',
    what: 'predicted positive',
    whom: 'people',
    among: everyone,
    part: ({ predicted }) => predicted,
  },
  {
    name: 'true_positive_rate',
    aliases: ['tpr', 'recall', 'sensitivity', 'equal_opportunity'],
    better: 'higher',
    what: 'predicted positive',
    whom: 'people who are positive',
    among: ({ label }) => label,
    part: ({ predicted }) => predicted,
  },
  {
    name: 'false_negative_rate',
    aliases: ['fnr', 'miss_rate'],
    better: 'lower',
    what: 'predicted negative',
    whom: 'people who are positive',
    among: ({ label }) => label,
    part: ({ predicted }) => !predicted,
  },
  {
    name: 'false_positive_rate',
    aliases: ['fpr', 'fall_out'],
    better: 'lower',
    what: 'predicted positive',
    whom: 'people who are negative',
    among: ({ label }) => !label,
    part: ({ predicted }) => predicted,
  },
  {
    name: 'true_negative_rate',
    aliases: ['tnr', 'specificity'],
    better: 'higher',
    what: 'predicted negative',
    whom: 'people who are negative',
    among: ({ label }) => !label,
    part: ({ predicted }) => !predicted,
  },
  {
    name: 'precision',
    aliases: ['ppv', 'positive_predictive_value', 'predictive_parity'],
    better: 'higher',
    what: 'truly positive',
    whom: 'people predicted positive',
    among: ({ predicted }) => predicted,
    part: ({ label }) => label,
  },
  {
    name: 'false_discovery_rate',
    aliases: ['fdr'],
    better: 'lower',
    what: 'truly negative',
    whom: 'people predicted positive',
    among: ({ predicted }) => predicted,
    part: ({ label }) => !label,
  },
  {
    name: 'negative_predictive_value',
    aliases: ['npv'],
    better: 'higher',
    what: 'truly negative',
    whom: 'people predicted negative',
    among: ({ predicted }) => !predicted,
    part: ({ label }) => !label,
  },
  {
    name: 'false_omission_rate',
    aliases: ['for'],
    better: 'lower',
    what: 'truly positive',
    whom: 'people predicted negative',
    among: ({ predicted }) => !predicted,
    part: ({ label }) => label,
  },
  {
    name: 'accuracy',
    aliases: [],
    better: 'higher',
    what: 'predicted rightly',
    whom: 'people',
    among: everyone,
    part: correct,
  },
  {
    name: 'base_rate',
    aliases: ['prevalence', 'prev'],
    better: 'higher',
    what: 'truly positive',
    whom: 'people',
    among: everyone,
    part: ({ label }) => label,
  },
] as const satisfies readonly Metric[];

export const metrics: readonly Metric[] = all;

const byName = new Map<string, Metric>(all.flatMap((m) => [m.name, ...m.aliases].map((name) => [name, m])));

/**
 * Every name that a rule may use. `ppr` is left out on purpose: in Aequitas it is a group's share of all predicted
 * positives, which follows the group's size, while elsewhere it means the selection rate.
 */
export const metricNames: readonly string[] = [...byName.keys()];

/** @throws RangeError on an unknown name, which the schema refuses. */
export function metricNamed(name: string): Metric {
  const metric = byName.get(name);
  if (!metric) throw new RangeError(`unknown metric ${name}`);
  return metric;
}

/**
 * The metric's rate; null where nobody is in its denominator. Under weights its counts are effective ones: trials
 * (Σw)²/Σw² (Kish, Survey Sampling, 1965), so that heavy rows do not feign certainty.
 */
export function rateOf(metric: Metric, counts: Counts): Rate | null {
  const among = sumOf(counts, metric.among);
  if (among.weight === 0) return null;
  const part = sumOf(counts, (cell) => metric.among(cell) && metric.part(cell));
  const effective = among.weight / among.squares;
  return {
    value: part.weight / among.weight,
    events: part.weight * effective,
    trials: among.weight * effective,
  };
}
