import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseRecord, sniffDelimiter } from '../../src/data-validate/csv-header.js';
import { CsvScanner, type CsvSurvey } from '../../src/data-validate/csv-scanner.js';

const marks = { delimiter: ',', quote: '"' };

function survey(text: string, wanted: readonly number[] = [], pieceBytes = 1 << 20): CsvSurvey {
  const scanner = new CsvScanner(marks, wanted);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += pieceBytes) scanner.push(bytes.subarray(at, at + pieceBytes));
  return scanner.end();
}

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ', 'é', '🦆'), maxLength: 6 });
const quoteCell = (text: string) => `"${text.replaceAll('"', '""')}"`;
const writeCell = (text: string) => (/[",\n\r]|^ /.test(text) || text === '' ? quoteCell(text) : text);
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );

describe('CsvScanner', () => {
  test('finds every record at its line, whatever is in the fields and wherever pieces end', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('\n' as const, '\r\n' as const),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (rows, newline, finalNewline, pieceBytes) => {
          const records = rows.map((row) => row.map(writeCell).join(','));
          const text = records.join(newline) + (finalNewline ? newline : '');
          const wanted = records.map((_, i) => i + 1);
          const expected = records.map(
            (_, i) => 1 + records.slice(0, i).reduce((lines, record) => lines + record.split('\n').length, 0),
          );
          const found = survey(text, wanted, pieceBytes);
          expect(found.broken.first).toEqual([]);
          expect(found.records).toBe(records.length);
          expect(found.lines).toEqual(expected);
          expect(found.multiline.count).toBe(records.filter((record) => record.includes('\n')).length);
          if (records.length > 1 || finalNewline) expect(found.newline).toBe(newline);
          expect(
            parseRecord(text.slice(0, text.indexOf(records[0] ?? '') + (records[0]?.length ?? 0)), marks),
          ).toEqual(rows[0]);
        },
      ),
    );
  });

  test('sees the same wherever pieces end, and so with quotes in a piece or without', () => {
    const character = fc.constantFrom('a', ',', '\n', ' ', '"', '\r\n', 'é');
    fc.assert(
      fc.property(
        fc.array(character, { maxLength: 60 }),
        fc.integer({ min: 1, max: 7 }),
        (characters, pieceBytes) => {
          const text = characters.join('');
          expect(survey(text, [1, 3], pieceBytes)).toEqual(survey(text, [1, 3], 1000));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('names a row with another number of fields by its true line', () => {
    const { broken } = survey('a,b\n"x\ny",1\n3\n4,5,6\n');
    expect(broken).toMatchObject({
      count: 2,
      first: [
        { line: 4, what: '1 field where the first line has 2' },
        { line: 5, what: '3 fields where the first line has 2' },
      ],
    });
  });

  test('skips a byte order mark and measures the first record without it', () => {
    expect(survey('\ufeffab,c\n1,2\n', [], 1 << 20)).toMatchObject({ records: 2, fields: 2, firstBytes: 4 });
  });

  test('takes a blank line for a row only where there is one column', () => {
    expect(survey('a\n1\n\n3\n')).toMatchObject({ records: 4, blank: { count: 0 } });
    expect(survey('a,b\n1,2\n\n3,4\n\n\n')).toMatchObject({
      records: 3,
      blank: { count: 1, first: [{ line: 3 }] },
    });
  });

  test('sees an underscore between two digits wherever pieces end, and no other', () => {
    const text = fc.string({ unit: fc.constantFrom('1', '7', '_', 'a', ','), maxLength: 8 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 4 }), (line, pieceBytes) => {
        expect(survey(`${line}\n`, [], pieceBytes).underscored).toBe(/\d_\d/.test(line));
      }),
    );
  });

  test('keeps only the first hundred sightings and counts all', () => {
    const { broken } = survey(`a,b\n${'1\n'.repeat(5000)}`);
    expect([broken.count, broken.first.length]).toEqual([5000, 100]);
  });

  test('takes a quote inside a bare field as it stands', () => {
    expect(survey('a,b\n5" pipe,2\n').broken.count).toBe(0);
  });
});

describe('sniffDelimiter', () => {
  test.each([
    ['a,b,c\n1;2;3', ','],
    ['a;b;c\n', ';'],
    ['a\tb\n', '\t'],
    ['a|b|c', '|'],
    ['"a;b;c",d\n', ','],
    ['alone\n', ','],
    ['', ','],
  ])('%j is separated by %j', (start, delimiter) => {
    expect(sniffDelimiter(start, '"')).toBe(delimiter);
  });
});
