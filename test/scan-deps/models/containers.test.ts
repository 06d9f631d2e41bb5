import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { memoryBytes } from '../../../src/scan-deps/models/bytes.js';
import { scanFile } from '../../../src/scan-deps/models/scan-file.js';
import { makeZip, type ZipEntry } from '../zip.js';
import { callOf, dict, op, pickle } from './pickles.js';

const scan = (bytes: Uint8Array) => scanFile(memoryBytes(bytes));
const utf8 = (text: string) => Buffer.from(text);
const malicious = pickle(op.proto(2), callOf('os', 'system'));

/** A tensor as torch's state dictionaries have it. */
const tensor = Buffer.concat([
  op.global('torch._utils', '_rebuild_tensor_v2'),
  op.mark,
  op.mark,
  op.longText('storage'),
  op.global('torch', 'FloatStorage'),
  op.longText('0'),
  op.longText('cpu'),
  op.int(4),
  op.tuple,
  op.binPersId,
  op.int(0),
  op.emptyTuple,
  op.emptyTuple,
  op.false,
  op.global('collections', 'OrderedDict'),
  op.emptyTuple,
  op.reduce,
  op.tuple,
  op.reduce,
]);
const stateDict = pickle(op.proto(2), dict({ weight: tensor }));
const padding = Buffer.from('FB\x0c\x00ZZZZZZZZZZZZ', 'latin1');
const torchEntries: readonly ZipEntry[] = [
  { name: 'archive/data.pkl', data: stateDict, extra: padding },
  { name: 'archive/data/0', data: utf8('cos\nsystem\n(S"x"\ntR.') },
  { name: 'archive/version', data: utf8('3\n') },
];
const withEntry = (change: Partial<ZipEntry>) =>
  makeZip([{ ...torchEntries[0]!, ...change }, ...torchEntries.slice(1)]);

describe('a torch file', () => {
  test('with tensors alone is safe, also where their numbers spell opcodes', () => {
    expect(scan(makeZip(torchEntries))).toEqual({ format: 'torch', verdict: 'safe', reasons: [] });
  });

  test('names the member that runs code', () => {
    const { verdict, reasons } = scan(withEntry({ data: malicious }));
    expect(verdict).toBe('malicious');
    expect(reasons[0]).toMatch(/^archive\/data\.pkl: calls os\.system\("echo inert"\) at byte/);
  });

  test('is read with the data descriptors that torch writes', () => {
    const descriptor = (data: Uint8Array) => {
      const plain = makeZip([{ name: 'x', data }]);
      return Buffer.concat([Buffer.from('PK\x07\x08', 'latin1'), plain.subarray(14, 26)]);
    };
    const entries = torchEntries.map((entry) => ({
      ...entry,
      flags: 8,
      local: { crc: 0 },
      behind: descriptor(entry.data),
    }));
    expect(scan(makeZip(entries))).toMatchObject({ verdict: 'safe' });
    const lying = entries.map((entry) => ({ ...entry, behind: Buffer.alloc(16) }));
    expect(scan(makeZip(lying))).toMatchObject({ verdict: 'malformed' });
  });

  test.each<[string, Uint8Array, string]>([
    ['another name in the local header', withEntry({ local: { name: 'archive/evil.pkl' } }), 'another name'],
    ['another method in the local header', withEntry({ local: { method: 8 } }), 'another method'],
    ['other flags in the local header', withEntry({ local: { flags: 1 } }), 'another flags'],
    ['another checksum in the local header', withEntry({ local: { crc: 5 } }), 'another size or checksum'],
    ['encrypted', withEntry({ flags: 1 }), 'encrypted'],
    ['a wrong checksum', withEntry({ crc: 5 }), 'wrong checksum'],
    ['an unknown compression', withEntry({ method: 12 }), 'compression 12'],
    [
      'a wrong size',
      withEntry({ method: 8, packed: deflateRawSync(stateDict), size: 3 }),
      'cannot be unpacked',
    ],
    ['two members of one name', makeZip([...torchEntries, torchEntries[0]!]), 'two members called'],
    ['bytes between members', withEntry({ behind: utf8('hidden') }), 'belong to no member'],
    ['bytes before the first member', makeZip(torchEntries, utf8('x')), 'two formats at once'],
    ['bytes behind the end', Buffer.concat([makeZip(torchEntries), utf8('x')]), 'bytes behind its end'],
    ['cut short', makeZip(torchEntries).subarray(0, 300), 'without a directory'],
  ])('with %s is malformed', (_, bytes, reason) => {
    const report = scan(bytes);
    expect(report.verdict).toBe('malformed');
    expect(report.reasons.join('\n')).toContain(reason);
  });

  test('of before torch 1.6 is five pickles and then numbers', () => {
    const magic = op.long1(Buffer.from('6cfc9c46f9206aa85019', 'hex'));
    const first = [
      pickle(op.proto(2), magic),
      pickle(op.proto(2), op.int(1001)),
      pickle(op.proto(2), op.emptyDict),
    ];
    const legacy = (model: Uint8Array) =>
      Buffer.concat([
        ...first,
        model,
        pickle(op.proto(2), op.emptyList),
        utf8('cos\nsystem\n(tR raw numbers'),
      ]);
    expect(scan(legacy(stateDict))).toMatchObject({ format: 'torch (legacy)', verdict: 'safe' });
    expect(scan(legacy(malicious))).toMatchObject({ format: 'torch (legacy)', verdict: 'malicious' });
  });
});

