import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LineScanner } from '../../src/data-validate/line-scanner.js';

function survey(text: string, pieceBytes: number) {
  const scanner = new LineScanner();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) scanner.push(bytes.subarray(at, at + pieceBytes));
  return scanner.end();
}

describe('LineScanner', () => {
  test.each([
    ['a\nb\n', '\n', []],
    ['a\r\nb\r\n', '\r\n', []],
    ['a\nb\r\nc\n', '\n', [2]],
    ['a\r\nb\n', '\r\n', [2]],
    ['a\nb\rc\nd', '\n', [2]],
    ['a\r\nb\rc\r\n', '\r\n', [2]],
    ['a\nb\rc', '\n', [2]],
    ['a\r', '\n', [1]],
    ['', '\n', []],
  ])('%j', (text, newline, lines) => {
    for (const pieceBytes of [1, 2, 3, 100]) {
      const found = survey(text, pieceBytes);
      expect(found.newline).toBe(newline);
      expect(found.broken.first.map(({ line }) => line)).toEqual(lines);
    }
  });

  test('comes to the same wherever pieces end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\r\n'), maxLength: 20 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 6 }), (content, pieceBytes) => {
        expect(survey(content, pieceBytes)).toEqual(survey(content, 1000));
      }),
    );
  });
});
