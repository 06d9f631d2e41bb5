import { describe, expect, test } from '@jest/globals';
import { looksLikeCondition, parseCondition } from '../../src/fairness-gate/condition.js';
import { Failure } from '../../src/gate/failure.js';

describe('reads column, comparison, constant', () => {
  test.each([
    ['score < 0.12', { column: 'score', operator: '<', constant: 0.12 }],
    ['score>=-1e-3', { column: 'score', operator: '>=', constant: -0.001 }],
    ["decision = 'approved'", { column: 'decision', operator: '=', constant: 'approved' }],
    ["decision == 'it''s'", { column: 'decision', operator: '=', constant: "it's" }],
    ["risk <> 'a < b'", { column: 'risk', operator: '!=', constant: 'a < b' }],
    ['approved = TRUE', { column: 'approved', operator: '=', constant: true }],
    ['"a ""b"" <= c" != 1', { column: 'a "b" <= c', operator: '!=', constant: 1 }],
    ['größe.x-1 > 0', { column: 'größe.x-1', operator: '>', constant: 0 }],
  ] as const)('%s', (text, expected) => {
    expect(parseCondition(text, 'key')).toEqual(expected);
  });
});

describe('refuses everything else', () => {
  test.each([
    '',
    'score',
    'score <',
    'score < limit',
    'score < 1 OR 1=1',
    'score < 1; DROP TABLE x',
    "name < 'b'",
    'flag >= true',
    "a = 'b",
    "a = 'b' --'",
    'score < NaN',
    'score < 1e999',
    '1 < score',
    'f(score) < 1',
    'score =! 1',
  ])('%j', (text) => {
    expect(() => parseCondition(text, 'fairness-gate/label')).toThrow(Failure);
    expect(() => parseCondition(text, 'fairness-gate/label')).toThrow(/^fairness-gate\/label: /);
  });

  test('a long hostile text in no time', () => {
    const started = performance.now();
    for (const part of ['"', '""', 'a', ' ', "'", '<']) {
      const text = part.repeat(4096);
      looksLikeCondition(text);
      looksLikeCondition(`a = ${text}`);
    }
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test('a column name is not taken for a comparison', () => {
  expect(looksLikeCondition('two_year_recid')).toBe(false);
  expect(looksLikeCondition("score_text != 'Low'")).toBe(true);
});
