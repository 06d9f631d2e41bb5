import { isUtf8 } from 'node:buffer';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TextGuard } from '../../src/data-validate/text-guard.js';

function guard(bytes: Uint8Array, pieceBytes: number) {
  const watching = new TextGuard();
  for (let at = 0; at < bytes.length; at += pieceBytes) watching.push(bytes.subarray(at, at + pieceBytes));
  watching.end();
  return watching.found;
}

describe('TextGuard', () => {
  test('accepts exactly UTF-8 without NUL, wherever pieces end', () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }).map((text) => new Uint8Array(Buffer.from(text))),
      fc.uint8Array({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 5 }), (text, pieceBytes) => {
        const found = guard(text, pieceBytes);
        expect(found === undefined).toBe(isUtf8(text) && !text.includes(0));
        if (found) expect(isUtf8(text.subarray(0, found.offset))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [[0x61, 0x00], 1],
    [[0x61, 0xff, 0x00], 1],
    [[0xe2, 0x82, 0xac, 0xe2, 0x28], 3],
    [[0x61, 0xf0, 0x9f], 1],
  ])('names the offset in %j', (bytes, offset) => {
    expect(guard(Uint8Array.from(bytes), 2)?.offset).toBe(offset);
  });
});
