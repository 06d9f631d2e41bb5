import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as arrow from 'apache-arrow';
import fc from 'fast-check';
import { unpackLz4 } from '../../src/data-validate/arrow/lz4.js';
import { loadedName } from '../../src/data-validate/duckdb-source.js';
import { openArrow } from '../../src/data-validate/open-arrow.js';
import { Failure } from '../../src/gate/failure.js';
import { makePorts } from '../ports.js';
import { openBench } from './judge.js';

const bench = openBench();
const ports = makePorts();

const stored = (vector: arrow.Vector, format: 'file' | 'stream' = 'file') =>
  arrow.tableToIPC(new arrow.Table({ a: vector }), format);
/** A column whose values are given as its type stores them. */
const raw = (type: arrow.DataType, data: unknown, length = 2) =>
  new arrow.Vector([arrow.makeData({ type, data, length, nullCount: 0 } as never)]);
const built = (values: readonly unknown[], type: arrow.DataType): arrow.Vector =>
  arrow.vectorFromArray(values as unknown[], type);

/** The engine's type of the column, and its values. */
async function read(bytes: Uint8Array) {
  const file = path.join(ports.workspace, 'a.arrow');
  writeFileSync(file, bytes);
  const session = await (await ports.engine()).open([file], { ordered: true });
  try {
    const { table } = await openArrow([{ path: file, shown: 'a.arrow' }], session, ports);
    const rows = await session.rows(`SELECT c0 FROM ${loadedName(file)}`);
    return [table.columns[0]?.declared, rows.map(({ c0 }) => c0)] as const;
  } finally {
    await session.close();
  }
}

const field = (name: string, type: arrow.DataType) => new arrow.Field(name, type, true);
const day = 86_400_000n;

