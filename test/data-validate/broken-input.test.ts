import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { dataValidate } from '../../src/data-validate/gate.js';
import { openFiles } from '../../src/platform/files.js';
import { tempFolder } from '../temp.js';
import { checkOf, linesOf, openBench } from './judge.js';
import { parquetOf } from './parquet.js';

const bench = openBench();
const { workspace } = bench.ports;

async function failureOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'no failure',
    (error: Error) => `${error.name}: ${error.message}`,
  );
}

describe('a file that cannot be judged is named with the reason', () => {
  test.each<[string, string, string | Uint8Array, RegExp]>([
    ['empty CSV', 'empty.csv', '', /empty\.csv: is empty/],
    ['empty JSON lines', 'empty.jsonl', '', /empty\.jsonl: is empty/],
    ['empty Parquet', 'empty.parquet', '', /empty\.parquet: cannot be read: .*too small/],
    ['no Parquet', 'text.parquet', 'a,b\n1,2\n'.repeat(9), /text\.parquet: cannot be read: .*magic bytes/],
    ['NUL bytes', 'binary.csv', 'a,b\n1,2\n\0\0', /binary\.csv:3: holds a NUL byte at byte 8/],
    [
      'Latin-1',
      'latin.csv',
      Buffer.from('a,b\n1,2\ncaf\xe9,3\n', 'latin1'),
      /latin\.csv:3: holds a byte that is not UTF-8 at byte 11/,
    ],
    [
      'UTF-16 without its mark',
      'utf16.csv',
      Buffer.from('a,b\n', 'utf16le'),
      /utf16\.csv:1: holds a NUL byte/,
    ],
    [
      'a truncated character',
      'cut.jsonl',
      Buffer.from([0x7b, 0x7d, 0x0a, 0xe2, 0x82]),
      /cut\.jsonl:2: .*at byte 3/,
    ],
    ['a huge record', 'huge.csv', `a,b\n1,"${'x'.repeat(2_000_001)}"\n`, /has a record of 200\d{4} bytes/],
  ])('%s', async (_, name, content, message) => {
    expect(await failureOf(bench.judgeFile(name, content))).toMatch(message);
  });

  test('truncated Parquet', async () => {
    const whole = await parquetOf('SELECT range AS id FROM range(50)');
    expect(await failureOf(bench.judgeFile('cut.parquet', whole.subarray(0, whole.length - 9)))).toMatch(
      /cut\.parquet: cannot be read/,
    );
  });

  test('a missing file, an empty folder, a glob without files', async () => {
    mkdirSync(path.join(workspace, 'folder.csv'));
    const judge = (file: string) => failureOf(bench.judge({ data: { path: file } }));
    expect(await judge('none.csv')).toMatch(/none\.csv: is missing/);
    expect(await judge('folder.csv')).toMatch(/no file of the dataset `data` matches `folder\.csv`/);
    expect(await judge('none/*.csv')).toMatch(/no file of the dataset `data` matches `none\/\*\.csv`/);
  });

  const unlessRoot = process.getuid?.() === 0 ? test.skip : test;
  unlessRoot('an unreadable file (not as root, who may read everything)', async () => {
    bench.write('secret.csv', 'a\n1\n');
    chmodSync(path.join(workspace, 'secret.csv'), 0);
    expect(await failureOf(bench.judge({ data: { path: 'secret.csv' } }))).toMatch(
      /secret\.csv: may not be read/,
    );
  });

  test('a file that changes while it is judged', async () => {
    bench.write('moving.csv', 'a\n1\n');
    const { ports } = bench;
    const engine = await ports.engine();
    const changing = {
      ...engine,
      open: (...args: Parameters<typeof engine.open>) => {
        writeFileSync(path.join(workspace, 'moving.csv'), 'a\n2\n3\n');
        return engine.open(...args);
      },
    };
    const pipeline = { name: 'p', datasets: { data: { path: 'moving.csv' } }, gates: [], waivers: [] };
    const judged = dataValidate.judge({
      settings: {},
      pipeline,
      ports: { ...ports, engine: async () => changing },
    });
    expect(await failureOf(judged)).toMatch(/moving\.csv: changed while it was being judged/);
  });

  test('a folder that gains a file while it is judged', async () => {
    mkdirSync(path.join(workspace, 'growing'));
    bench.write('growing/a.csv', 'a\n1\n');
    const { ports } = bench;
    const engine = await ports.engine();
    const growing = {
      ...engine,
      open: (...args: Parameters<typeof engine.open>) => {
        bench.write('growing/b.csv', 'a\n2\n');
        return engine.open(...args);
      },
    };
    const pipeline = { name: 'p', datasets: { data: { path: 'growing' } }, gates: [], waivers: [] };
    const judged = dataValidate.judge({
      settings: {},
      pipeline,
      ports: { ...ports, engine: async () => growing },
    });
    expect(await failureOf(judged)).toMatch(/growing\/b\.csv: changed while it was being judged/);
  });

  test('in an action, data behind a link that leads out of the workspace', async () => {
    const outside = tempFolder();
    writeFileSync(path.join(outside, 'secret.csv'), 'token\nhunter2\n');
    symlinkSync(path.join(outside, 'secret.csv'), path.join(workspace, 'link.csv'));
    symlinkSync(outside, path.join(workspace, 'linked'));
    const files = openFiles({ workspace, confined: true, signal: bench.ports.signal });
    for (const data of ['link.csv', 'linked/secret.csv', 'linked', path.join(outside, 'secret.csv')]) {
      const pipeline = { name: 'p', datasets: { data: { path: data } }, gates: [], waivers: [] };
      const judged = dataValidate.judge({ settings: {}, pipeline, ports: { ...bench.ports, files } });
      const message = await failureOf(judged);
      expect(message).toMatch(/outside the workspace|leaves the workspace|out of/);
      expect(message).not.toContain('hunter2');
    }
  });

  test('all datasets are told of at once', async () => {
    const message = await failureOf(bench.judge({ a: { path: 'none-a.csv' }, b: { path: 'none-b.csv' } }));
    expect(message).toMatch(/none-a\.csv[\s\S]*none-b\.csv/);
  });

  test('no dataset at all', async () => {
    expect(await failureOf(bench.judge({}))).toMatch(/no dataset is named/);
  });
});

