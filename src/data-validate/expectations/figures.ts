import { round9 } from '../../gate/json.js';
import type { LaterAsk, ValueAsk } from '../ask.js';
import { quoteName } from '../names.js';
import {
  allOf,
  countIn,
  countWhere,
  type Figures,
  figureIn,
  type Interpolation,
  type Metric,
  missing,
  not,
  numberIn,
  rowCount,
} from '../plan.js';
import { type BoundArgs, describeRange, isWithin, rangeOf } from '../range.js';
import type { Table } from '../table.js';
import type { Entries } from './entry.js';
import { words, wordsOfFigure } from './phrases.js';
import { at } from './rows.js';
import { derivedInRange, valueInRange } from './value-ask.js';

type Names =
  | 'expect_column_min_to_be_between'
  | 'expect_column_max_to_be_between'
  | 'expect_column_mean_to_be_between'
  | 'expect_column_median_to_be_between'
  | 'expect_column_sum_to_be_between'
  | 'expect_column_stdev_to_be_between'
  | 'expect_column_quantile_values_to_be_between'
  | 'expect_column_skewness_to_be_between'
  | 'expect_column_kurtosis_to_be_between'
  | 'expect_column_entropy_to_be_between'
  | 'expect_column_unique_value_count_to_be_between'
  | 'expect_column_proportion_of_unique_values_to_be_between'
  | 'expect_column_proportion_of_non_null_values_to_be_between'
  | 'expect_column_pair_correlation_to_be_between'
  | 'expect_column_pair_mutual_information_to_be_between';

type Args = BoundArgs & { readonly column: string };

/** One figure of a column, or of two. */
export const figures: Entries<Names> = {
  expect_column_min_to_be_between: {
    ask: (args, { table }) => extreme('min', args, table),
    words: (args) => wordsOfFigure('min', 'least value', args),
  },
  expect_column_max_to_be_between: {
    ask: (args, { table }) => extreme('max', args, table),
    words: (args) => wordsOfFigure('max', 'greatest value', args),
  },
  expect_column_mean_to_be_between: {
    ask: (args, { table }) =>
      valueInRange({ kind: 'mean', column: at(table, args.column) }, ends(args, 'mean')),
    words: (args) => wordsOfFigure('mean', 'mean', args),
  },
  expect_column_median_to_be_between: {
    ask: (args, { table }) =>
      valueInRange(quantile(at(table, args.column), 0.5, 'linear'), ends(args, 'median')),
    words: (args) => wordsOfFigure('median', 'median', args),
  },
  expect_column_sum_to_be_between: {
    // pandas sums nothing up to 0.
    ask(args, { table }) {
      const sum: Metric = { kind: 'sum', column: at(table, args.column) };
      return derivedInRange([sum], ends(args, 'sum'), (taken) => numberIn(taken, sum) ?? 0);
    },
    words: (args) => wordsOfFigure('sum', 'sum', args),
  },
  expect_column_stdev_to_be_between: {
    ask: (args, { table }) =>
      valueInRange({ kind: 'deviation', column: at(table, args.column) }, ends(args, 'standard deviation')),
    words: (args) => wordsOfFigure('stdev', 'standard deviation', args),
  },
  expect_column_quantile_values_to_be_between: {
    ask: (args, { table }) => quantilesInRanges(at(table, args.column), args),
    words: ({ column, quantile_ranges: { quantiles } }) =>
      words('quantiles', column, `has ${quantiles.length} quantiles in their ranges`),
  },
  expect_column_skewness_to_be_between: {
    ask: (args, { table }) => shapeInRange(3, 0, args, table, 'skewness'),
    words: (args) => wordsOfFigure('skewness', 'skewness', args),
  },
  expect_column_kurtosis_to_be_between: {
    ask: (args, { table }) => shapeInRange(4, 3, args, table, 'kurtosis'),
    words: (args) => wordsOfFigure('kurtosis', 'excess kurtosis', args),
  },
  expect_column_entropy_to_be_between: {
    ask(args, { table }) {
      const column = at(table, args.column);
      return valueInRange(
        { kind: 'entropy', columns: [column], where: present(column) },
        ends(args, 'entropy'),
      );
    },
    words: (args) => wordsOfFigure('entropy', 'entropy', args),
  },
  expect_column_unique_value_count_to_be_between: {
    ask: (args, { table }) =>
      valueInRange(distinct(at(table, args.column)), ends(args, 'number of distinct values')),
    words: (args) => wordsOfFigure('distinct-count', 'number of distinct values', args),
  },
  expect_column_proportion_of_unique_values_to_be_between: {
    ask(args, { table }) {
      const column = at(table, args.column);
      return shareInRange(distinct(column), countWhere(present(column)), args);
    },
    words: (args) => wordsOfFigure('distinct-share', 'share of distinct values', args),
  },
  expect_column_proportion_of_non_null_values_to_be_between: {
    ask: (args, { table }) => shareInRange(countWhere(present(at(table, args.column))), rowCount, args),
    words: (args) => wordsOfFigure('value-share', 'share of rows with a value', args),
  },
  expect_column_pair_correlation_to_be_between: {
    ask(args, { table }) {
      const columns = [at(table, args.column_A), at(table, args.column_B)] as const;
      return valueInRange({ kind: 'correlation', columns }, ends(args, 'correlation'));
    },
    words: (args) => pairWords('correlation', 'correlation', args),
  },
  expect_column_pair_mutual_information_to_be_between: {
    ask: (args, { table }) => mutualInformation(at(table, args.column_A), at(table, args.column_B), args),
    words: (args) => pairWords('mutual-information', 'mutual information', args),
  },
};

