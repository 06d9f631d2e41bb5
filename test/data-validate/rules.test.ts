import { describe, expect, test } from '@jest/globals';
import type { Settings } from '../../src/data-validate/settings.js';
import { checkOf, linesOf, openBench } from './judge.js';

const bench = openBench();
type Expectation = Record<string, Record<string, unknown>>;

const cells = (...values: readonly (string | number)[]) =>
  `a\n${values.map((value) => `"${value}"`).join('\n')}\n`;
const expecting = (...expect: readonly Expectation[]): Settings[string] =>
  ({ expect: [...expect] }) as Settings[string];

describe('semantics of Great Expectations', () => {
  test.each<[string, string, Expectation, string, object]>([
    [
      'nulls are left out of value rules',
      cells(1, '', '', 5),
      { expect_column_values_to_be_between: { column: 'a', max_value: 4 } },
      'between',
      { status: 'fail', observed: 0.5, facts: { unexpectedCount: 1, unexpectedPercent: 50 } },
    ],
    [
      'mostly counts non-null values, its edge included',
      cells(1, 2, 3, 9, ''),
      { expect_column_values_to_be_between: { column: 'a', max_value: 4, mostly: 0.75 } },
      'between',
      { status: 'pass', findings: [], observed: 0.75 },
    ],
    [
      'strict bounds refuse the bound',
      cells(1, 2),
      { expect_column_values_to_be_between: { column: 'a', min_value: 1, strict_min: true } },
      'between',
      { status: 'fail' },
    ],
    [
      'a column without values passes value rules',
      cells('', ''),
      { expect_column_values_to_be_in_set: { column: 'a', value_set: [1] } },
      'in-set',
      { status: 'pass', facts: { unexpectedPercent: null } },
    ],
    [
      'and fails rules about a figure',
      cells('', ''),
      { expect_column_max_to_be_between: { column: 'a', max_value: 1 } },
      'max',
      { status: 'fail', observed: null },
    ],
    [
      'every row of a duplicate is unexpected',
      cells(1, 1, 2, ''),
      { expect_column_values_to_be_unique: { column: 'a' } },
      'unique',
      { status: 'fail', facts: { unexpectedCount: 2 } },
    ],
    [
      'not null counts rows',
      cells(1, ''),
      { expect_column_values_to_not_be_null: { column: 'a' } },
      'not-null',
      { status: 'fail', facts: { unexpectedPercent: 50 } },
    ],
    [
      'null counts rows',
      cells(1, ''),
      { expect_column_values_to_be_null: { column: 'a', mostly: 0.5 } },
      'null',
      { status: 'pass' },
    ],
    [
      'a pattern is searched for',
      cells('xaby'),
      { expect_column_values_to_match_regex: { column: 'a', regex: 'ab' } },
      'regex',
      { status: 'pass' },
    ],
    [
      'a refused pattern too',
      cells('xaby', 'b'),
      { expect_column_values_to_not_match_regex: { column: 'a', regex: 'ab' } },
      'not-regex',
      { status: 'fail', facts: { unexpectedCount: 1 } },
    ],
    [
      'lengths are characters',
      cells('🦆é'),
      { expect_column_value_lengths_to_be_between: { column: 'a', min_value: 2, max_value: 2 } },
      'length',
      { status: 'pass' },
    ],
    [
      'times are compared in UTC',
      cells('2020-01-01T23:30:00-01:00'),
      { expect_column_values_to_be_between: { column: 'a', min_value: '2020-01-02' } },
      'between',
      { status: 'pass' },
    ],
    [
      'what is no time is not within times',
      cells('9999'),
      { expect_column_values_to_be_between: { column: 'a', min_value: '2020-01-02' } },
      'between',
      { status: 'fail' },
    ],
    [
      'texts are compared by code point',
      cells('b'),
      { expect_column_values_to_be_between: { column: 'a', min_value: 'a', max_value: 'c' } },
      'between',
      { status: 'pass' },
    ],
    [
      'the mean is a figure',
      cells(1, 2, 4),
      { expect_column_mean_to_be_between: { column: 'a', max_value: 2 } },
      'mean',
      { status: 'fail', observed: 2.33333333 },
    ],
    [
      'distinct values are counted without null',
      cells(1, 1, ''),
      { expect_column_unique_value_count_to_be_between: { column: 'a', max_value: 1 } },
      'distinct-count',
      { status: 'pass', observed: 1 },
    ],
    [
      'distinct values outside a set are counted once',
      cells(1, 7, 7),
      { expect_column_distinct_values_to_be_in_set: { column: 'a', value_set: [1] } },
      'distinct-in-set',
      { status: 'fail', facts: { unexpectedCount: 1 }, findingCount: 2 },
    ],
    [
      'numbers in a set match their other spellings',
      cells('1.0', '2'),
      { expect_column_values_to_be_in_set: { column: 'a', value_set: [1, 2] } },
      'in-set',
      { status: 'pass' },
    ],
    [
      'texts in a set do not',
      cells('1.0'),
      { expect_column_values_to_be_in_set: { column: 'a', value_set: ['1'] } },
      'in-set',
      { status: 'fail' },
    ],
    [
      'a set of columns is exact',
      cells(1),
      { expect_table_columns_to_match_set: { column_set: ['a', 'b'] } },
      'columns-match-set',
      { status: 'fail', findings: [{ message: expect.stringMatching('no column `b`') }] },
    ],
    [
      'unless it need not be',
      cells(1),
      { expect_table_columns_to_match_set: { column_set: ['a'], exact_match: false } },
      'columns-match-set',
      { status: 'pass' },
    ],
    [
      'a column has its place',
      cells(1),
      { expect_column_to_exist: { column: 'a', column_index: 1 } },
      'column-exists',
      { status: 'fail' },
    ],
    [
      'an absent column fails, with the nearest named',
      cells(1),
      { expect_column_values_to_be_unique: { column: 'b' } },
      'unique',
      { status: 'fail', findings: [{ message: expect.stringMatching('the nearest is `a`') }] },
    ],
  ])('%s', async (_, content, expectation, rule, outcome) => {
    const result = await bench.judgeFile('cells.csv', content, expecting(expectation));
    expect(checkOf(result, rule)).toMatchObject(outcome);
  });

  test.each([
    ['all_values_are_missing', [3, 4]],
    ['any_value_is_missing', []],
    ['never', [3, 4, 5, 6]],
  ])('compound uniqueness leaves out rows by %s', async (ignore_row_if, lines) => {
    const expectation = { expect_compound_columns_to_be_unique: { column_list: ['a', 'b'], ignore_row_if } };
    const result = await bench.judgeFile('pairs.csv', 'a,b\n1,1\n1,\n1,\n,\n,\n', expecting(expectation));
    expect(linesOf(checkOf(result, 'unique'))).toEqual(lines);
  });
});

