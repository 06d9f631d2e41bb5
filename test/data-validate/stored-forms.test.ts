import zlib from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { plainCopy } from '../../src/data-validate/plain-copy.js';
import { Failure } from '../../src/gate/failure.js';
import { checkOf, linesOf, openBench } from './judge.js';

const bench = openBench();
const csv = 'id,city\n1,Köln\n2,"Paris\nNord"\n3,\n4,São Paulo\n';
const halves = [csv.slice(0, 20), csv.slice(20)];
const gzipped = halves.map((part) => zlib.gzipSync(part));
const zstandard = halves.map((part) => zlib.zstdCompressSync(part));
/** RFC 8878, 3.1.2: magic number, size, user data. */
const skippable = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4]);
const rules = {
  expect: [
    { expect_column_values_to_be_in_set: { column: 'city', value_set: ['Köln', 'Paris\nNord'] } },
    { expect_table_row_count_to_equal: { value: 4 } },
  ],
};

/** `around` stands after each part, and before the first where the format allows it. */
function joined(parts: readonly Uint8Array[], around: Uint8Array = new Uint8Array(0)): Uint8Array {
  const before = around === skippable ? around : new Uint8Array(0);
  return Buffer.concat([before, ...parts.flatMap((part) => [part, around])]);
}

async function problemsOf(judging: Promise<unknown>): Promise<string> {
  try {
    await judging;
  } catch (error) {
    if (error instanceof Failure)
      return error.problems.map(({ message, place }) => `${place?.file}: ${message}`).join('\n');
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a text file, however it is stored', () => {
  test.each<[string, string, Uint8Array, object]>([
    ['plain', 'a.csv', Buffer.from(csv), {}],
    ['gzip', 'a.csv.gz', zlib.gzipSync(csv), {}],
    [
      'gzip of two members',
      'a.csv.gz',
      Buffer.concat([csv.slice(0, 20), csv.slice(20)].map((part) => zlib.gzipSync(part))),
      {},
    ],
    ['gzip of two members, zeros around', 'a.csv.gz', joined(gzipped, Buffer.alloc(9)), {}],
    ['Zstandard', 'a.csv.zst', zlib.zstdCompressSync(csv), {}],
    ['Zstandard of two frames', 'a.csv.zst', joined(zstandard), {}],
    ['Zstandard of two frames, frames to skip around', 'a.csv.zst', joined(zstandard, skippable), {}],
    ['gzip by setting', 'a.csv', zlib.gzipSync(csv), { compression: 'gzip' as const }],
    ['ISO 8859-1', 'a.csv', Buffer.from(csv, 'latin1'), { encoding: 'iso-8859-1' }],
    ['UTF-16 with its mark', 'a.csv', Buffer.from(`\ufeff${csv}`, 'utf16le'), {}],
    ['gzip of UTF-16', 'a.csv.gz', zlib.gzipSync(Buffer.from(`\ufeff${csv}`, 'utf16le')), {}],
  ])('is judged alike, with the lines of its text: %s', async (_, name, bytes, settings) => {
    const result = await bench.judgeFile(name, bytes, { ...rules, ...settings });
    const inSet = checkOf(result, 'in-set');
    expect(inSet).toMatchObject({ status: 'fail', facts: { unexpectedCount: 1 } });
    expect(linesOf(inSet)).toEqual([6]);
    expect(inSet.findings[0]?.file).toBe(name);
    expect(checkOf(result, 'row-count').status).toBe('pass');
  });

  test('is named by the digest of the stored bytes', async () => {
    const [plain, packed] = [
      await bench.judgeFile('a.csv', csv),
      await bench.judgeFile('a.csv.gz', zlib.gzipSync(csv)),
    ];
    expect(packed.subjects[0]?.digest).not.toEqual(plain.subjects[0]?.digest);
    expect(packed.subjects[0]?.name).toBe('a.csv.gz');
  });

  test.each<[string, string, Uint8Array, object, RegExp]>([
    ['no gzip', 'a.csv.gz', Buffer.from(csv), {}, /a\.csv\.gz: is no whole gzip file/],
    ['gzip cut off', 'a.csv.gz', zlib.gzipSync(csv).subarray(0, 30), {}, /is no whole gzip file/],
    [
      'Zstandard cut off',
      'a.csv.zst',
      zlib.zstdCompressSync(csv).subarray(0, 30),
      {},
      /is no whole zstd file/,
    ],
    [
      'gzip and something after it',
      'a.csv.gz',
      joined([...gzipped, Buffer.from('more')]),
      {},
      /no whole gzip/,
    ],
    ['gzip, a zero and something', 'a.csv.gz', joined([...gzipped, Buffer.from('\0x')]), {}, /no whole gzip/],
    [
      'Zstandard and something after it',
      'a.csv.zst',
      joined([...zstandard, Buffer.from('more')]),
      {},
      /no whole zstd/,
    ],
    ['a second frame cut off', 'a.csv.zst', joined(zstandard).subarray(0, -3), {}, /no whole zstd/],
    ['empty Zstandard', 'a.csv.zst', new Uint8Array(0), {}, /no whole zstd/],
    [
      'an encoding that nobody knows',
      'a.csv',
      Buffer.from(csv),
      { encoding: 'klingon' },
      /`encoding` "klingon" is not known/,
    ],
    [
      'bytes that its encoding does not know',
      'a.csv',
      Buffer.from('a\n\x81\xff', 'latin1'),
      { encoding: 'shift_jis' },
      /not shift_jis, at byte 0/,
    ],
    [
      'a bomb',
      'a.csv.gz',
      zlib.gzipSync(Buffer.alloc(80 * 1024 * 1024, 'a')),
      {},
      /grows to more than 200 times/,
    ],
    [
      'a setting of text for Parquet',
      'a.parquet',
      Buffer.from('PAR1'),
      { compression: 'gzip' as const },
      /only for text/,
    ],
  ])('is refused with %s', async (_, name, bytes, settings, message) => {
    expect(await problemsOf(bench.judgeFile(name, bytes, settings))).toMatch(message);
  });
});

