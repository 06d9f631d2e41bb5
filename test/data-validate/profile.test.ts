import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { publishedSchemas } from '../../src/config/published-schemas.js';
import type { ProfileFile } from '../../src/gate/profile.js';
import { openBench } from './judge.js';

const bench = openBench();
type Column = ProfileFile['columns'][number];
type Bins = NonNullable<Column['histogram']>;

async function profileOf(csv: string, settings: object = {}): Promise<ProfileFile> {
  await bench.judgeFile('data.csv', csv, { profile: 'out/profile.json', ...settings });
  return JSON.parse(readFileSync(path.join(bench.ports.workspace, 'out/profile.json'), 'utf8'));
}

/** The same histogram with bins twice as wide, again and again. */
function widened({ of, width, bins }: Bins, to: number): Bins {
  const counts = new Map<number, number>();
  const factor = to / width;
  for (const [index, count] of bins) {
    const wider = Math.floor(index / factor);
    counts.set(wider, (counts.get(wider) ?? 0) + count);
  }
  return { of, width: to, bins: [...counts].sort(([a], [b]) => a - b) };
}

function merged(a: Bins, b: Bins): Bins {
  const width = Math.max(a.width, b.width);
  const counts = new Map(widened(a, width).bins);
  for (const [index, count] of widened(b, width).bins) counts.set(index, (counts.get(index) ?? 0) + count);
  return { of: a.of, width, bins: [...counts].sort(([x], [y]) => x - y) };
}

describe('a profile file', () => {
  test('holds exact counts, ends and bins, and is what its published schema says', async () => {
    const profile = await profileOf(
      'n,day,city,ok\n1,2024-01-01,Köln,true\n2,2024-01-03,Köln,false\n130,,Paris,true\n',
    );
    expect(new Ajv().validate({ ...publishedSchemas['profile.json'], $id: 'profile' }, profile)).toBe(true);
    const [n, day, city, ok] = profile.columns;
    expect(profile).toMatchObject({ version: 1, dataset: 'data', rows: 3, subject: { name: 'data.csv' } });
    expect(n).toEqual({
      name: 'n',
      type: 'integer',
      nulls: 0,
      min: 1,
      max: 130,
      histogram: {
        of: 'number',
        width: 4,
        bins: [
          [0, 2],
          [32, 1],
        ],
      },
      values: null,
    });
    expect(day).toMatchObject({ type: 'date', nulls: 1, histogram: { of: 'time', width: 4096 } });
    expect(day?.histogram?.bins.map(([, count]) => count)).toEqual([1, 1]);
    expect(city).toMatchObject({ histogram: null, values: [{ count: 2 }, { count: 1 }] });
    expect(ok).toMatchObject({ type: 'boolean', values: [{ count: 2 }, { count: 1 }] });
  });

  test('tells texts by their digests unless samples are shown', async () => {
    const csv = 'city\nKöln\n';
    expect(JSON.stringify(await profileOf(csv))).not.toContain('Köln');
    const [city] = (await profileOf(csv, { 'show-samples': true })).columns;
    expect(city?.values).toEqual([{ text: 'Köln', count: 1 }]);
  });

  test('has no values of a column of more than 1 000 texts, and no bins of one without ends', async () => {
    const rows = Array.from({ length: 1001 }, (_, i) => `t${i},`).join('\n');
    const [texts, empty] = (await profileOf(`a,b\n${rows}\n`)).columns;
    expect([texts?.values, empty?.histogram, empty?.type]).toEqual([null, null, 'empty']);
  });

  test('is not written where the data changed or could not be judged', async () => {
    await expect(bench.judgeFile('data.csv', '', { profile: 'never.json' })).rejects.toThrow();
    expect(await bench.ports.files.kind('never.json')).toBe('missing');
  });

  test('numbers bins exactly, however far apart or close together values lie', async () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(1e308, -1e308, 5e-324, 1, 1 + 2 ** -52, 2 ** 60),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 6 }), async (values) => {
        const [x] = (await profileOf(`x\n${values.join('\n')}\n`)).columns;
        const { width = 0, bins = [] } = x?.histogram ?? {};
        expect(Number.isInteger(Math.log2(width))).toBe(true);
        expect(bins.reduce((sum, [, count]) => sum + count, 0)).toBe(values.length);
        expect(bins.every(([index]) => Number.isSafeInteger(index))).toBe(true);
        expect((bins.at(-1)?.[0] ?? 0) - (bins[0]?.[0] ?? 0)).toBeLessThanOrEqual(64);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  test('of two parts adds up to that of the whole, bins and all', async () => {
    const value = fc.oneof(
      fc.integer({ min: -1000, max: 1000 }).map(String),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => String(Math.round(x * 1000) / 1000)),
    );
    const part = fc.array(value, { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(part, part, async (a, b) => {
        const csv = (rows: readonly string[]) => `x\n${rows.join('\n')}\n`;
        const bins = async (rows: readonly string[]) => (await profileOf(csv(rows))).columns[0]?.histogram;
        const [one, two, whole] = [await bins(a), await bins(b), await bins([...a, ...b])];
        if (!one || !two || !whole) throw new Error('no histogram');
        expect(whole.bins.length).toBeLessThanOrEqual(65);
        const width = Math.max(one.width, two.width, whole.width);
        expect(widened(merged(one, two), width)).toEqual(widened(whole, width));
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  test('is the same for every format and order of rows', async () => {
    const { columns } = await profileOf('x,y\n1.5,a\n2,b\n,a\n');
    const json = '{"x":2,"y":"b"}\n{"x":1.5,"y":"a"}\n{"x":null,"y":"a"}\n';
    await bench.judgeFile('data.jsonl', json, { profile: 'other.json' });
    const other: ProfileFile = JSON.parse(
      readFileSync(path.join(bench.ports.workspace, 'other.json'), 'utf8'),
    );
    expect(other.columns).toEqual(columns);
  });
});
