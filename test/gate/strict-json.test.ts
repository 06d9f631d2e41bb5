import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { JsonError, parseStrictJson } from '../../src/gate/strict-json.js';

const parse = (text: string | Uint8Array) => parseStrictJson(Buffer.from(text));

describe('strict JSON', () => {
  test('reads what JSON.parse reads, for any value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 1), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test('takes a key again in another object, and a value that looks like a key', () => {
    expect(parse('{"a":{"a":1},"b":[{"a":"a"},{"a":":"}]}')).toEqual(
      JSON.parse('{"a":{"a":1},"b":[{"a":"a"},{"a":":"}]}'),
    );
    expect(parse(String.raw`{"a\"b":"\\","c":"\":"}`)).toEqual(
      JSON.parse(String.raw`{"a\"b":"\\","c":"\":"}`),
    );
  });

  test.each([
    ['a key twice', '{"a":1,"a":2}', /key "a" twice/],
    ['a key twice after a nested object', '{"a":{"x":[]},"a":2}', /key "a" twice/],
    ['a key twice in other letters', String.raw`{"a":1,"\u0061":2}`, /key "a" twice/],
    ['a key twice that ends in a backslash', String.raw`{"a\\":1,"a\\":2}`, /twice/],
    ['the prototype twice', '{"__proto__":1,"__proto__":2}', /key "__proto__" twice/],
    ['nothing', '', /is empty/],
    ['a byte order mark', '\uFEFF{}', /is not JSON/],
    ['trailing data', '{} {}', /is not JSON/],
    ['a comment', '{} // x', /is not JSON/],
    ['NaN', '[NaN]', /is not JSON/],
    ['an open string', '{"a', /is not JSON/],
    ['65 levels', '['.repeat(65) + ']'.repeat(65), /nests deeper/],
    ['a million levels', '['.repeat(1_000_000), /nests deeper/],
  ])('refuses %s', (_, text, message) => {
    expect(() => parse(text)).toThrow(JsonError);
    expect(() => parse(text)).toThrow(message);
  });

  test('refuses bytes that are not UTF-8', () => {
    expect(() => parse(Buffer.from([0x22, 0xc3, 0x28, 0x22]))).toThrow(/is not UTF-8/);
  });

  test('makes no prototype of what it reads', () => {
    const value = parse('{"__proto__":{"polluted":true}}');
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('reads megabytes of strings and backslashes in linear time', () => {
    const text = JSON.stringify({ payload: 'A'.repeat(8_000_000), escapes: '\\"'.repeat(500_000) });
    const start = performance.now();
    parse(text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
