import { describe, expect, test } from '@jest/globals';
import { showCell, showJson, showNumber, showThreshold } from '../../src/surfaces/values.js';

describe('numbers are the same in every locale', () => {
  test.each([
    [0, '0'],
    [1234567, '1,234,567'],
    [-1234.5, '-1,234.5'],
    [0.713377, '0.7134'],
    [123456.789, '123,456.8'],
    [1e21, '1e+21'],
    [1.23456e-9, '1.235e-9'],
    [Number.NaN, 'NaN'],
  ])('%d', (value, expected) => {
    expect(showNumber(value)).toBe(expected);
  });

  test('what missed a threshold closely does not look like it', () => {
    expect(showJson(0.79996)).toBe('0.79996');
  });
});

test.each([
  [{ min: 0.8, max: 1.25 }, 'at least 0.8, at most 1.25'],
  [{ ratio: { min: 0.8 } }, 'ratio at least 0.8'],
  [['DE', 'FR'], 'DE, FR'],
  [Array.from({ length: 12 }, (_, i) => i), '0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more'],
  ['none', 'none'],
  [null, '–'],
  [true, 'true'],
])('a threshold reads as words: %j', (value, expected) => {
  expect(showThreshold(value)).toBe(expected);
});

test('an undefined figure is not zero', () => {
  expect(showCell(null)).toBe('–');
  expect(showJson({ min: null })).toBe('min –');
});