describe('a badly written table fails at the very lines', () => {
  test.each<[string, string, string, readonly number[], RegExp]>([
    ['too few fields', 'few.csv', 'a,b,c\n1,2,3\n4,5\n', [3], /2 fields where the first line has 3/],
    ['too many fields', 'many.csv', 'a,b,c\n1,2,3\n4,5,6,7\n', [3], /4 fields where the first line has 3/],
    ['a trailing separator', 'trail.csv', 'a,b\n1,2,\n3,4\n', [2], /3 fields where the first line has 2/],
    ['a quote never closed', 'open.csv', 'a,b\n1,"2\n3,4\n', [2], /never closed/],
    ['text after a quote', 'after.csv', 'a,b\n1,"2"x\n', [2], /text after a closing quote/],
    ['a space before a quote', 'space.csv', 'a,b\n1, "2"\n', [2], /space before an opening quote/],
    ['mixed line ends', 'ends.csv', 'a,b\r\n1,2\n3,4\r\n', [2], /ends otherwise/],
    ['a lone carriage return', 'cr.csv', 'a,b\n1,2\r3,4\n', [2], /carriage return/],
    ['duplicate headers', 'twice.csv', 'a,b,a\n1,2,3\n', [1], /columns 1 and 3 are both named `a`/],
    ['lines after a line break in a field', 'breaks.csv', 'a,b\n"x\ny\nz",2\n4,5,6\n', [5], /3 fields/],
    ['no JSON', 'no.jsonl', '{"a":1}\n\n{"a":\n', [3], /not JSON/],
    ['JSON without an object', 'array.jsonl', '{"a":1}\n[1]\n', [2], /not an object/],
    ['a key twice', 'key.jsonl', '{"a":1,"a":2}\n', [1], /a key comes twice/],
  ])('%s', async (_, name, content, lines, message) => {
    const result = await bench.judgeFile(name, content, { columns: { a: { min: 0 } } });
    expect(result.verdict).toBe('fail');
    const [failed, ...others] = result.checks.filter(({ status }) => status === 'fail');
    expect(others).toEqual([]);
    expect(failed && linesOf(failed)).toEqual(lines);
    expect(failed?.findings[0]?.message).toMatch(message);
    expect(checkOf(result, 'between')).toMatchObject({
      status: 'skip',
      reason: expect.stringMatching('not judged'),
    });
  });

  test('blank lines warn, line breaks are noted, and lines stay true', async () => {
    const content = 'a,b\n"x\ny",1\n\n\nz,99\n\n';
    const result = await bench.judgeFile('gaps.csv', content, { columns: { b: { max: 10 } } });
    expect(linesOf(checkOf(result, 'line-breaks'))).toEqual([2]);
    expect(linesOf(checkOf(result, 'blank-lines'))).toEqual([4, 5]);
    expect(checkOf(result, 'between').findings).toMatchObject([{ line: 6, row: 2 }]);
  });

  test('a dataset without rows is an error unless that is meant', async () => {
    const empty = await bench.judgeFile('header.csv', 'a,b\n');
    expect(empty.verdict).toBe('error');
    expect(checkOf(empty, 'has-rows').reason).toMatch(/no rows/);
    expect((await bench.judgeFile('header.csv', 'a,b\n', { 'allow-empty': true })).verdict).toBe('pass');
  });

  test('a column of numbers with other values warns at their lines', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => (i === 7 ? 'n/a' : String(i)));
    const result = await bench.judgeFile('mixed.csv', `a\n${rows.join('\n')}\n`);
    expect(result.verdict).toBe('warn');
    expect(linesOf(checkOf(result, 'mixed-types'))).toEqual([9]);
  });

  test('files of one dataset must have the same columns', async () => {
    bench.write('part1.csv', 'a,b\n1,2\n');
    bench.write('part2.csv', 'a,c\n1,2\n');
    const result = await bench.judge({ data: { path: 'part*.csv' } });
    expect(checkOf(result, 'same-columns').findings).toMatchObject([
      { file: 'part2.csv', message: 'column 2 is `c`; in part1.csv it is `b`' },
    ]);
  });
});