function present(column: number) {
  return not(missing(column));
}

function distinct(column: number): Metric {
  return { kind: 'distinct', columns: [column], where: present(column) };
}

function quantile(column: number, share: number, interpolation: Interpolation): Metric {
  return { kind: 'quantile', column, at: share, interpolation };
}

function ends(args: BoundArgs & { readonly column?: string }, what: string) {
  return rangeOf(args, args.column === undefined ? what : `${what} of ${quoteName(args.column)}`).range;
}

function extreme(kind: 'min' | 'max', args: Args, table: Table): ValueAsk {
  const { view, range } = rangeOf(args, `${kind} of ${quoteName(args.column)}`);
  return valueInRange({ kind, column: at(table, args.column), view }, range);
}

/** Nothing of nothing is 0, as in Great Expectations. */
function shareInRange(part: Metric, whole: Metric, args: Args): ValueAsk {
  return derivedInRange([part, whole], ends(args, 'share'), (taken) => {
    const all = countIn(taken, whole);
    return all === 0 ? 0 : countIn(taken, part) / all;
  });
}

interface QuantileArgs {
  readonly quantile_ranges: {
    readonly quantiles: readonly number[];
    readonly value_ranges: readonly (readonly [number | null, number | null])[];
  };
  readonly allow_relative_error?: boolean | Interpolation;
}

function quantilesInRanges(
  column: number,
  { quantile_ranges, allow_relative_error }: QuantileArgs,
): ValueAsk {
  const interpolation = typeof allow_relative_error === 'string' ? allow_relative_error : 'nearest';
  const { quantiles, value_ranges } = quantile_ranges;
  const metrics = quantiles.map((share) => quantile(column, share, interpolation));
  const ranges = quantiles.map((_, i) => rangeFrom(value_ranges[i]));
  return {
    kind: 'value',
    metrics,
    threshold: { quantiles: [...quantiles], value_ranges: value_ranges.map((range) => [...range]) },
    outcome(taken) {
      const values = metrics.map((metric) => roundedIn(taken, metric));
      const short = quantiles.filter((_, i) => {
        const [value, range] = [values[i], ranges[i]];
        return value === null || value === undefined || !range || !isWithin(value, range);
      });
      return {
        observed: { quantiles: [...quantiles], values },
        met: short.length === 0,
        problem: `the quantiles ${short.join(', ')} lie outside their ranges`,
      };
    },
  };
}

function rangeFrom(range: readonly [number | null, number | null] | undefined) {
  const [min, max] = range ?? [null, null];
  return {
    ...(min !== null && { min }),
    ...(max !== null && { max }),
    strictMin: false,
    strictMax: false,
  };
}

function roundedIn(taken: Figures, metric: Metric): number | null {
  const value = figureIn(taken, metric);
  return typeof value === 'number' ? round9(value) : null;
}

/**
 * The k-th standardised moment of a population, g1 and g2 of Joanes and Gill (1998), taken about the known mean; null under three
 * values or without a spread.
 */
function shapeInRange(power: 3 | 4, less: number, args: Args, table: Table, what: string): LaterAsk {
  const column = at(table, args.column);
  const range = ends(args, what);
  const mean: Metric = { kind: 'mean', column };
  const deviation: Metric = { kind: 'deviation', column };
  const number = countWhere({
    kind: 'within',
    column,
    view: 'number',
    range: { strictMin: false, strictMax: false },
  });
  return {
    kind: 'later',
    needs: [mean, deviation, number],
    next(taken) {
      const [center, sample, n] = [numberIn(taken, mean), numberIn(taken, deviation), countIn(taken, number)];
      if (center === null || sample === null || sample === 0 || n < 3)
        return derivedInRange([], range, () => null);
      const scale = sample * Math.sqrt((n - 1) / n);
      const moment: Metric = { kind: 'moment', column, center, scale, power };
      return derivedInRange([moment], range, (later) => {
        const value = numberIn(later, moment);
        return value === null ? null : value - less;
      });
    },
  };
}

/** H(A) + H(B) − H(A, B) over rows that have both. */
function mutualInformation(a: number, b: number, args: BoundArgs): ValueAsk {
  const where = allOf(present(a), present(b));
  const [both, onlyA, onlyB] = [[a, b], [a], [b]].map(
    (columns): Metric => ({ kind: 'entropy', columns, where }),
  ) as [Metric, Metric, Metric];
  return derivedInRange([both, onlyA, onlyB], ends(args, 'mutual information'), (taken) => {
    const [ab, ha, hb] = [both, onlyA, onlyB].map((metric) => numberIn(taken, metric));
    if (ab === null || ab === undefined || ha === null || hb === null) return null;
    return Math.max(0, (ha ?? 0) + (hb ?? 0) - ab);
  });
}

function pairWords(
  id: string,
  figure: string,
  args: BoundArgs & { readonly column_A: string; readonly column_B: string },
) {
  const subject = `${quoteName(args.column_A)}, ${quoteName(args.column_B)}`;
  const asks = `have a ${figure} ${describeRange(rangeOf(args, figure).range)}`;
  return { id, subject, asks, fallsShort: '' };
}
