import { configError } from '../../gate/failure.js';
import { round9 } from '../../gate/json.js';
import type { ValueAsk, ValueOutcome } from '../ask.js';
import { quoteName } from '../names.js';
import {
  allOf,
  countIn,
  countsIn,
  countWhere,
  type Figures,
  type Metric,
  missing,
  not,
  type TallyEntry,
  tallyIn,
} from '../plan.js';
import { cramersPhi } from '../statistics/cramers-phi.js';
import { type Divergence, relativeEntropy } from '../statistics/relative-entropy.js';
import type { ExpectationArgs } from './args.js';
import type { Entries } from './entry.js';
import { words } from './phrases.js';
import { at } from './rows.js';

type Names =
  | 'expect_column_kl_divergence_to_be_less_than'
  | 'expect_column_pair_cramers_phi_value_to_be_less_than';
type KlArgs = ExpectationArgs<'expect_column_kl_divergence_to_be_less_than'>;

/** More distinct values than this are no categories. */
const mostCategories = 10_000;

/** Distributions as against one another. */
export const distributions: Entries<Names> = {
  expect_column_kl_divergence_to_be_less_than: {
    ask(args, { table }) {
      const column = at(table, args.column);
      assertHoldouts(args);
      return 'bins' in args.partition_object
        ? continuous(column, args, args.partition_object)
        : categorical(column, args, args.partition_object);
    },
    words: ({ column, threshold }) =>
      words('kl-divergence', column, `diverges from its distribution by at most ${threshold}`),
  },
  expect_column_pair_cramers_phi_value_to_be_less_than: {
    ask: ({ column_A, column_B, threshold }, { table }) =>
      association(at(table, column_A), at(table, column_B), threshold),
    words: ({ column_A, column_B, threshold }) => ({
      id: 'cramers-phi',
      subject: `${quoteName(column_A)}, ${quoteName(column_B)}`,
      asks: `have a Cramér’s φ of at most ${threshold}`,
      fallsShort: '',
    }),
  },
};

function assertHoldouts({ column, partition_object, ...args }: KlArgs): void {
  const [tail, internal] = [args.tail_weight_holdout ?? 0, args.internal_weight_holdout ?? 0];
  const refuse = (why: string) => {
    throw configError(`\`partition_object\` of ${quoteName(column)}: ${why}`, {
      fix: 'give weights for just the values or bins named',
    });
  };
  const { weights } = partition_object;
  if ('values' in partition_object) {
    if (weights.length !== partition_object.values.length) refuse('as many weights as values are expected');
    if (internal > 0) refuse('`internal_weight_holdout` is for bins');
    return;
  }
  if (args.bucketize_data === false) refuse('bins need `bucketize_data: true`');
  if (weights.length !== partition_object.bins.length - 1) refuse('one weight less than edges is expected');
  if (partition_object.bins.some((edge, i) => i > 0 && edge <= (partition_object.bins[i - 1] ?? edge)))
    refuse('the edges must rise');
  if (tail > 0 && partition_object.tail_weights)
    refuse('`tail_weight_holdout` and `tail_weights` exclude each other');
}

function categorical(
  column: number,
  args: KlArgs,
  partition: Extract<KlArgs['partition_object'], { values: unknown }>,
): ValueAsk {
  const where = not(missing(column));
  const tally: Metric = { kind: 'tally', columns: [column], most: mostCategories, where };
  return divergenceAsk([tally], args, (figures) => {
    const { entries, distinct } = tallyIn(figures, tally);
    if (distinct > mostCategories) return undefined;
    return categories(entries, partition, args.tail_weight_holdout ?? 0);
  });
}

/** Values that only the data have share the weight held out; those that only the partition has were not observed. */
function categories(
  entries: readonly TallyEntry[],
  { values, weights }: { readonly values: readonly unknown[]; readonly weights: readonly number[] },
  holdout: number,
): Divergence {
  const expected = new Map(values.map((value, i) => [value, weights[i] ?? 0]));
  const keys = entries.map(({ texts: [text], numbers: [number] }) =>
    typeof number === 'number' && expected.has(number) ? number : text,
  );
  const unknown = keys.filter((key) => !expected.has(key)).length;
  const known = unknown > 0 ? 1 - holdout : 1;
  const absent = [...expected].filter(([value]) => !keys.includes(value as string));
  return {
    observed: [...entries.map(({ count }) => count), ...absent.map(() => 0)],
    expected: [
      ...keys.map((key) => {
        const weight = expected.get(key);
        return weight === undefined ? holdout / unknown : weight * known;
      }),
      ...absent.map(([, weight]) => weight * known),
    ],
  };
}

function continuous(
  column: number,
  args: KlArgs,
  partition: Extract<KlArgs['partition_object'], { bins: unknown }>,
): ValueAsk {
  const histogram: Metric = { kind: 'histogram', column, edges: partition.bins };
  return divergenceAsk([histogram], args, (figures) => ({
    observed: countsIn(figures, histogram),
    expected: expectedWeights(partition, args),
  }));
}

/** With a weight for what lies below the first edge and above the last. */
function expectedWeights(
  {
    weights,
    tail_weights,
  }: { readonly weights: readonly number[]; readonly tail_weights?: readonly number[] },
  { tail_weight_holdout: tail = 0, internal_weight_holdout: internal = 0 }: KlArgs,
): readonly number[] {
  const scaled = weights.map((weight) => weight * (1 - tail - internal));
  const empty = scaled.filter((weight) => weight === 0).length;
  const filled = scaled.map((weight) => (weight === 0 && internal > 0 ? internal / empty : weight));
  const [low = tail / 2, high = tail / 2] = tail_weights ?? [];
  return [low, ...filled, high];
}

function divergenceAsk(
  metrics: readonly Metric[],
  { threshold }: KlArgs,
  compare: (figures: Figures) => Divergence | undefined,
): ValueAsk {
  return {
    kind: 'value',
    metrics,
    threshold: { max: threshold },
    outcome(figures): ValueOutcome {
      const compared = compare(figures);
      if (!compared)
        return { observed: null, met: false, problem: `it has over ${mostCategories} distinct values` };
      const divergence = relativeEntropy(compared);
      if (divergence === null) return { observed: null, met: false, problem: 'it diverges without bound' };
      const observed = round9(divergence);
      return { observed, met: observed <= threshold, problem: `it is ${observed}` };
    },
  };
}

function association(a: number, b: number, threshold: number): ValueAsk {
  const where = allOf(not(missing(a)), not(missing(b)));
  const tally: Metric = { kind: 'tally', columns: [a, b], most: mostCategories, where };
  const total = countWhere(where);
  return {
    kind: 'value',
    metrics: [tally, total],
    threshold: { max: threshold },
    outcome(figures): ValueOutcome {
      const { entries, distinct } = tallyIn(figures, tally);
      if (distinct > mostCategories)
        return { observed: null, met: false, problem: `there are over ${mostCategories} combinations` };
      const phi = countIn(figures, total) === 0 ? null : cramersPhi(entries);
      if (phi === null) return { observed: null, met: false, problem: 'it is not defined for one value' };
      const observed = round9(phi);
      return { observed, met: observed <= threshold, problem: `it is ${observed}` };
    },
  };
}
