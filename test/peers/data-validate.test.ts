import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Settings } from '../../src/data-validate/settings.js';
import type { Check } from '../../src/gate/check.js';
import { openBench } from '../data-validate/judge.js';

/** A Python with great_expectations 1.24.1. */
const python = process.env.SLUICE_PEERS_PYTHON;
const title = 'verdict, count and observed value equal those of Great Expectations on pandas';

type Row = readonly (number | string | null)[];
type Expectation = readonly [name: string, kwargs: Readonly<Record<string, unknown>>];
interface PeerResult {
  readonly success: boolean;
  readonly unexpectedCount: number | null;
  readonly unexpectedPercent: number | null;
  readonly observed: unknown;
}

const types = { age: 'float64', income: 'float64', country: 'object' };

const expectations: readonly Expectation[] = [
  ['expect_table_row_count_to_be_between', { min_value: 2, max_value: 20 }],
  ['expect_table_row_count_to_equal', { value: 12 }],
  ['expect_column_to_exist', { column: 'age' }],
  ['expect_table_columns_to_match_set', { column_set: ['age', 'country', 'income'] }],
  ['expect_table_columns_to_match_set', { column_set: ['age'], exact_match: true }],
  ['expect_column_values_to_not_be_null', { column: 'age', mostly: 0.8 }],
  ['expect_column_values_to_be_null', { column: 'income', mostly: 0.25 }],
  ['expect_column_values_to_be_between', { column: 'age', min_value: 18, max_value: 60 }],
  ['expect_column_values_to_be_between', { column: 'age', min_value: 18, strict_min: true, mostly: 0.75 }],
  ['expect_column_values_to_be_in_set', { column: 'country', value_set: ['DE', 'FR'] }],
  ['expect_column_values_to_not_be_in_set', { column: 'country', value_set: ['XX'], mostly: 0.9 }],
  ['expect_column_values_to_match_regex', { column: 'country', regex: '^[A-Z]{2}$' }],
  ['expect_column_values_to_not_match_regex', { column: 'country', regex: 'é' }],
  ['expect_column_values_to_be_unique', { column: 'age' }],
  ['expect_column_value_lengths_to_be_between', { column: 'country', min_value: 2, max_value: 2 }],
  ['expect_compound_columns_to_be_unique', { column_list: ['age', 'country'] }],
  ['expect_column_min_to_be_between', { column: 'age', min_value: 0, strict_min: true }],
  ['expect_column_max_to_be_between', { column: 'income', max_value: 900 }],
  ['expect_column_mean_to_be_between', { column: 'income', min_value: -100, max_value: 100 }],
  ['expect_column_unique_value_count_to_be_between', { column: 'country', min_value: 2, max_value: 4 }],
  ['expect_column_distinct_values_to_be_in_set', { column: 'country', value_set: ['DE', 'FR', 'US'] }],
];

const cell = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 6 });
const row: fc.Arbitrary<Row> = fc.tuple(
  cell(fc.integer({ min: -3, max: 99 })),
  cell(fc.integer({ min: -4000, max: 4000 }).map((n) => n / 4)),
  cell(fc.constantFrom('DE', 'FR', 'US', 'XX', 'café', '日本', '::error::', 'de')),
);
const clean: Row[] = Array.from({ length: 12 }, (_, i) => [20 + i, i * 0.5, i % 2 === 0 ? 'DE' : 'FR']);
const tables: readonly (readonly Row[])[] = [
  clean,
  clean.map((cells, i) => (i === 7 ? [17, cells[1] ?? null, 'XX'] : cells)),
  clean.slice(0, 1),
  [...clean, ...clean.slice(0, 3)],
  ...fc.sample(fc.array(row, { minLength: 2, maxLength: 30 }), { numRuns: 20, seed: 24 }),
];

/** What their result and our check have in common; a figure of rows is told by one, an observed value by the other. */
function essenceOfPeer({ success, unexpectedCount, unexpectedPercent, observed }: PeerResult) {
  const isFigure = unexpectedCount === null && typeof observed === 'number';
  return {
    success,
    unexpectedCount: unexpectedCount ?? undefined,
    percent: unexpectedPercent === null ? undefined : Number(unexpectedPercent.toPrecision(9)),
    figure: isFigure ? Number(Number(observed).toPrecision(9)) : undefined,
  };
}

function essenceOfOurs({ status, facts, observed }: Check, peer: PeerResult) {
  const counted = peer.unexpectedCount !== null;
  return {
    success: status === 'pass',
    unexpectedCount: counted ? facts.unexpectedCount : undefined,
    percent: peer.unexpectedPercent === null ? undefined : facts.unexpectedPercent,
    figure: !counted && typeof peer.observed === 'number' ? observed : undefined,
  };
}

const toJsonl = (rows: readonly Row[]) =>
  rows
    .map(
      (cells) =>
        `${JSON.stringify(Object.fromEntries(Object.keys(types).map((name, i) => [name, cells[i]])))}\n`,
    )
    .join('');

(python ? describe : describe.skip)(python ? title : `${title} (needs SLUICE_PEERS_PYTHON)`, () => {
  const cases = tables.map((rows) => ({ rows, types, expectations }));
  const script = path.join(import.meta.dirname, 'data_validate.py');
  const theirs: readonly (readonly PeerResult[])[] = python
    ? JSON.parse(
        execFileSync(python, [script], {
          input: JSON.stringify(cases),
          encoding: 'utf8',
          stdio: ['pipe', 'pipe', 'ignore'],
          maxBuffer: 64 * 1024 * 1024,
        }),
      )
    : [];
  const bench = openBench();

  test.each(tables.map((rows, i) => [i, rows] as const))(
    'table %i',
    async (i, rows) => {
      for (const [j, [name, kwargs]] of expectations.entries()) {
        const settings = { expect: [{ [name]: kwargs }] } as Settings[string];
        const { checks } = await bench.judgeFile('rows.jsonl', toJsonl(rows), settings);
        const ours = checks.find(({ facts }) => facts.expectation === name);
        const peer = theirs[i]?.[j];
        if (!ours || !peer) throw new Error(`no result for ${name}`);
        expect({ name, ...essenceOfOurs(ours, peer) }).toEqual({ name, ...essenceOfPeer(peer) });
      }
    },
    60_000,
  );
});