describe('archives', () => {
  test('of arrays are safe, of arrays of objects are what their pickle is', () => {
    const npy = (descr: string, data: Uint8Array) => {
      const header = `{'descr': ${descr}, 'fortran_order': False, 'shape': (2,), }`.padEnd(117).concat('\n');
      const length = Buffer.alloc(2);
      length.writeUInt16LE(header.length);
      return Buffer.concat([Buffer.from('\x93NUMPY\x01\x00', 'latin1'), length, utf8(header), data]);
    };
    const numbers = npy("'<f8'", Buffer.alloc(16));
    expect(scan(numbers)).toMatchObject({ format: 'npy', verdict: 'safe' });
    expect(scan(npy("'<U3'", Buffer.alloc(24)))).toMatchObject({ format: 'npy', verdict: 'safe' });
    expect(scan(npy("[('a', '<f8'), ('b', '<i4')]", Buffer.alloc(24)))).toMatchObject({ verdict: 'safe' });
    expect(scan(npy("'<f8'", Buffer.alloc(15)))).toMatchObject({ verdict: 'malformed' });
    expect(scan(npy("'|O'", malicious))).toMatchObject({ format: 'npy (objects)', verdict: 'malicious' });
    expect(scan(npy("[('a', '|O')]", malicious))).toMatchObject({ verdict: 'malicious' });
    expect(scan(npy("'|O'", pickle(op.proto(2), op.emptyList)))).toMatchObject({ verdict: 'safe' });
    const packed = { name: 'b.npy', data: numbers, method: 8, packed: deflateRawSync(numbers) };
    expect(scan(makeZip([{ name: 'a.npy', data: numbers }, packed]))).toMatchObject({
      format: 'zip',
      verdict: 'safe',
    });
    expect(scan(makeZip([packed, { name: 'a.npy', data: npy("'|O'", malicious) }]))).toMatchObject({
      verdict: 'malicious',
    });
  });

  test.each<[string, (inner: Uint8Array) => Uint8Array]>([
    ['zip', (data) => makeZip([{ name: 'x', data }])],
    ['deflated zip', (data) => makeZip([{ name: 'x', data, method: 8, packed: deflateRawSync(data) }])],
    ['zip in zip', (data) => makeZip([{ name: 'y', data: makeZip([{ name: 'x', data }]) }])],
    ['gzip', (data) => gzipSync(data)],
    ['zlib, as joblib packs', (data) => deflateSync(data)],
  ])('a %s is what is in it', (_, wrap) => {
    expect(scan(wrap(malicious)).verdict).toBe('malicious');
    expect(scan(wrap(stateDict)).verdict).toBe('code');
    expect(scan(wrap(pickle(op.proto(2), op.none))).verdict).toBe('safe');
  });

  test.each([
    ['7z', '377abcaf271c0004'],
    ['xz', 'fd377a585a000004'],
    ['bzip2', '425a6839314159265359'],
    ['zstd', '28b52ffd24'],
    ['a broken gzip', '1f8b0800000000000003ff'],
  ])('%s cannot be looked into', (_, hex) => {
    expect(scan(Buffer.concat([Buffer.from(hex, 'hex'), Buffer.alloc(64, 1)]))).toMatchObject({
      verdict: 'malformed',
    });
  });

  test('that are two things at once are malformed at least', () => {
    const zip = makeZip([{ name: 'x', data: utf8('N.') }]);
    expect(scan(Buffer.concat([pickle(op.proto(2), op.none), zip]))).toMatchObject({ verdict: 'malformed' });
    expect(scan(Buffer.concat([malicious, zip]))).toMatchObject({ verdict: 'malicious' });
    expect(scan(Buffer.concat([utf8('hello'), zip]))).toMatchObject({ verdict: 'malformed' });
    expect(scan(Buffer.concat([utf8('hello'), makeZip([{ name: 'x', data: malicious }])])).verdict).not.toBe(
      'safe',
    );
  });

  test('bombs end within their limits', () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024);
    let nested = gzipSync(zeros);
    for (let i = 0; i < 10; i++) nested = gzipSync(nested);
    expect(scan(nested)).toMatchObject({ verdict: 'malformed' });
    const packed = deflateRawSync(zeros);
    const many = Array.from({ length: 40 }, (_, i) => ({ name: `${i}`, data: zeros, packed, method: 8 }));
    expect(scan(makeZip(many))).toMatchObject({ verdict: 'malformed' });
  });

  test('a changed byte never throws and never makes an attack safe without changing it', () => {
    const zip = makeZip([
      { name: 'a/data.pkl', data: malicious },
      { name: 'a/version', data: utf8('3') },
    ]);
    fc.assert(
      fc.property(fc.nat(zip.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(zip);
        changed[at] = byte;
        expect(scan(changed).verdict).not.toBe('safe');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('safetensors', () => {
  const file = (header: string, data: Uint8Array = Buffer.alloc(0)) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(Buffer.byteLength(header)));
    return Buffer.concat([length, utf8(header), data]);
  };
  const one = (start: number, end: number, shape = '[2]') =>
    `{"dtype":"F32","shape":${shape},"data_offsets":[${start},${end}]}`;

  test.each([
    ['one tensor', `{"a":${one(0, 8)}}`, 8],
    [
      'two, in any order, with metadata',
      `{"b":${one(8, 16)},"__metadata__":{"format":"pt"},"a":${one(0, 8)}}  `,
      16,
    ],
    ['a scalar', `{"a":${one(0, 4, '[]')}}`, 4],
    ['none', '{}', 0],
  ])('with %s is safe', (_, header, size) => {
    expect(scan(file(header, Buffer.alloc(size)))).toEqual({
      format: 'safetensors',
      verdict: 'safe',
      reasons: [],
    });
  });

  test.each([
    ['an overlap', `{"a":${one(0, 8)},"b":${one(4, 12)}}`, 12, 'overlap'],
    ['a hole', `{"a":${one(0, 8)},"b":${one(12, 20)}}`, 20, 'hole'],
    ['trailing bytes', `{"a":${one(0, 8)}}`, 9, 'tensors cover 8'],
    ['a place past the end', `{"a":${one(0, 8)}}`, 4, 'tensors cover 8'],
    ['a place of another size than the shape', `{"a":${one(0, 12)}}`, 12, 'not as large'],
    ['a place that runs backwards', `{"a":${one(8, 0)}}`, 8, 'not as large'],
    [
      'a shape past every integer',
      `{"a":${one(0, 8, '[9007199254740991,9007199254740991]')}}`,
      8,
      'not as large',
    ],
    ['a negative shape', `{"a":${one(0, 8, '[-2]')}}`, 8, 'without shape'],
    ['an unknown type', '{"a":{"dtype":"X","shape":[],"data_offsets":[0,0]}}', 0, 'unknown type'],
    ['a tensor that is none', '{"a":null}', 0, 'unknown type'],
    ['a tensor twice', `{"a":${one(0, 8)},"a":${one(0, 8)}}`, 8, 'twice'],
    ['a header that is no JSON', '{"a"', 0, 'no JSON'],
  ])('with %s is malformed', (_, header, size, reason) => {
    const report = scan(file(header, Buffer.alloc(size)));
    expect(report).toMatchObject({ format: 'safetensors', verdict: 'malformed' });
    expect(report.reasons.join()).toContain(reason);
  });

  test('with a header longer than the file is malformed', () => {
    expect(scan(file('{}').fill(0xff, 0, 3))).toMatchObject({ verdict: 'malformed' });
  });
});

describe('other files', () => {
  test.each<[string, Uint8Array, string, string | null]>([
    ['JSON', utf8('{"coef": [1, 2]}'), 'json', 'safe'],
    ['an empty file', Buffer.alloc(0), 'empty', 'safe'],
    ['a text', utf8('# Model card\n'), 'text', 'safe'],
    ['a vocabulary that spells opcodes', utf8('cat\ndog\nfish\n(a\n.\n'), 'text', 'safe'],
    ['a list of words', utf8('cos\nsin\ntan\n'), 'text', 'safe'],
    ['raw numbers', Buffer.from([1, 2, 3, 250, 251, 252]), 'unknown', null],
  ])('%s', (_, bytes, format, verdict) => {
    expect(scan(bytes)).toMatchObject({ format, verdict });
  });
});
