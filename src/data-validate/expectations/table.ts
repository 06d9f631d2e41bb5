import { acceptedTypes } from '../accepted-types.js';
import type { SchemaAsk, ValueAsk } from '../ask.js';
import { cellTypeNamed, declaredFor } from '../cell-type-names.js';
import { nearestName, quoteName } from '../names.js';
import { countIn, countWhere, figureIn, type Metric, missing, not, rowCount } from '../plan.js';
import { type BoundArgs, rangeOf } from '../range.js';
import { rowsOf, type Table } from '../table.js';
import type { World } from '../world.js';
import type { Entries } from './entry.js';
import { inWords, words, wordsOfRows } from './phrases.js';
import { at } from './rows.js';
import { schemaGrowth } from './schema-growth.js';
import { derivedInRange, valueInRange } from './value-ask.js';

type Names =
  | 'expect_table_row_count_to_be_between'
  | 'expect_table_row_count_to_equal'
  | 'expect_table_row_count_to_equal_other_table'
  | 'expect_table_row_count_change_to_be_between'
  | 'expect_table_column_count_to_be_between'
  | 'expect_table_column_count_to_equal'
  | 'expect_table_columns_to_match_ordered_list'
  | 'expect_table_columns_to_match_set'
  | 'expect_table_schema_to_evolve_from'
  | 'expect_column_to_exist'
  | 'expect_column_type_to_be'
  | 'expect_table_duplicate_row_count_to_be_between'
  | 'expect_column_max_to_be_recent';

/** The table as a whole. */
export const table: Entries<Names> = {
  expect_table_row_count_to_be_between: {
    ask: (args) => valueInRange(rowCount, rangeOf(args, 'row count').range),
    words: (args) => wordsOfRows('row-count', `number ${inWords(args, 'row count')}`),
  },
  expect_table_row_count_to_equal: {
    ask: ({ value }) => valueInRange(rowCount, exactly(value)),
    words: ({ value }) => wordsOfRows('row-count', `number exactly ${value}`),
  },
  expect_table_row_count_to_equal_other_table: {
    ask: ({ other_table_name }, world) => equalRows(rowsOf(otherTable(other_table_name, world))),
    words: ({ other_table_name }) =>
      wordsOfRows('row-count-equal', `number as many as those of ${quoteName(other_table_name)}`),
  },
  expect_table_row_count_change_to_be_between: {
    ask(args, world) {
      const before = rowsOf(otherTable(args.reference, world));
      return derivedInRange([rowCount], rangeOf(args, 'change of the row count').range, (figures) =>
        before === 0 ? null : countIn(figures, rowCount) / before - 1,
      );
    },
    words: (args) =>
      wordsOfRows(
        'row-count-change',
        `number changed from ${quoteName(args.reference)} by a share of ${inWords(args, 'change')}`,
      ),
  },
  expect_table_column_count_to_be_between: {
    ask: (args, { table: { columns } }) => columnCount(columns.length, args),
    words: (args) => ofColumns('column-count', `number ${inWords(args, 'column count')}`),
  },
  expect_table_column_count_to_equal: {
    ask: ({ value }, { table: { columns } }) =>
      columnCount(columns.length, { min_value: value, max_value: value }),
    words: ({ value }) => ofColumns('column-count', `number exactly ${value}`),
  },
  expect_table_columns_to_match_ordered_list: {
    ask: ({ column_list }, { table: { columns } }) =>
      orderedColumns(
        columns.map(({ name }) => name),
        column_list,
      ),
    words: ({ column_list }) =>
      ofColumns('columns-ordered', `are the ${column_list.length} of the list, in order`),
  },
  expect_table_columns_to_match_set: {
    ask: ({ column_set, exact_match = true }, { table: { columns } }) =>
      columnsMatch(
        columns.map(({ name }) => name),
        column_set,
        exact_match,
      ),
    words: ({ column_set, exact_match = true }) =>
      ofColumns(
        'columns-match-set',
        `are ${exact_match ? 'exactly' : 'at least'} the ${column_set.length} of the set`,
      ),
  },
  expect_table_schema_to_evolve_from: {
    ask: ({ reference, allow = ['new-columns'] }, world) =>
      schemaGrowth(otherTable(reference, world), world.table, allow),
    words: ({ reference }) => ofColumns('schema-evolution', `grew out of those of ${quoteName(reference)}`),
  },
  expect_column_to_exist: {
    ask: ({ column, column_index }, world) => columnThere(world.table, column, column_index),
    words: ({ column, column_index: index }) =>
      words(
        'column-exists',
        column,
        index === undefined ? 'is there' : `is column ${index}, counted from 0`,
        'is absent',
      ),
  },
  expect_column_type_to_be: {
    ask: ({ column, type_ }, world) => columnType(world.table, column, type_),
    words: ({ column, type_ }) => words('column-type', column, `is a column of type ${cellTypeNamed(type_)}`),
  },
  expect_table_duplicate_row_count_to_be_between: {
    ask: (args, { table: { columns } }) =>
      valueInRange(
        { kind: 'repeated', columns: columns.map((_, i) => i) },
        rangeOf(args, 'number of duplicate rows').range,
      ),
    words: (args) =>
      wordsOfRows('duplicate-rows', `stand more than once in ${inWords(args, 'duplicates')} cases`),
  },
  expect_column_max_to_be_recent: {
    ask: ({ column, max_age }, world) => recent(at(world.table, column), max_age, world.now),
    words: ({ column, max_age }) => words('freshness', column, `has a latest time of the last ${max_age}`),
  },
};

