import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { compareCodePoints } from '../../src/gate/order.js';

const byUtf8 = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

describe('code point order', () => {
  test('puts U+1F600 after U+FB01, where UTF-16 order puts it before', () => {
    const names = ['\u{1F600}', '\uFB01'];
    const byUtf16 = (a: string, b: string) => (a < b ? -1 : 1);
    expect([...names].sort(byUtf16)).toEqual(['\u{1F600}', '\uFB01']);
    expect([...names].sort(compareCodePoints)).toEqual(['\uFB01', '\u{1F600}']);
  });

  test('is the byte order of UTF-8', () => {
    const text = fc.string({ unit: 'binary', maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) =>
        expect(Math.sign(compareCodePoints(a, b))).toBe(Math.sign(byUtf8(a, b))),
      ),
    );
  });
});