describe('types of cells', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['integer', ['1', '-2', '+3', ' 4 ', '007'], ['1.0', '1e3', '1_000', '0x10', 'one', 'true', 'inf']],
    ['number', ['1', '1.5', '.5', '1e3', '-2.5E-3'], ['1,5', 'NaN', 'inf', '1_0', '1e999', 'abc', '-']],
    ['boolean', ['true', 'False', 'TRUE'], ['1', 'yes', 't']],
    ['date', ['2020-02-29'], ['2021-02-29', '2020-1-1', '2020-01-01 10:00', 'epoch', '20200101']],
    [
      'timestamp',
      ['2020-01-01', '2020-01-01 10:00', '2020-01-01T10:00:00.5Z', '2020-01-01T10:00:00+02:00'],
      ['10:00', 'infinity', '2020-01-01 25:00'],
    ],
    ['text', ['1', 'x', 'true', '2020-01-01'], []],
  ])('%s', async (type, good, bad) => {
    const result = await bench.judgeFile('typed.csv', cells(...good, ...bad), {
      columns: { a: { type: type as 'text' } },
    });
    expect(linesOf(checkOf(result, 'type'))).toEqual(bad.map((_, i) => 2 + good.length + i));
  });

  test('a JSON string that looks like a number is none', async () => {
    const result = await bench.judgeFile('typed.jsonl', '{"a":1}\n{"a":"1"}\n{"a":1.0}\n{"a":null}\n{}\n', {
      columns: { a: { type: 'integer', min: 0 } },
    });
    expect(linesOf(checkOf(result, 'type'))).toEqual([2, 3]);
    expect(linesOf(checkOf(result, 'between'))).toEqual([2]);
  });
});

describe('rules that make no sense are refused', () => {
  test.each<[string, Settings[string], RegExp]>([
    [
      'open at both ends',
      expecting({ expect_column_max_to_be_between: { column: 'a' } }),
      /nothing could fail/,
    ],
    ['the wrong way round', { columns: { a: { min: 2, max: 1 } } }, /above the greatest/],
    ['of two kinds', { columns: { a: { min: 1, max: '2020-01-01' } } }, /one end is a number/],
    [
      'an unknown type',
      expecting({ expect_column_values_to_be_of_type: { column: 'a', type_: 'integr' } }),
      /did you mean `integer`/,
    ],
    ['a pattern with look-ahead', { columns: { a: { regex: 'x(?=y)' } } }, /look-around at position 2/],
    ['a pattern too large', { columns: { a: { regex: '((a{1000}){1000}){1000}' } } }, /is not valid/],
    ['one character for two jobs', { delimiter: '|', quote: '|' }, /are the same/],
    ['settings of CSV for Parquet', { format: 'parquet', delimiter: ';' }, /`delimiter`: only for CSV/],
  ])('%s', async (_, settings, message) => {
    await expect(bench.judgeFile('sense.csv', cells(1), settings)).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringMatching(message),
    });
  });

  test('rules for a dataset that is none', async () => {
    await expect(bench.judge({ train: { path: 'x.csv' } }, { trian: {} })).rejects.toThrow(
      /`trian`.*nearest is `train`/,
    );
  });

  test('a format that the name does not tell', async () => {
    await expect(bench.judgeFile('rows.dat', 'a\n1\n')).rejects.toThrow(
      /set `format` to csv, jsonl, json, parquet or arrow/,
    );
  });
});
