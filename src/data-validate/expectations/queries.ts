import { configError } from '../../gate/failure.js';
import { round9 } from '../../gate/json.js';
import type { LaterAsk, ValueAsk } from '../ask.js';
import { quoteName } from '../names.js';
import {
  type BatchColumn,
  type BatchQuery,
  type CellType,
  countIn,
  countsIn,
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

type Names =
  | 'unexpected_rows_expectation'
  | 'expect_query_value_to_be_between'
  | 'expect_query_results_to_match_comparison';

/** Queries of the user's own. They see the table under its own names, in the engine's locked session. */
export const queries: Entries<Names> = {
  unexpected_rows_expectation: {
    ask: ({ unexpected_rows_query: query }, { table }) =>
      overBatch(query, table, (own) => noneFound({ kind: 'query', gives: 'rows', ...own })),
    words: ({ description }) => wordsOfRows('query-rows', description ?? 'that the query finds are none'),
  },
  expect_query_value_to_be_between: {
    ask: (args, { table }) =>
      overBatch(args.query, table, (own) => {
        const metric: Metric = { kind: 'query', gives: 'value', ...own };
        const { range } = rangeOf(args, 'value of the query');
        return derivedInRange([metric], range, (figures) => numberIn(figures, metric));
      }),
    words: ({ description }) =>
      wordsOfRows('query-value', description ?? 'give a query its value in a range'),
  },
  expect_query_results_to_match_comparison: {
    ask: (args, { table, others }) =>
      overBatch(args.base_query, table, (own) => {
        const dataset = args.comparison_data_source_name;
        const columns = others.get(dataset)?.columns ?? [];
        assertNamesBatch(args.comparison_query);
        // Of another dataset no figures are taken: a column without a type is text, to be cast by the query.
        const batch = columns.map(
          ({ name, type }): BatchColumn => ({ name, as: type === null ? 'text' : 'itself' }),
        );
        const other = { query: args.comparison_query, batch, dataset };
        return matching({ kind: 'match', own, other }, args.mostly ?? 1);
      }),
    words: ({ description, comparison_data_source_name: dataset }) =>
      wordsOfRows('query-match', description ?? `that a query gives are those of ${quoteName(dataset)}`),
  },
};

function noneFound(metric: Metric): ValueAsk {
  return {
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
  };
}

/** The share of the larger result that stands in both; two empty ones match. */
function matching(metric: Metric, least: number): ValueAsk {
  return {
    kind: 'value',
    metrics: [metric],
    threshold: { mostly: least },
    outcome(figures) {
      const [own = 0, other = 0, both = 0] = countsIn(figures, metric);
      const all = Math.max(own, other);
      return {
        observed: { rows: own, comparison: other, matching: both },
        met: all === 0 || both / all >= least,
        problem: `${all - both} of ${all} do not match`,
        facts: {
          elementCount: all,
          unexpectedCount: all - both,
          unexpectedPercent: all === 0 ? 0 : round9((1 - both / all) * 100),
        },
      };
    },
  };
}

/** Whole numbers, numbers and times where a column holds nothing else. */
const asked: readonly (readonly [BatchColumn['as'], readonly CellType[]])[] = [
  ['integer', ['integer']],
  ['number', ['integer', 'number']],
  ['time', ['date', 'timestamp']],
  ['boolean', ['boolean']],
];

/** What each column is must be known before the query can see it as that. */
function overBatch(query: string, { columns }: Table, ask: (own: BatchQuery) => ValueAsk): LaterAsk {
  assertNamesBatch(query);
  const untyped = columns.flatMap(({ type }, column) => (type === null ? [column] : []));
  const values = (column: number) => countWhere(not(missing(column)));
  const ofTypes = (column: number, types: readonly CellType[]) => countWhere({ kind: 'is', column, types });
  return {
    kind: 'later',
    needs: untyped.flatMap((column) => [values(column), ...asked.map(([, types]) => ofTypes(column, types))]),
    next: (figures: Figures) =>
      ask({
        query,
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

function assertNamesBatch(query: string): void {
  if (!query.includes('{batch}'))
    throw configError('a query does not name `{batch}`, the table that is judged', {
      fix: 'write SELECT … FROM {batch} …',
    });
}