describe('a JSON file', () => {
  test('that holds one array is read element by element, at the lines where they begin', async () => {
    const text = '[\n {"id": 1,\n  "city": "Köln"},\n\n {"id": 2, "city": "a]\\"}"}, {"id": 3}\n]\n';
    const result = await bench.judgeFile('a.json', text, {
      expect: [
        { expect_column_values_to_not_be_null: { column: 'city' } },
        { expect_table_row_count_to_equal: { value: 3 } },
      ],
    });
    expect(checkOf(result, 'row-count').status).toBe('pass');
    expect(linesOf(checkOf(result, 'not-null'))).toEqual([5]);
  });

  test('that holds JSON lines is read as such', async () => {
    const result = await bench.judgeFile('a.json', '{"a": 1}\n{"a": 2}\n', {
      expect: [{ expect_table_row_count_to_equal: { value: 2 } }],
    });
    expect(checkOf(result, 'row-count').status).toBe('pass');
  });

  test('with an element that is no object names its line', async () => {
    const result = await bench.judgeFile('a.json', '[{"a": 1},\n 7]', {});
    expect(checkOf(result, 'well-formed').findings[0]).toMatchObject({ line: 2 });
  });

  test.each([
    ['does not end', '[{"a": 1}', /a\.json: is no JSON array of objects: the array does not end/],
    ['goes on after its end', '[{"a": 1}] x', /something follows the array/],
    ['misses an element', '[{"a": 1},]', /an element is missing/],
  ])('that %s is refused', async (_, text, message) => {
    expect(await problemsOf(bench.judgeFile('a.json', text))).toMatch(message);
  });
});

test('a copy into UTF-8 stops when its signal aborts', async () => {
  bench.write('large.csv', Buffer.alloc(64 * 1024 * 1024, 'a,b\n'));
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('enough')), 1);
  const copying = plainCopy(
    { path: bench.ports.files.resolve('large.csv'), shown: 'large.csv' },
    { encoding: 'windows-1252' },
    { ...bench.ports, signal: controller.signal },
  );
  await expect(copying).rejects.toThrow('enough');
});

test('past its timeout a dataset could not be judged', async () => {
  const rows = Array.from({ length: 200_000 }, (_, i) => `${i},${i % 97},${'x'.repeat(40)}`).join('\n');
  const query = 'SELECT 1 FROM {batch} a, {batch} b WHERE a.a + b.b = -1';
  const judging = bench.judgeFile('a.csv', `a,b,c\n${rows}\n`, {
    timeout: '1s',
    expect: [{ unexpected_rows_expectation: { unexpected_rows_query: query } }],
  });
  expect(await problemsOf(judging)).toMatch(/could not be judged within its `timeout` of 1s/);
});
