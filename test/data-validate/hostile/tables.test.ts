import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Failure } from '../../../src/gate/failure.js';
import { checkOf, linesOf, openBench } from '../judge.js';
import { encryptedParquet, parquetOf } from '../parquet.js';

const bench = openBench();

describe('Parquet', () => {
  test('that is encrypted is refused by that name', async () => {
    const bytes = await encryptedParquet('SELECT range AS id FROM range(9)');
    await expect(bench.judgeFile('secret.parquet', bytes)).rejects.toThrow(
      /secret\.parquet: cannot be read: .*is encrypted/,
    );
  });

  test('with any one byte changed is judged or refused with its name, and ends', async () => {
    const whole = await parquetOf(`SELECT range AS id, 'v' || range % 17 AS v FROM range(3000)`);
    const rules = { timeout: '20s', columns: { id: { unique: true }, v: { regex: '^v' } } };
    const change = fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }));
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(change, async ([at, by]) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ by;
        const told = await bench.judgeFile('bad.parquet', bytes, rules).catch((error: unknown) => error);
        if (!(told instanceof Failure)) return expect(told).toHaveProperty('verdict');
        refused++;
        expect(told.message).toMatch(/^bad\.parquet: /);
        return undefined;
      }),
      { numRuns: 100 },
    );
    expect(refused).toBeGreaterThan(0);
  }, 60_000);
});

describe('CSV', () => {
  test('with a cell of 100 MB is refused within bounded time', async () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.alloc(100_000_000, 'x'), Buffer.from('\n')]);
    await expect(bench.judgeFile('cell.csv', bytes)).rejects.toThrow(/cell\.csv: has a record of 100000002/);
  }, 20_000);

  test('with cells that spreadsheets or runners would obey fails at their lines and shows none', async () => {
    const content = "a\n=cmd|' /C calc'!A0\n::error::boo\n";
    const result = await bench.judgeFile('cells.csv', content, { columns: { a: { regex: '^[0-9]+$' } } });
    expect(linesOf(checkOf(result, 'regex'))).toEqual([2, 3]);
    expect(JSON.stringify(result)).not.toMatch(/calc|boo/);
  });

  test('with names of columns that are SQL is judged by these names', async () => {
    const [drop, from] = ['a"; DROP TABLE x; --', "b') FROM y"];
    const columns = { [drop]: { min: 5 }, [from]: { max: 5 } };
    const result = await bench.judgeFile('names.csv', `"a""; DROP TABLE x; --","${from}"\n1,2\n`, {
      columns,
    });
    const failed = result.checks.filter(({ status }) => status === 'fail');
    expect(failed.map(linesOf)).toEqual([[2]]);
    expect(failed[0]?.findings[0]?.message).toContain(drop);
  });
});

describe('JSON', () => {
  test('with an element of 100 MB is refused within bounded time', async () => {
    const bytes = Buffer.concat([Buffer.from('[{"a":"'), Buffer.alloc(100_000_000, 'x'), Buffer.from('"}]')]);
    await expect(bench.judgeFile('cell.json', bytes)).rejects.toThrow(/an element is larger than 8388608/);
  }, 20_000);
});

test('a suite of 10 000 checks is judged within its timeout, each of them', async () => {
  const names = Array.from({ length: 100 }, (_, i) => `c${i}`);
  const rows = Array.from({ length: 100 }, (_, row) => names.map((_, i) => row * i).join(','));
  const expectations = Array.from({ length: 10_000 }, (_, i) => ({
    expect_column_values_to_be_between: { column: `c${i % 100}`, min_value: i === 7_777 ? 1 : -i },
  }));
  const result = await bench.judgeFile('many.csv', `${names}\n${rows.join('\n')}\n`, {
    timeout: '60s',
    expect: expectations,
  });
  const between = result.checks.filter(({ id }) => id.startsWith('data-validate/between'));
  expect(between).toHaveLength(10_000);
  expect(between.filter(({ status }) => status === 'fail')).toHaveLength(1);
}, 90_000);

test('a table of 50 000 columns is judged by its rules, and only its first columns are profiled', async () => {
  const names = Array.from({ length: 50_000 }, (_, i) => `c${i}`);
  const result = await bench.judgeFile(
    'wide.csv',
    `${names}\n${names.map(() => 1)}\n${names.map(() => 9)}\n`,
    {
      timeout: '120s',
      columns: { c49999: { max: 8 } },
    },
  );
  expect(linesOf(checkOf(result, 'between'))).toEqual([3]);
  const { profile } = (result.metrics.datasets as { data: { profile: unknown[] } }).data;
  expect([result.metrics.columns, profile.length]).toEqual([50_000, 500]);
}, 150_000);
