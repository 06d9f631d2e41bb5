import { describe, expect, test } from '@jest/globals';
import { checkOf, linesOf, openBench } from './judge.js';

const bench = openBench();
const people = 'id,age,country\n1,30,DE\n2,17,FR\n3,abc,US\n4,,XX\n4,200,DE\n';

describe('data-validate', () => {
  test('passes clean data and names its subject', async () => {
    const result = await bench.judgeFile('clean.csv', 'id,age\n1,30\n2,40\n', {
      columns: { id: { type: 'integer', unique: true, 'max-null-share': 0 }, age: { min: 18, max: 110 } },
    });
    expect(result.verdict).toBe('pass');
    expect(result.subjects).toMatchObject([
      { name: 'clean.csv', kind: 'file', role: 'dataset', label: 'data' },
    ]);
    expect(result.metrics).toMatchObject({ rows: 2, columns: 2 });
  });

  test('tells each faulty row by its line, in every check', async () => {
    const result = await bench.judgeFile('people.csv', people, {
      columns: {
        id: { unique: true },
        age: { type: 'integer', min: 18, max: 110, 'max-null-share': 0 },
        country: { in: ['DE', 'FR', 'US'] },
      },
    });
    expect(result.verdict).toBe('fail');
    expect(linesOf(checkOf(result, 'unique'))).toEqual([5, 6]);
    expect(linesOf(checkOf(result, 'type'))).toEqual([4]);
    expect(linesOf(checkOf(result, 'between'))).toEqual([3, 4, 6]);
    expect(linesOf(checkOf(result, 'not-null'))).toEqual([5]);
    expect(linesOf(checkOf(result, 'in-set'))).toEqual([5]);
    expect(checkOf(result, 'between')).toMatchObject({
      observed: 0.25,
      facts: { dataset: 'data', column: 'age', unexpectedCount: 3, unexpectedPercent: 75, elementCount: 4 },
    });
  });
});
