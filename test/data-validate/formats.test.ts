import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Settings } from '../../src/data-validate/settings.js';
import type { GateResult } from '../../src/gate/result.js';
import { openBench } from './judge.js';
import { parquetOf } from './parquet.js';

const bench = openBench();

interface Person {
  readonly id: number | null;
  readonly age: number | null;
  readonly income: number | null;
  readonly name: string | null;
  readonly joined: string | null;
  readonly active: boolean | null;
}

const nullable = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 5 });
const day = fc
  .integer({ min: 0, max: 9000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
const person: fc.Arbitrary<Person> = fc.record({
  id: nullable(fc.integer({ min: 0, max: 6 })),
  age: nullable(fc.integer({ min: -5, max: 120 })),
  income: nullable(fc.integer({ min: -1000, max: 1000 }).map((n) => n + 0.25)),
  name: nullable(
    fc.oneof(
      fc.constantFrom(
        'Ada',
        'O’Brien',
        'quo"te',
        'a,b',
        'two\nlines',
        '::error::x',
        '\u202eabc',
        '日本',
        '🦆',
      ),
      fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/[\0\r]/.test(text)),
    ),
  ),
  joined: nullable(day),
  active: nullable(fc.boolean()),
});
const people = fc.array(person, { minLength: 1, maxLength: 40 });

const columns = ['id', 'age', 'income', 'name', 'joined', 'active'] as const;
const settings: Settings[string] = {
  columns: {
    id: { type: 'integer', 'max-null-share': 0.5, unique: true },
    age: { type: 'integer', min: 18, max: 110, mostly: 0.7 },
    income: { type: 'number', min: 0, 'not-in': [0.25, 7] },
    name: { regex: '^[A-Z]', 'max-length': 6, 'not-in': ['Ada'] },
    joined: { type: 'date', min: '1980-01-01', max: '1990-06-30' },
    active: { type: 'boolean', in: [true] },
  },
  expect: [
    { expect_compound_columns_to_be_unique: { column_list: ['id', 'active'] } },
    { expect_column_min_to_be_between: { column: 'age', min_value: 0 } },
    { expect_column_max_to_be_between: { column: 'joined', max_value: '1985-01-01' } },
    { expect_column_mean_to_be_between: { column: 'income', min_value: 0, max_value: 500 } },
    { expect_column_unique_value_count_to_be_between: { column: 'name', min_value: 2 } },
    { expect_column_distinct_values_to_be_in_set: { column: 'id', value_set: [0, 1, 2, 3, 4] } },
    { expect_column_values_to_be_null: { column: 'active', mostly: 0.5 } },
    { expect_table_row_count_to_be_between: { min_value: 3 } },
  ],
};

const csvCell = (value: unknown) => (value === null ? '' : `"${String(value).replaceAll('"', '""')}"`);
const toCsv = (rows: readonly Person[]) =>
  [columns.join(','), ...rows.map((row) => columns.map((c) => csvCell(row[c])).join(',')), ''].join('\n');
const toJsonl = (rows: readonly Person[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');

const sqlTypes = {
  id: 'INTEGER',
  age: 'SMALLINT',
  income: 'DOUBLE',
  name: 'VARCHAR',
  joined: 'DATE',
  active: 'BOOLEAN',
};
const sqlCell = (value: unknown) => (value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`);
function toParquet(rows: readonly Person[]): Promise<Uint8Array> {
  const cells = (row: Person) => columns.map((c) => `CAST(${sqlCell(row[c])} AS ${sqlTypes[c]})`).join(', ');
  return parquetOf(
    `SELECT * FROM (VALUES ${rows.map((row) => `(${cells(row)})`).join(', ')}) t(${columns.join(', ')})`,
  );
}

/** What may not depend on how the rows are stored. */
function essence({ verdict, checks, metrics }: GateResult) {
  const rules = checks.filter(({ facts }) => facts.expectation !== undefined);
  const { rows, columns: width } = metrics;
  return {
    verdict,
    rows,
    width,
    checks: rules.map(({ id, title, status, observed, findingCount, facts }) => ({
      id,
      title,
      status,
      // Where the columns stand is the format's business.
      observed: id === 'data-validate/column-exists' ? null : (observed ?? null),
      findingCount,
      facts,
    })),
  };
}

describe('the same rows come to the same verdict', () => {
  test('as CSV, JSON lines and Parquet', async () => {
    await fc.assert(
      fc.asyncProperty(people, async (rows) => {
        const csv = await bench.judgeFile('rows.csv', toCsv(rows), settings);
        const jsonl = await bench.judgeFile('rows.jsonl', toJsonl(rows), settings);
        const parquet = await bench.judgeFile('rows.parquet', await toParquet(rows), settings);
        expect(essence(jsonl)).toEqual(essence(csv));
        expect(essence(parquet)).toEqual(essence(csv));
      }),
      { numRuns: 5 },
    );
  }, 30_000);

  test('in any order', async () => {
    const shuffled = people.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([rows, other]) => {
        const one = await bench.judgeFile('order.csv', toCsv(rows), settings);
        expect(essence(await bench.judgeFile('order.csv', toCsv(other), settings))).toEqual(essence(one));
      }),
      { numRuns: 4 },
    );
  }, 30_000);

  test('in one file or in several', async () => {
    await fc.assert(
      fc.asyncProperty(people, fc.nat({ max: 40 }), async (rows, cut) => {
        bench.write('parts-1.csv', toCsv(rows.slice(0, cut)));
        bench.write(
          'parts-2.csv',
          toCsv(rows.slice(cut)).replaceAll('\n', '\r\n').replaceAll('two\r\nlines', 'two\nlines'),
        );
        const parts = await bench.judge({ data: { path: 'parts-*.csv' } }, { data: settings });
        expect(parts.subjects).toMatchObject([{ kind: 'set', digest: { dirHash: expect.any(String) } }]);
        expect(essence(parts)).toEqual(essence(await bench.judgeFile('whole.csv', toCsv(rows), settings)));
      }),
      { numRuns: 4 },
    );
  }, 30_000);
});

test.each(['TIMESTAMP_S', 'TIMESTAMP_MS', 'TIMESTAMP', 'TIMESTAMP_NS', 'TIMESTAMPTZ'])(
  'times of Parquet are times, whatever their unit: %s',
  async (type) => {
    const bytes = await parquetOf(`SELECT CAST('2024-01-02 03:04:05' AS ${type}) AS t`);
    const bounds = { min_value: '2024-01-02 03:04:05', max_value: '2024-01-02 03:04:05' };
    const { checks } = await bench.judgeFile('times.parquet', bytes, {
      expect: [
        { expect_column_values_to_be_of_type: { column: 't', type_: 'timestamp' } },
        { expect_column_values_to_be_between: { column: 't', ...bounds } },
      ],
    });
    expect(checks.every(({ status }) => status === 'pass')).toBe(true);
  },
);