describe('a column of Arrow comes into the engine as one of Parquet does', () => {
  test.each<[string, arrow.Vector, string, unknown[]]>([
    [
      'no type',
      arrow.makeVector(arrow.makeData({ type: new arrow.Null(), length: 2 })),
      'INTEGER',
      [null, null],
    ],
    ['int8', built([1, null], new arrow.Int8()), 'TINYINT', [1, null]],
    ['int64', built([2n ** 63n - 1n, null], new arrow.Int64()), 'BIGINT', [2n ** 63n - 1n, null]],
    ['uint64', built([2n ** 64n - 1n, null], new arrow.Uint64()), 'UBIGINT', [2n ** 64n - 1n, null]],
    ['float16', raw(new arrow.Float16(), new Uint16Array([0x3c00, 0xc000])), 'FLOAT', [1, -2]],
    ['float32', built([1.5, null], new arrow.Float32()), 'FLOAT', [1.5, null]],
    ['float64, NaN', built([Number.NaN, null], new arrow.Float64()), 'DOUBLE', [Number.NaN, null]],
    ['bool', built([true, false, null], new arrow.Bool()), 'BOOLEAN', [true, false, null]],
    ['utf8', built(['Köln', '', null], new arrow.Utf8()), 'VARCHAR', ['Köln', '', null]],
    ['large utf8', built(['Köln', null], new arrow.LargeUtf8()), 'VARCHAR', ['Köln', null]],
    ['binary', built([new Uint8Array([255]), null], new arrow.Binary()), 'BLOB', [Buffer.from([255]), null]],
    [
      'fixed-size binary',
      raw(new arrow.FixedSizeBinary(2), new Uint8Array([1, 2, 3, 4])),
      'BLOB',
      [Buffer.from([1, 2]), Buffer.from([3, 4])],
    ],
    [
      'decimal',
      raw(
        new arrow.Decimal(2, 10, 128),
        new Uint32Array([150, 0, 0, 0, 0xffffff1f, 0xffffffff, 0xffffffff, 0xffffffff]),
      ),
      'DECIMAL(10,2)',
      ['1.50', '-2.25'],
    ],
    ['days', raw(new arrow.DateDay(), new Int32Array([19_724, -1])), 'DATE', ['2024-01-02', '1969-12-31']],
    [
      'days in milliseconds',
      raw(new arrow.DateMillisecond(), new BigInt64Array([day, -day])),
      'DATE',
      ['1970-01-02', '1969-12-31'],
    ],
    [
      'seconds',
      raw(new arrow.TimestampSecond(), new BigInt64Array([1n, -1n])),
      'TIMESTAMP',
      ['1970-01-01 00:00:01', '1969-12-31 23:59:59'],
    ],
    [
      'milliseconds',
      raw(new arrow.TimestampMillisecond(), new BigInt64Array([1n, -1n])),
      'TIMESTAMP',
      ['1970-01-01 00:00:00.001', '1969-12-31 23:59:59.999'],
    ],
    [
      'microseconds',
      raw(new arrow.TimestampMicrosecond(), new BigInt64Array([1n, -1n])),
      'TIMESTAMP',
      ['1970-01-01 00:00:00.000001', '1969-12-31 23:59:59.999999'],
    ],
    [
      'nanoseconds',
      raw(new arrow.TimestampNanosecond(), new BigInt64Array([1n, -1n])),
      'TIMESTAMP_NS',
      ['1970-01-01 00:00:00.000000001', '1969-12-31 23:59:59.999999999'],
    ],
    [
      'nanoseconds with a zone',
      raw(new arrow.TimestampNanosecond('Europe/Berlin'), new BigInt64Array([1000n, -1n])),
      'TIMESTAMP WITH TIME ZONE',
      ['1970-01-01 00:00:00.000001+00', '1969-12-31 23:59:59.999999+00'],
    ],
    [
      'a time of day',
      raw(new arrow.TimeMillisecond(), new Int32Array([1, 2])),
      'TIME',
      ['00:00:00.001', '00:00:00.002'],
    ],
    ['a duration', raw(new arrow.DurationMicrosecond(), new BigInt64Array([1n, 2n])), 'BIGINT', [1n, 2n]],
    [
      'a dictionary',
      built(['x', 'y', 'x', null], new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
      'VARCHAR',
      ['x', 'y', 'x', null],
    ],
    [
      'lists',
      built([[1, null], [], null], new arrow.List(field('item', new arrow.Int32()))),
      'INTEGER[]',
      [[1, null], [], null],
    ],
    [
      'lists of one size',
      built([[1, 2], null], new arrow.FixedSizeList(2, field('item', new arrow.Int32()))),
      'INTEGER[2]',
      [[1, 2], null],
    ],
    [
      'structs',
      built(
        [{ x: 1, __proto__y: 'a' }, null],
        new arrow.Struct([field('x', new arrow.Int32()), field('__proto__y', new arrow.Utf8())]),
      ),
      'STRUCT(x INTEGER, __proto__y VARCHAR)',
      [{ x: 1, __proto__y: 'a' }, null],
    ],
    [
      'maps',
      built(
        [new Map([['k', 1]]), null],
        new arrow.Map_(
          field(
            'entries',
            new arrow.Struct([field('key', new arrow.Utf8()), field('value', new arrow.Int32())]),
          ) as never,
        ),
      ),
      'MAP(VARCHAR, INTEGER)',
      [[{ key: 'k', value: 1 }], null],
    ],
  ])('%s', async (_, vector, declared, values) => {
    for (const format of ['file', 'stream'] as const) {
      const [type, found] = await read(stored(vector, format));
      expect(type).toBe(declared);
      expect(JSON.parse(JSON.stringify(found, printable))).toEqual(
        JSON.parse(JSON.stringify(values, printable)),
      );
    }
  });
});

test('files whose names differ in case alone, and one file in two datasets, are each what they are', async () => {
  bench.write('case.arrow', stored(built([1], new arrow.Int32())));
  bench.write('CASE.arrow', stored(built([2, 3], new arrow.Int32())));
  const names = { data: { path: ['case.arrow', 'CASE.arrow'] }, other: { path: 'case.arrow' } };
  const found = { column_list: ['a'], dataset: 'other' };
  const result = await bench.judge(names, {
    data: { expect: [{ expect_column_values_to_be_found_in_dataset: found }] } as never,
  });
  expect(result.metrics.datasets).toMatchObject({ data: { rows: 3 }, other: { rows: 1 } });
  expect(result.checks.filter(({ status }) => status === 'fail')).toMatchObject([
    { facts: { unexpectedCount: 2, elementCount: 3 } },
  ]);
});

const printable = (_: string, value: unknown) =>
  typeof value === 'bigint' || (typeof value === 'number' && Number.isNaN(value)) ? `${value}` : value;

const refusal = (judging: Promise<unknown>) =>
  judging.then(
    () => 'nothing',
    (error: unknown) =>
      error instanceof Failure ? error.problems.map(({ message }) => message).join() : `raw ${String(error)}`,
  );
const whole = stored(built(['Köln', 'Paris'], new arrow.Utf8()));

describe('what is no Arrow that can be read', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /^is empty$/],
    ['text', Buffer.from('a,b\n1,2\n'), /^is no whole Arrow file/],
    ['a file cut off', whole.subarray(0, whole.length - 20), /its end is missing/],
    [
      'a stream cut off',
      stored(built(['a'], new arrow.Utf8()), 'stream').subarray(0, 200),
      /^is no whole Arrow file/,
    ],
    ['Feather’s first version', Buffer.from('FEA1 and so on'), /Feather’s first version/],
    [
      'bytes that are no UTF-8',
      Buffer.from(Buffer.from(whole).toString('latin1').replace('K\xc3\xb6', 'K\xc3('), 'latin1'),
      /not UTF-8/,
    ],
    [
      'an interval',
      stored(raw(new arrow.IntervalYearMonth(), new Int32Array([1, 2]))),
      /column `a` of type `Interval<YEAR_MONTH>`, which is not read/,
    ],
    [
      'a decimal too wide',
      stored(raw(new arrow.Decimal(2, 50, 256), new Uint32Array(16))),
      /of type `Decimal/,
    ],
  ])('%s: a clear error', async (_, bytes, message) => {
    expect(await refusal(bench.judgeFile('a.arrow', bytes))).toMatch(message);
  });

  test('whatever bytes are changed, it ends soon in a verdict or a clear error', async () => {
    const samples = [
      whole,
      stored(built([[1, null], [], null], new arrow.List(field('item', new arrow.Int32()))), 'stream'),
      stored(built(['x', 'y', 'x', null], new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32()))),
    ];
    const change = fc.tuple(
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.constantFrom(0, 1, 0x7f, 0x80, 0xff),
      fc.integer({ min: 1, max: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (bytes, changes) => {
          const hostile = Buffer.from(bytes);
          for (const [share, byte, length] of changes) {
            const at = Math.floor(share * hostile.length);
            hostile.fill(byte, at, Math.min(hostile.length, at + length));
          }
          expect(await refusal(bench.judgeFile('a.arrow', hostile))).not.toMatch(/^raw/);
        },
      ),
      { numRuns: 150, seed: 4 },
    );
  }, 60_000);
});

describe('a frame of LZ4', () => {
  /** Written by polars 2.1.0: linked blocks with checksums. */
  const frame = Buffer.from(
    '04224d185440ae1c0000006f010000006100010007f0012600000061206c6f0000000000000000a9dc499a00000000212c9e07',
    'hex',
  );

  test('is unpacked, whatever checksums it has', () => {
    expect(Buffer.from(unpackLz4(frame, 48)).toString('latin1').replaceAll('\0', '·')).toBe(
      `\x01···a${'·'.repeat(27)}&···a lo········`,
    );
  });

  test.each([
    ['more than is there', 49, frame],
    ['less than is there', 47, frame],
    ['a frame cut off', 48, frame.subarray(0, 30)],
    ['no frame', 48, Buffer.alloc(48)],
    ['a match before the beginning', 16, Buffer.from('04224d186040820500000010610500100000000000', 'hex')],
  ])('is refused: %s', (_, size, bytes) => {
    expect(() => unpackLz4(bytes, size)).toThrow();
  });
});
