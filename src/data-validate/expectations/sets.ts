import type { RowsAsk, ValueAsk } from '../ask.js';
import { allOf, countIn, type Metric, missing, not, type Predicate, type Tally, tallyIn } from '../plan.js';
import type { Table } from '../table.js';
import type { Entries } from './entry.js';
import { words } from './phrases.js';
import { among, at, rowsAsk } from './rows.js';

type Names =
  | 'expect_column_distinct_values_to_be_in_set'
  | 'expect_column_distinct_values_to_contain_set'
  | 'expect_column_distinct_values_to_equal_set'
  | 'expect_column_most_common_value_to_be_in_set';

type Member = number | string | boolean;

/** The distinct values of a column as against a set. */
export const sets: Entries<Names> = {
  expect_column_distinct_values_to_be_in_set: {
    ask: ({ column, value_set }, { table }) => distinctInSet(at(table, column), value_set, table),
    words({ column, value_set }) {
      const set = `in the set of ${value_set.length}`;
      return words('distinct-in-set', column, `has only values ${set}`, `is not ${set}`);
    },
  },
  expect_column_distinct_values_to_contain_set: {
    ask: ({ column, value_set }, { table }) => containing(at(table, column), value_set, table, false),
    words: ({ column, value_set }) =>
      words('distinct-contain-set', column, `has every value of the set of ${value_set.length}`),
  },
  expect_column_distinct_values_to_equal_set: {
    ask: ({ column, value_set }, { table }) => containing(at(table, column), value_set, table, true),
    words: ({ column, value_set }) =>
      words('distinct-equal-set', column, `has just the values of the set of ${value_set.length}`),
  },
  expect_column_most_common_value_to_be_in_set: {
    ask: ({ column, value_set, ties_okay }, { table }) =>
      mostCommon(at(table, column), value_set, ties_okay ?? false, table),
    words: ({ column, value_set }) =>
      words('most-common', column, `has its most frequent value in the set of ${value_set.length}`),
  },
};

function outside(column: number, set: readonly Member[], table: Table): Predicate {
  return allOf(not(missing(column)), not(among(table, column, set)));
}

function distinctInSet(column: number, set: readonly Member[], table: Table): RowsAsk {
  const where = outside(column, set, table);
  const metric = (within: Predicate): Metric => ({ kind: 'distinct', columns: [column], where: within });
  return rowsAsk(metric(where), metric(not(missing(column))), where, undefined);
}

/** The members that come, found by counting those alone. */
function membersThere(column: number, set: readonly Member[], table: Table): Metric {
  return { kind: 'tally', columns: [column], most: set.length, where: among(table, column, set) };
}

function containing(column: number, set: readonly Member[], table: Table, only: boolean): ValueAsk {
  const there = membersThere(column, set, table);
  const others: Metric = { kind: 'distinct', columns: [column], where: outside(column, set, table) };
  return {
    kind: 'value',
    metrics: only ? [there, others] : [there],
    threshold: { members: set.length },
    outcome(figures) {
      const absent = absentFrom(tallyIn(figures, there), set);
      const extra = only ? countIn(figures, others) : 0;
      return {
        observed: null,
        met: absent === 0 && extra === 0,
        problem: `${absent} of the set do not come${only ? `, and ${extra} other values do` : ''}`,
        facts: { missingCount: absent, ...(only && { unexpectedCount: extra }) },
      };
    },
  };
}

function absentFrom({ entries }: Tally, set: readonly Member[]): number {
  const texts = new Set(
    entries.flatMap(({ texts: [text] }) => (text === null || text === undefined ? [] : [text])),
  );
  const numbers = new Set(entries.map(({ numbers: [number] }) => number));
  const comes = (member: Member) =>
    typeof member === 'number'
      ? numbers.has(member)
      : typeof member === 'boolean'
        ? texts.has(String(member)) || texts.has(String(member)[0]?.toUpperCase() + String(member).slice(1))
        : texts.has(member);
  return [...new Set(set)].filter((member) => !comes(member)).length;
}

/** How many equally frequent values are told. */
const mostTies = 1000;

function mostCommon(column: number, set: readonly Member[], tiesOkay: boolean, table: Table): ValueAsk {
  const all: Metric = { kind: 'tally', columns: [column], most: mostTies, where: not(missing(column)) };
  const there = membersThere(column, set, table);
  return {
    kind: 'value',
    metrics: [all, there],
    threshold: { members: set.length, tiesOkay },
    outcome(figures) {
      const { entries } = tallyIn(figures, all);
      const greatest = entries[0]?.count ?? 0;
      const modes = entries.filter(({ count }) => count === greatest);
      const hits = tallyIn(figures, there).entries.filter(({ count }) => count === greatest).length;
      return {
        observed: modes.map(({ texts: [text], numbers: [number] }) => number ?? text ?? null),
        met: greatest > 0 && (tiesOkay ? hits > 0 : modes.length === 1 && hits === 1),
        problem: `${modes.length} values are the most frequent, and ${hits} of them are in the set`,
        ofCells: true,
      };
    },
  };
}
