import type { Ask, LaterAsk, RowsAsk } from '../ask.js';
import {
  allOf,
  countIn,
  countWhere,
  type Figures,
  type Metric,
  missing,
  not,
  numberIn,
  type Order,
  type Predicate,
  type View,
} from '../plan.js';
import type { Table } from '../table.js';
import type { Entries } from './entry.js';
import { words } from './phrases.js';
import { at, cellsMeeting, rowsAsk } from './rows.js';

type Names =
  | 'expect_column_values_to_be_increasing'
  | 'expect_column_values_to_be_decreasing'
  | 'expect_column_value_z_scores_to_be_less_than'
  | 'expect_column_values_to_not_be_outliers';

/** Cells as against the one before or all others: what they are held against must be known first. */
export const neighbours: Entries<Names> = {
  expect_column_values_to_be_increasing: {
    ask: (args, { table }) => inOrder('increasing', args, table),
    words: ({ column }) => words('increasing', column, 'rises', 'is below the value before it'),
  },
  expect_column_values_to_be_decreasing: {
    ask: (args, { table }) => inOrder('decreasing', args, table),
    words: ({ column }) => words('decreasing', column, 'falls', 'is above the value before it'),
  },
  expect_column_value_z_scores_to_be_less_than: {
    ask(args, { table }) {
      const { threshold, double_sided: bothSides = true } = args;
      const below = bothSides ? Math.abs(threshold) : threshold;
      return nearMean(table, args, (mean, deviation, column) =>
        deviation === 0 ? undefined : { kind: 'near', column, mean, deviation, below, bothSides },
      );
    },
    words: ({ column, threshold }) =>
      words('z-score', column, `has z-scores below ${threshold}`, 'lies too far from the mean'),
  },
  expect_column_values_to_not_be_outliers: {
    ask(args, { table }) {
      const { method = 'iqr', multiplier = 1.5 } = args;
      if (method === 'iqr') return insideFences(table, args, multiplier);
      return nearMean(table, args, (mean, deviation, column) =>
        multiplier * deviation > 0
          ? { kind: 'near', column, mean, deviation, below: multiplier, bothSides: true }
          : exactly(column, mean),
      );
    },
    words: ({ column }) => words('outliers', column, 'has no outliers', 'is an outlier'),
  },
};

interface Args {
  readonly column: string;
  readonly mostly?: number;
}

/** Numbers where all values are numbers, times where all are times, else texts. */
function inOrder(
  direction: Order['direction'],
  { column, mostly, strictly = false }: Args & { readonly strictly?: boolean },
  table: Table,
): LaterAsk {
  const position = at(table, column);
  const present = not(missing(position));
  const counts = (['number', 'time'] as const).map(
    (view) => [view, countWhere(seen(position, view))] as const,
  );
  return {
    kind: 'later',
    needs: [countWhere(present), ...counts.map(([, metric]) => metric)],
    next(figures) {
      const all = countIn(figures, countWhere(present));
      const view: View = counts.find(([, metric]) => countIn(figures, metric) === all)?.[0] ?? 'text';
      const order: Order = { column: position, view, direction, strictly };
      const asked = rowsAsk({ kind: 'disorder', ...order }, countWhere(present), present, mostly);
      return { ...asked, rows: { where: present, disorder: order } };
    },
  };
}

function seen(column: number, view: View): Predicate {
  return { kind: 'within', column, view, range: { strictMin: false, strictMax: false } };
}

/** Without a spread (one value, or none) there is nothing to be far from. */
function nearMean(
  table: Table,
  args: Args,
  meets: (mean: number, deviation: number, column: number) => Predicate | undefined,
): Ask {
  const column = at(table, args.column);
  const needs: readonly [Metric, Metric] = [
    { kind: 'mean', column },
    { kind: 'deviation', column },
  ];
  return later(table, args, needs, (figures) => {
    const [mean, deviation] = needs.map((metric) => numberIn(figures, metric));
    if (mean === null || mean === undefined || deviation === null || deviation === undefined)
      return undefined;
    return meets(mean, deviation, column);
  });
}

/** Tukey's fences; a value on a fence is inside. */
function insideFences(table: Table, args: Args, multiplier: number): Ask {
  const column = at(table, args.column);
  const quartile = (share: number): Metric => ({
    kind: 'quantile',
    column,
    at: share,
    interpolation: 'linear',
  });
  const needs = [quartile(0.25), quartile(0.75)];
  return later(table, args, needs, (figures) => {
    const [low, high] = needs.map((metric) => numberIn(figures, metric));
    if (low === null || low === undefined || high === null || high === undefined) return undefined;
    const reach = multiplier * (high - low);
    const range = { min: low - reach, max: high + reach, strictMin: false, strictMax: false };
    return { kind: 'within', column, view: 'number', range };
  });
}

function later(
  table: Table,
  args: Args,
  needs: readonly Metric[],
  meets: (figures: Figures) => Predicate | undefined,
): LaterAsk {
  return {
    kind: 'later',
    needs,
    next: (figures): RowsAsk => cellsMeeting(table, args, () => meets(figures) ?? allOf()),
  };
}

function exactly(column: number, value: number): Predicate {
  const range = { min: value, max: value, strictMin: false, strictMax: false };
  return { kind: 'within', column, view: 'number', range };
}
