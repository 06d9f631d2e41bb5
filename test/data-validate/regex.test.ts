import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assertCommonRegex } from '../../src/data-validate/regex.js';
import { Failure } from '../../src/gate/failure.js';
import { openBench } from './judge.js';

describe('patterns that RE2 and Java read alike', () => {
  test.each([
    '^[A-Z]{2}\\d+$',
    '(?:a|b)*?c',
    '(?i)abc',
    '(?is-m:x)',
    '[^\\]a-z\\-]',
    '\\p{Lu}\\P{L}',
    '\\x41\\x{1F600}',
    'a{2,1000}',
    '\\.\\$\\{',
    'é🦆',
    '',
    'a||b',
    '[a-z&]',
    '}',
    '\\|*\\(+',
  ])('%s is taken', (pattern) => {
    expect(() => assertCommonRegex(pattern)).not.toThrow();
  });

  test.each<[string, string, number]>([
    ['(?=a)', 'look-around', 1],
    ['ab(?!a)', 'look-around', 3],
    ['(?<=a)b', 'look-around', 1],
    ['(?<!a)b', 'look-around', 1],
    ['(a)\\1', 'a back-reference', 4],
    ['(?<n>a)\\k<n>', 'a named group', 1],
    ['(?P<n>a)', 'a named group', 1],
    ['(?>a)', 'an atomic group', 1],
    ['a*+', 'possessive', 2],
    ['a|*', 'nothing before it', 3],
    ['(+a)', 'nothing before it', 2],
    ['a{2}{3}', 'doubled quantifier', 2],
    ['(?U)a', 'a flag other than', 1],
    ['\\Qa\\E', 'an escape that not every engine knows', 1],
    ['\\u0041', 'an escape that not every engine knows', 1],
    ['\\v', 'differently', 1],
    ['\\p{Greek}', 'general category', 1],
    ['[a-z&&[b]]', 'an intersection', 5],
    ['[[:alpha:]]', 'an unescaped [ inside a class', 2],
    ['[]a]', 'an unescaped ] at the start', 2],
    ['[^]a]', 'an unescaped ] at the start', 3],
    ['a{1001}', 'more than 1000 repetitions', 2],
    ['a{,3}', 'an unescaped {', 2],
    ['(a', 'a ( without its )', 1],
    ['a)', 'a ) without its (', 2],
    ['[a', 'a [ without its ]', 1],
    ['a\\', 'a backslash at the end', 2],
  ])('%s is refused', (pattern, what, position) => {
    const attempt = () => assertCommonRegex(pattern);
    expect(attempt).toThrow(Failure);
    expect(attempt).toThrow(new RegExp(`${what.replaceAll(/[[\](){}]/g, '\\$&')}.*position ${position}\\b`));
  });

  test('what is taken, DuckDB compiles', async () => {
    const session = await (await openBench().ports.engine()).open([]);
    const unit = fc.constantFrom(...'ab.*+?()[]{}|^$\\dwps-&:,1<=!P', 'é');
    const patterns = fc.sample(fc.string({ unit, maxLength: 9 }), 3000).filter((pattern) => {
      try {
        assertCommonRegex(pattern);
        return true;
      } catch {
        return false;
      }
    });
    const refused: string[] = [];
    for (const pattern of new Set(patterns))
      await session.rows("SELECT regexp_matches('', $1)", [pattern]).catch(() => refused.push(pattern));
    await session.close();
    // Left to the engine itself: it says so when the rules are loaded.
    expect(refused.filter((pattern) => !/(^|[(^:)|$])[*+?{]|-/.test(pattern))).toEqual([]);
  });
});
