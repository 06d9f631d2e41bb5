import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { eachLine } from '../../src/data-validate/each-line.js';

const [comma, lineFeed] = [0x2c, 0x0a];

/** Line by line as Node splits it. */
function linesOf(bytes: Uint8Array, from: number, count: number) {
  const separatorsIn = (line: string) => [...line].filter((character) => character === ',').length;
  const lines = Buffer.from(bytes.subarray(from)).toString('latin1').split('\n');
  const counts = lines.map((line, i) => separatorsIn(line) + (i === 0 ? count : 0));
  let at = from - 1;
  const ends = lines.map((line) => (at += line.length + 1));
  return { told: ends.slice(0, -1).map((end, i) => [end, counts[i]]), rest: counts.at(-1) };
}

test('tells every line and its separators, however the bytes lie in memory and whatever else they are', () => {
  // Bytes that differ from those wanted by the highest bit or by one: what arithmetic on whole words may confuse.
  const byte = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(0x61, comma, lineFeed) },
    fc.constantFrom(0x00, 0x01, 0x09, 0x0b, 0x2b, 0x2d, 0x7f, 0x80, 0x8a, 0xac, 0xff),
  );
  fc.assert(
    fc.property(
      fc.array(byte, { maxLength: 120 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 8 }),
      fc.integer({ min: 0, max: 3 }),
      (bytes, offset, from, count) => {
        fc.pre(from <= bytes.length);
        const piece = new Uint8Array(new ArrayBuffer(offset + bytes.length), offset);
        piece.set(bytes);
        const told: [number, number][] = [];
        const rest = eachLine(piece, from, comma, count, (end, separators) => told.push([end, separators]));
        expect({ told, rest }).toEqual(linesOf(piece, from, count));
      },
    ),
    { numRuns: 2000 },
  );
});

test('counts a line of many more separators than a byte can', () => {
  const bytes = Buffer.from(`${'a,'.repeat(1000)}\n${','.repeat(5000)}`);
  const told: [number, number][] = [];
  expect(eachLine(bytes, 0, comma, 0, (end, separators) => told.push([end, separators]))).toBe(5000);
  expect(told).toEqual([[2000, 1000]]);
});
