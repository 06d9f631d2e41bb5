import { configError } from '../../gate/failure.js';
import type { RowsAsk } from '../ask.js';
import { quoteName } from '../names.js';
import { allOf, anyOf, countIn, countWhere, type Metric, missing, not, type Predicate } from '../plan.js';
import type { Table } from '../table.js';
import type { World } from '../world.js';
import type { Entries } from './entry.js';
import { wordsOfSeveral } from './phrases.js';
import { among, at, rowsMeeting, rowsUnrepeated } from './rows.js';

type Names =
  | 'expect_column_pair_values_to_be_equal'
  | 'expect_column_pair_values_a_to_be_greater_than_b'
  | 'expect_column_pair_values_to_be_in_set'
  | 'expect_compound_columns_to_be_unique'
  | 'expect_multicolumn_sum_to_equal'
  | 'expect_multicolumn_values_to_be_equal'
  | 'expect_select_column_values_to_be_unique_within_record'
  | 'expect_multicolumn_values_to_be_unique'
  | 'expect_primary_key'
  | 'expect_column_values_to_be_found_in_dataset';

/** Several cells of a row. */
export const several: Entries<Names> = {
  expect_column_pair_values_to_be_equal: {
    ask: (args, { table }) => pairs(args, table, (a, b) => ({ kind: 'compare', a, b, op: 'equal' })),
    words: (args) => pairWords('pair-equal', args, 'are equal', 'differ'),
  },
  expect_column_pair_values_a_to_be_greater_than_b: {
    ask: (args, { table }) =>
      pairs(args, table, (a, b) => ({ kind: 'compare', a, b, op: args.or_equal ? 'at-least' : 'greater' })),
    words: (args) =>
      pairWords('pair-greater', args, 'fall from first to second', 'do not fall from first to second'),
  },
  expect_column_pair_values_to_be_in_set: {
    ask: (args, { table }) =>
      pairs(args, table, (a, b) =>
        anyOf(
          ...args.value_pairs_set.map(([left, right]) =>
            allOf(among(table, a, [left]), among(table, b, [right])),
          ),
        ),
      ),
    words: (args) =>
      pairWords(
        'pair-in-set',
        args,
        `are in the set of ${args.value_pairs_set.length} pairs`,
        'are no pair of the set',
      ),
  },
  expect_compound_columns_to_be_unique: {
    ask(args, { table }) {
      const columns = positions(args.column_list, table);
      return rowsUnrepeated(columns, considered(columns, args.ignore_row_if), args.mostly);
    },
    words: ({ column_list }) =>
      wordsOfSeveral(
        'unique',
        column_list,
        'are unique together',
        'have a combination that comes more than once',
      ),
  },
  expect_multicolumn_sum_to_equal: {
    ask: (args, { table }) =>
      lists(args, table, (columns) => ({ kind: 'adds-up', columns, total: args.sum_total })),
    words: ({ column_list, sum_total }) =>
      wordsOfSeveral('sum-equals', column_list, `add up to ${sum_total}`, `do not add up to ${sum_total}`),
  },
  expect_multicolumn_values_to_be_equal: {
    ask: (args, { table }) =>
      lists(args, table, ([first = 0, ...more]) =>
        allOf(...more.map((other): Predicate => ({ kind: 'compare', a: first, b: other, op: 'same' }))),
      ),
    words: ({ column_list }) => wordsOfSeveral('all-equal', column_list, 'hold the same', 'differ'),
  },
  expect_select_column_values_to_be_unique_within_record: {
    ask: (args, { table }) => lists(args, table, allDifferent),
    words: ({ column_list }) =>
      wordsOfSeveral('unique-within-row', column_list, 'all differ in a row', 'hold a value twice in a row'),
  },
  expect_multicolumn_values_to_be_unique: {
    ask: (args, { table }) => lists(args, table, allDifferent),
    words: ({ column_list }) =>
      wordsOfSeveral('unique-within-row', column_list, 'all differ in a row', 'hold a value twice in a row'),
  },
  // A missing part would make a row that nothing identifies: it counts as repeated with itself.
  expect_primary_key: {
    ask({ column_list }, { table }) {
      const columns = positions(column_list, table);
      const present = allOf(...columns.map((column) => not(missing(column))));
      const repeated: Metric = { kind: 'repeated', columns, where: present };
      const lacking = countWhere(not(present));
      return {
        kind: 'value',
        metrics: [repeated, lacking],
        threshold: { repeated: 0, missing: 0 },
        outcome(figures) {
          const [twice, without] = [countIn(figures, repeated), countIn(figures, lacking)];
          return {
            observed: { repeated: twice, missing: without },
            met: twice === 0 && without === 0,
            problem: `${twice} rows share theirs with another, and ${without} lack a part`,
            facts: { unexpectedCount: twice + without },
          };
        },
      };
    },
    words: ({ column_list }) => wordsOfSeveral('primary-key', column_list, 'identify a row', ''),
  },
  expect_column_values_to_be_found_in_dataset: {
    ask(args, world) {
      const columns = positions(args.column_list, world.table);
      const at = positionsIn(args, world);
      const found: Predicate = { kind: 'found', columns, dataset: args.dataset, at };
      const present = considered(columns, args.ignore_row_if ?? 'any_value_is_missing');
      return rowsMeeting(found, args, present);
    },
    words: ({ column_list, dataset }) =>
      wordsOfSeveral(
        'found-in',
        column_list,
        `are found in ${quoteName(dataset)}`,
        `are not found in ${quoteName(dataset)}`,
      ),
  },
};

