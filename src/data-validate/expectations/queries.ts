import { configError } from '../../gate/failure.js';
import type { LaterAsk, ValueAsk } from '../ask.js';
import {
  type BatchColumn,
  type CellType,
  countIn,
  countWhere,
  type Figures,
  type Metric,
  missing,
  not,
  numberIn,
} from '../plan.js';
import { rangeOf } from '../range.js';
import type { Table } from '../table.js';
import type { Entries } from './entry.js';
import { wordsOfRows } from './phrases.js';
import { derivedInRange } from './value-ask.js';

type Names = 'unexpected_rows_expectation' | 'expect_query_value_to_be_between';

/** Queries of the user's own. They see the table under its own names, in the engine's locked session. */
export const queries: Entries<Names> = {
  unexpected_rows_expectation: {
    ask: ({ unexpected_rows_query: query }, { table }) =>
      overBatch(query, table, 'rows', (metric) => ({
        kind: 'value',
        metrics: [metric],
        threshold: 0,
        outcome(figures) {
          const count = numberIn(figures, metric) ?? 0;
          return {
            observed: count,
            met: count === 0,
            problem: `it finds ${count}`,
            facts: { unexpectedCount: count },
          };
        },
      })),
    words: ({ description }) => wordsOfRows('query-rows', description ?? 'that the query finds are none'),
  },
  expect_query_value_to_be_between: {
    ask: (args, { table }) =>
      overBatch(args.query, table, 'value', (metric) =>
        derivedInRange([metric], rangeOf(args, 'value of the query').range, (figures) =>
          numberIn(figures, metric),
        ),
      ),
    words: ({ description }) =>
      wordsOfRows('query-value', description ?? 'give a query its value in a range'),
  },
};

/** Whole numbers, numbers and times where a column holds nothing else. */
const asked: readonly (readonly [BatchColumn['as'], readonly CellType[]])[] = [
  ['integer', ['integer']],
  ['number', ['integer', 'number']],
  ['time', ['date', 'timestamp']],
  ['boolean', ['boolean']],
];

/** What each column is must be known before the query can see it as that. */
function overBatch(
  query: string,
  { columns }: Table,
  gives: 'rows' | 'value',
  ask: (metric: Metric) => ValueAsk,
): LaterAsk {
  if (!query.includes('{batch}'))
    throw configError('a query does not name `{batch}`, the table that is judged', {
      fix: 'write SELECT … FROM {batch} …',
    });
  const untyped = columns.flatMap(({ type }, column) => (type === null ? [column] : []));
  const values = (column: number) => countWhere(not(missing(column)));
  const ofTypes = (column: number, types: readonly CellType[]) => countWhere({ kind: 'is', column, types });
  return {
    kind: 'later',
    needs: untyped.flatMap((column) => [values(column), ...asked.map(([, types]) => ofTypes(column, types))]),
    next: (figures: Figures) =>
      ask({
        kind: 'query',
        query,
        gives,
        batch: columns.map(({ name, type }, column): BatchColumn => {
          if (type !== null) return { name, as: 'itself' };
          const all = countIn(figures, values(column));
          const found = asked.find(
            ([, types]) => all > 0 && countIn(figures, ofTypes(column, types)) === all,
          );
          return { name, as: found?.[0] ?? 'text' };
        }),
      }),
  };
}
