import { expect, test } from '@jest/globals';
import { suggestSuite } from '../../src/data-validate/suggest/suggest-suite.js';
import { wilsonUpper } from '../../src/data-validate/suggest/wilson.js';
import { checkOf, openBench } from './judge.js';

const bench = openBench();

/** Half of the rows of a made table: the other half is what a suite must also pass. */
function rowsOf(half: 0 | 1, change: (cells: string[], i: number) => readonly string[] = (cells) => cells) {
  const rows = Array.from({ length: 1200 }, (_, i) => {
    const n = (i * 7919 + 13) % 1201;
    return [
      `A${1000 + i}`,
      String(18 + (n % 60)),
      n % 40 === 0 ? '' : (n * 13.7).toFixed(2),
      ['DE', 'FR', 'US'][n % 3] ?? '',
      `user${n}@example.org`,
    ];
  });
  const kept = rows.filter((_, i) => i % 2 === half).map((cells, i) => change(cells, i).join(','));
  return `id,age,income,country,mail\n${kept.join('\n')}\n`;
}

async function failing(content: string): Promise<readonly string[]> {
  const { checks } = await bench.judgeFile('check.csv', content, { suite: 'suite.yml' });
  return checks.filter(({ status }) => status === 'fail').map(({ id }) => id.slice('data-validate/'.length));
}

test('a suggested suite says why, and holds on its own data and on a fresh half', async () => {
  bench.write('learn.csv', rowsOf(0));
  const suite = await suggestSuite(['learn.csv'], bench.ports);
  bench.write('suite.yml', suite);
  expect(suite).toMatch(/# 0 of 600 rows without a value, 600 distinct\n {2}id: \{.* unique: true/);
  expect(suite).toMatch(/age: \{ type: integer, .*min: 0, max: \d+/);
  expect(suite).toMatch(/country: \{.* in: \[ DE, FR, US \]/);
  expect(suite).toMatch(/all of the form email\n {2}mail: \{.*regex:/);
  expect(await failing(rowsOf(0))).toEqual([]);
  expect(await failing(rowsOf(1))).toEqual([]);
});

test.each<[string, (cells: string[], i: number) => readonly string[], string]>([
  ['absent values', ([id = '', , ...rest], i) => [id, i % 10 === 0 ? '' : '30', ...rest], 'not-null'],
  [
    'text among numbers',
    ([id = '', age = '', ...rest], i) => [id, i % 20 === 0 ? 'n/a' : age, ...rest],
    'type',
  ],
  [
    'a unit that changed',
    ([id = '', age = '', ...rest]) => [id, String(Number(age) * 100), ...rest],
    'between',
  ],
  [
    'a category that is new',
    ([id = '', age = '', income = '', , mail = '']) => [id, age, income, 'XX', mail],
    'in-set',
  ],
  ['keys that come twice', ([, ...rest], i) => [`A${i % 500}`, ...rest], 'unique'],
])('and fails on %s', async (_, change, check) => {
  expect(await failing(rowsOf(1, change))).toContain(check);
});

test('data that cannot be read, or hold no rows, suggest nothing', async () => {
  bench.write('ragged.csv', 'a,b\n1\n');
  await expect(suggestSuite(['ragged.csv'], bench.ports)).rejects.toThrow(/not well-formed: 1 field/);
  bench.write('empty.csv', 'a,b\n');
  await expect(suggestSuite(['empty.csv'], bench.ports)).rejects.toThrow(/has no rows/);
});

/** statsmodels 0.15: proportion_confint(count, n, alpha=2*norm.sf(z), method='wilson')[1]. */
test.each([
  [0, 100, 0.137931034],
  [5, 100, 0.312302856],
  [100, 100, 1],
])('Wilson’s upper end for %i of %i', (count, n, expected) => {
  expect(wilsonUpper(count, n)).toBeCloseTo(expected, 8);
});

test('what is suggested is judged as a suite like any other', async () => {
  const result = await bench.judgeFile('check.csv', rowsOf(1), { suite: 'suite.yml' });
  expect(checkOf(result, 'row-count').status).toBe('pass');
});