function positions(names: readonly string[], table: Table): readonly number[] {
  return names.map((name) => at(table, name));
}

interface PairArgs {
  readonly column_A: string;
  readonly column_B: string;
  readonly ignore_row_if?: 'both_values_are_missing' | 'either_value_is_missing' | 'neither';
  readonly mostly?: number;
}

function pairs(args: PairArgs, table: Table, meets: (a: number, b: number) => Predicate): RowsAsk {
  const [a, b] = [at(table, args.column_A), at(table, args.column_B)];
  const ignored = {
    both_values_are_missing: 'all_values_are_missing',
    either_value_is_missing: 'any_value_is_missing',
    neither: 'never',
  } as const;
  return rowsMeeting(
    meets(a, b),
    args,
    considered([a, b], ignored[args.ignore_row_if ?? 'both_values_are_missing']),
  );
}

interface ListArgs {
  readonly column_list: readonly string[];
  readonly ignore_row_if?: 'all_values_are_missing' | 'any_value_is_missing' | 'never';
  readonly mostly?: number;
}

function lists(args: ListArgs, table: Table, meets: (columns: readonly number[]) => Predicate): RowsAsk {
  const columns = positions(args.column_list, table);
  return rowsMeeting(meets(columns), args, considered(columns, args.ignore_row_if));
}

/** The rows that are looked at; undefined for all. */
function considered(
  columns: readonly number[],
  ignored: ListArgs['ignore_row_if'] = 'all_values_are_missing',
): Predicate | undefined {
  if (ignored === 'never') return undefined;
  const present = columns.map((column) => not(missing(column)));
  return ignored === 'any_value_is_missing' ? allOf(...present) : anyOf(...present);
}

function allDifferent(columns: readonly number[]): Predicate {
  return allOf(
    ...columns.flatMap((a, i) => columns.slice(i + 1).map((b) => not({ kind: 'compare', a, b, op: 'same' }))),
  );
}

/** @throws Failure('config') when the other dataset lacks a column. */
function positionsIn(
  {
    dataset,
    column_list,
    dataset_columns = column_list,
  }: {
    readonly dataset: string;
    readonly column_list: readonly string[];
    readonly dataset_columns?: readonly string[];
  },
  { others }: World,
): readonly number[] {
  const other = others.get(dataset);
  if (!other) throw new Error(`dataset ${dataset} is not open`);
  if (dataset_columns.length !== column_list.length)
    throw configError('`dataset_columns` names another number of columns than `column_list`', {
      fix: 'name them pair by pair',
    });
  return dataset_columns.map((name) => {
    const position = other.columns.findIndex((column) => column.name === name);
    if (position === -1)
      throw configError(`the dataset ${quoteName(dataset)} has no column ${quoteName(name)}`, {
        fix: 'mend `dataset_columns`',
      });
    return position;
  });
}

function pairWords(id: string, { column_A, column_B }: PairArgs, asks: string, fallsShort: string) {
  return wordsOfSeveral(id, [column_A, column_B], asks, fallsShort);
}
