import { describe, expect, test } from '@jest/globals';
import { readConditionObject } from '../../src/data-validate/conditions/object-form.js';
import { type ConditionParser, parseCondition } from '../../src/data-validate/conditions/parse.js';
import { checkOf, openBench } from './judge.js';

const compare = (column: string, sign: string, value: unknown) => ({ kind: 'compare', column, sign, value });

describe('a condition on rows', () => {
  test.each<[ConditionParser, string, unknown]>([
    ['pandas', 'age > 18', compare('age', '>', 18)],
    ['pandas', '18 <= age < 65', { kind: 'and', of: [compare('age', '>=', 18), compare('age', '<', 65)] }],
    ['pandas', '`my age` == -1.5e3', compare('my age', '==', -1500)],
    ['pandas', 'a == "x" and not (b != \'y\' | c)', undefined],
    [
      'pandas',
      'a in ["x", 2] or ~b.isnull()',
      {
        kind: 'or',
        of: [
          { kind: 'in', column: 'a', values: ['x', 2] },
          { kind: 'not', of: { kind: 'null', column: 'b' } },
        ],
      },
    ],
    [
      'pandas',
      'a not in (1, 2) & b == True',
      {
        kind: 'and',
        of: [{ kind: 'not', of: { kind: 'in', column: 'a', values: [1, 2] } }, compare('b', '==', true)],
      },
    ],
    ['great_expectations', 'col("a b") >= 2', compare('a b', '>=', 2)],
    ['great_expectations', 'col("a").notNull()', { kind: 'not', of: { kind: 'null', column: 'a' } }],
    [
      'spark',
      "a = 'it\\'s' AND b <> 3",
      { kind: 'and', of: [compare('a', '==', "it's"), compare('b', '!=', 3)] },
    ],
    [
      'spark',
      'a BETWEEN 1 AND 2 OR b IS NOT NULL',
      {
        kind: 'or',
        of: [
          { kind: 'and', of: [compare('a', '>=', 1), compare('a', '<=', 2)] },
          { kind: 'not', of: { kind: 'null', column: 'b' } },
        ],
      },
    ],
  ])('in the words of %s: %s', (parser, text, expected) => {
    if (expected === undefined)
      expect(() => parseCondition(text, parser)).toThrow(/a comparison is expected/);
    else expect(parseCondition(text, parser)).toEqual(expected);
  });

  test.each([
    ['age >', /at position 6, a number, a text in quotes, true or false is expected/],
    ['age', /a comparison is expected/],
    ['@x > 1', /at position 1, "@" stands where nothing begins with it/],
    ['a = 1', /a comparison is expected/],
    ['a.str.len() > 1', /at position \d+, `\(` is expected/],
    ['a.sum()', /the method sum is not understood/],
    ['a == b', /a column is to be compared with a literal/],
    ['a == 1 b', /something follows the condition/],
    [`${'('.repeat(50)}a == 1${')'.repeat(50)}`, /nested more than 32 deep/],
    [`a == "${'x'.repeat(5000)}"`, /at most 4096 are read/],
    ['__import__("os")', /is understood|is expected|stands where/],
  ])('that is not understood is refused with its position: %.30s', (text, message) => {
    expect(() => parseCondition(text, 'pandas')).toThrow(message);
  });

  test('may be an object of Great Expectations', () => {
    expect(
      readConditionObject({
        type: 'and',
        conditions: [
          { type: 'comparison', column: { name: 'a' }, operator: 'IN', parameter: [1, 2] },
          { type: 'nullity', column: { name: 'b' }, is_null: false },
        ],
      }),
    ).toEqual({
      kind: 'and',
      of: [
        { kind: 'in', column: 'a', values: [1, 2] },
        { kind: 'not', of: { kind: 'null', column: 'b' } },
      ],
    });
    expect(() =>
      readConditionObject({ type: 'comparison', column: 'a', operator: 'LIKE', parameter: 1 }),
    ).toThrow(/`operator`/);
  });

  test.each([
    ['pandas', 'b != 1', 2],
    ['pandas', 'not (b == 1)', 2],
    ['spark', 'b <> 1', 1],
    ['spark', 'NOT (b = 1)', 1],
    ['spark', 'NOT (b = 1 AND b = 2)', 2],
  ])('decides on absent values as %s does: %s', async (condition_parser, row_condition, rows) => {
    const bench = openBench();
    const result = await bench.judgeFile('a.csv', 'a,b\n1,1\n2,2\n3,\n', {
      expect: [
        {
          expect_table_row_count_to_equal: {
            value: rows,
            row_condition,
            condition_parser: condition_parser as 'pandas',
          },
        },
      ],
    });
    expect(checkOf(result, 'row-count')).toMatchObject({ status: 'pass', observed: rows });
  });
});