const exactly = (value: number) => ({ min: value, max: value, strictMin: false, strictMax: false });

function ofColumns(id: string, asks: string) {
  return { id, subject: 'columns', asks, fallsShort: '' };
}

function otherTable(name: string, { others }: World): Table {
  const other = others.get(name);
  if (!other) throw new Error(`dataset ${name} is not open`);
  return other;
}

function equalRows(other: number): ValueAsk {
  return {
    kind: 'value',
    metrics: [rowCount],
    threshold: other,
    outcome(figures) {
      const own = countIn(figures, rowCount);
      return { observed: { self: own, other }, met: own === other, problem: `there are ${own} and ${other}` };
    },
  };
}

function columnCount(count: number, args: BoundArgs): ValueAsk {
  return derivedInRange([], rangeOf(args, 'column count').range, () => count);
}

function orderedColumns(names: readonly string[], wanted: readonly string[]): SchemaAsk {
  const problems = Array.from({ length: Math.max(names.length, wanted.length) }, (_, i) => {
    const [found, asked] = [names[i], wanted[i]];
    if (found === asked) return [];
    const shown = (name: string | undefined) => (name === undefined ? 'absent' : quoteName(name));
    return [`column ${i} is ${shown(found)} where ${shown(asked)} is expected`];
  }).flat();
  return { kind: 'schema', problems, observed: [...names] };
}

function columnsMatch(names: readonly string[], wanted: readonly string[], exact: boolean): SchemaAsk {
  const absent = wanted.filter((name) => !names.includes(name));
  const extra = exact ? names.filter((name) => !wanted.includes(name)) : [];
  return {
    kind: 'schema',
    problems: [
      ...absent.map((name) => `there is no column ${quoteName(name)}${nearestName(name, names)}`),
      ...extra.map((name) => `the column ${quoteName(name)} is not in the set`),
    ],
    observed: [...names],
  };
}

function columnThere(asked: Table, name: string, index: number | undefined): SchemaAsk {
  const position = at(asked, name);
  const misplaced = index !== undefined && index !== position;
  const problem = `${quoteName(name)} is column ${position}, counted from 0, and not ${index}`;
  return { kind: 'schema', problems: misplaced ? [problem] : [], observed: position };
}

/** Of a typed file as it says; of text by every cell, since a column is what all its cells are. */
function columnType(asked: Table, name: string, type: string): SchemaAsk | ValueAsk {
  const position = at(asked, name);
  const column = asked.columns[position];
  const accepted = acceptedTypes(asked.format, cellTypeNamed(type));
  if (column?.type && column.declared !== null) {
    const exact = declaredFor(type);
    const met = exact ? exact.test(column.declared) : accepted.includes(column.type);
    const problems = met ? [] : [`${quoteName(name)} is a column of ${column.declared}`];
    return { kind: 'schema', problems, observed: column.declared };
  }
  const others: Metric = countWhere({
    kind: 'all',
    of: [not(missing(position)), not({ kind: 'is', column: position, types: accepted })],
  });
  return derivedInRange([others], exactly(0), (figures) => countIn(figures, others));
}

const seconds = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** The age of the latest time, in seconds, against the clock. */
function recent(column: number, maxAge: string, now: Date): ValueAsk {
  const most = Number(maxAge.slice(0, -1)) * seconds[maxAge.slice(-1) as keyof typeof seconds];
  const latest: Metric = { kind: 'max', column, view: 'time' };
  return derivedInRange([latest], { max: most, strictMin: false, strictMax: false }, (figures) => {
    const time = figureIn(figures, latest);
    return typeof time === 'string'
      ? (now.getTime() - Date.parse(`${time.replace(' ', 'T')}Z`)) / 1000
      : null;
  });
}
