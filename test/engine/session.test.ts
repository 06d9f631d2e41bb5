import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type EngineSession, sqlFile } from '../../src/engine/engine.js';
import { loadDuckDb } from '../../src/engine/load.js';
import { openEngine, type SessionOptions } from '../../src/engine/session.js';
import { tempFolder } from '../temp.js';

const folder = tempFolder();
const api = loadDuckDb(import.meta.filename);
const MiB = 1024 ** 2;
const opened: EngineSession[] = [];

afterEach(async () => {
  for (const session of opened.splice(0)) await session.close();
});

function write(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function open(readable: readonly string[], options: Partial<SessionOptions> = {}) {
  const engine = openEngine(api, {
    tempFolder: folder,
    signal: new AbortController().signal,
    budget: { memory: 256 * MiB, spill: 64 * MiB, threads: 2 },
    ...options,
  });
  const session = await engine.open(readable);
  opened.push(session);
  return session;
}

/** Made with DuckDB itself, outside the sandbox. */
async function writeParquet(name: string): Promise<string> {
  const file = path.join(folder, name);
  const connection = await (await api.DuckDBInstance.create(':memory:')).connect();
  await connection.run(`COPY (SELECT range AS id, range * 2 AS twice FROM range(5000)) TO '${file}'`);
  connection.closeSync();
  return file;
}

describe('reading', () => {
  test('CSV, JSON lines and Parquet', async () => {
    const csv = write('rows.csv', 'id,name\n1,Ada\n2,Grace\n');
    const jsonl = write('rows.jsonl', '{"id":1}\n{"id":2}\n{"id":3}\n');
    const parquet = await writeParquet('rows.parquet');
    const session = await open([csv, jsonl, parquet]);

    expect(await session.rows(`SELECT * FROM read_csv(${sqlFile(csv)}) ORDER BY id`)).toEqual([
      { id: 1n, name: 'Ada' },
      { id: 2n, name: 'Grace' },
    ]);
    expect(await session.rows(`SELECT count(*) n FROM read_json(${sqlFile(jsonl)})`)).toEqual([{ n: 3n }]);
    expect(await session.rows(`SELECT sum(twice) s FROM read_parquet(${sqlFile(parquet)})`)).toEqual([
      { s: 24_995_000n },
    ]);
  });

  test('a file whose name holds wildcards and quotes, and not the one that it would match', async () => {
    write("it's1.csv", 'id\n7\n');
    const odd = write("it's[1].csv", 'id\n1\n');
    const session = await open([odd]);
    expect(await session.rows(`SELECT id FROM read_csv(${sqlFile(odd)})`)).toEqual([{ id: 1n }]);
  });

  test('values come as plain values, times as UTC, objects without a prototype', async () => {
    const session = await open([]);
    const [row] = await session.rows(
      `SELECT 1::BIGINT big, 2::HUGEINT huge, 3 AS small, 1.50::DECIMAL(5,2) price, DATE '2024-02-29' AS day,
        TIMESTAMP '2024-02-29 12:00:00' stamp, TIMESTAMPTZ '2024-02-29 12:00:00+02' zoned, [1, NULL] list,
        {'a': {'b': 1}} nested, MAP {'k': 1} dict, 'x'::BLOB bytes, NULL AS nothing, 1 AS "__proto__", 1 AS a, 2 AS a`,
    );
    expect({ ...row }).toEqual({
      big: 1n,
      huge: 2n,
      small: 3,
      price: '1.50',
      day: '2024-02-29',
      stamp: '2024-02-29 12:00:00',
      zoned: '2024-02-29 10:00:00+00',
      list: [1, null],
      nested: { a: { b: 1 } },
      dict: [{ key: 'k', value: 1 }],
      bytes: Buffer.from('x'),
      nothing: null,
      ['__proto__']: 1,
      a: 1,
      'a:1': 2,
    });
    expect(Object.getPrototypeOf(row)).toBeNull();
  });

  test.each([
    [null, null],
    [true, true],
    ["it's", "it's"],
    [3, 3n],
    [2 ** 31, 2n ** 31n],
    [0.1, 0.1],
    [1e300, 1e300],
    [-0, -0],
    [Number.NaN, Number.NaN],
    [2n ** 100n, 2n ** 100n],
  ])('parameter %p goes in and comes out', async (value, expected) => {
    const session = await open([]);
    expect(await session.rows('SELECT $1 AS v', [value])).toEqual([{ v: expected }]);
  });
});

describe('the sandbox', () => {
  test.each([
    ['another file', (other: string) => `SELECT * FROM read_text('${other}')`],
    ['a pattern over its folder', () => `SELECT * FROM read_csv('${folder}/*.csv')`],
    ['a folder listing', () => `SELECT * FROM glob('${folder}/*')`],
    ['settings', () => 'SET threads = 1'],
    ['settings through SELECT', () => "SELECT set_config('threads', '1')"],
    ['the network', () => "SELECT * FROM read_csv('https://localhost:9/x.csv')"],
    ['extensions', () => 'INSTALL httpfs'],
    ['other databases', (other: string) => `ATTACH '${other}' AS stolen`],
    ['two statements at once', () => 'SELECT 1; SELECT 2'],
    ['none', () => ''],
  ])('refuses %s', async (_, sql) => {
    const other = write('other.txt', 'secret');
    const session = await open([write('mine.csv', 'id\n1\n')]);
    await expect(session.rows(sql(other))).rejects.toMatchObject({ name: 'EngineError', kind: 'statement' });
  });

  test.each(['', 'EXPLAIN ANALYZE ', 'PREPARE p AS '])(
    'does not write what it may read (%sCOPY)',
    async (how) => {
      const mine = write('mine.csv', 'id\n1\n');
      const session = await open([mine]);
      await expect(
        session.rows(`${how}COPY (SELECT 666) TO '${mine}' (USE_TMP_FILE false)`),
      ).rejects.toMatchObject({ kind: 'statement' });
      expect(readFileSync(mine, 'utf8')).toBe('id\n1\n');
    },
  );

  test('leaves nothing behind', async () => {
    const own = path.join(folder, 'own');
    mkdirSync(own);
    const session = await open([], { tempFolder: own });
    expect(readdirSync(own)).toHaveLength(1);
    await session.close();
    opened.splice(0);
    expect(readdirSync(own)).toEqual([]);
  });
});

describe('failing', () => {
  test('out of memory is `resources`', async () => {
    const session = await open([], { budget: { memory: 32 * MiB, spill: 1 * MiB, threads: 1 } });
    await expect(session.rows('SELECT list(range::VARCHAR) FROM range(9000000)')).rejects.toMatchObject({
      kind: 'resources',
    });
  });

  test('out of disk for spilling is `resources`', async () => {
    const session = await open([], { budget: { memory: 32 * MiB, spill: 1 * MiB, threads: 1 } });
    await expect(
      session.rows("CREATE TABLE big AS SELECT repeat('x', 50) || range FROM range(3000000)"),
    ).rejects.toMatchObject({ kind: 'resources' });
  });

  test.each([0.99, 0.5, 0.1])('a Parquet file cut to %p of its length is `data`', async (share) => {
    const whole = readFileSync(await writeParquet('whole.parquet'));
    const cut = write('cut.parquet', whole.subarray(0, Math.floor(whole.length * share)));
    const session = await open([cut]);
    await expect(session.rows(`SELECT * FROM read_parquet(${sqlFile(cut)})`)).rejects.toMatchObject({
      kind: 'data',
    });
  });

  test('a Parquet file with a broken footer is `data`, or read', async () => {
    const whole = readFileSync(await writeParquet('whole.parquet'));
    for (let i = 1; i <= 40; i++) {
      const bytes = Buffer.from(whole);
      const at = bytes.length - 8 - i * 7;
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const broken = write('broken.parquet', bytes);
      const session = await open([broken]);
      const outcome = await session.rows(`SELECT * FROM read_parquet(${sqlFile(broken)})`).then(
        () => 'read',
        (error: { kind?: string }) => error.kind,
      );
      expect(['read', 'data']).toContain(outcome);
    }
  });

  test('a value that does not convert is `data` and is not quoted in the message', async () => {
    const csv = write('bad.csv', 'id,ssn\n1,078-05-1120\n');
    const session = await open([csv]);
    const reading = session.rows(
      `SELECT * FROM read_csv(${sqlFile(csv)}, columns = {'id': 'INT', 'ssn': 'INT'}, header = true, auto_detect = false)`,
    );
    await expect(reading).rejects.toMatchObject({
      kind: 'data',
      message: expect.stringMatching(/Line: 2.*"ssn"/),
    });
    await expect(reading).rejects.not.toThrow('078-05-1120');
    await expect(session.rows("SELECT CAST('078-05-1120' AS INT)")).rejects.not.toThrow('078-05');
  });

  test.each(['SELEC 1', 'SELECT * FROM nowhere', 'SELECT nope', 'SELECT nofunction(1)'])(
    '%s is `statement`',
    async (sql) => {
      const session = await open([]);
      await expect(session.rows(sql)).rejects.toMatchObject({ kind: 'statement' });
    },
  );

  test('is interrupted with the run, and rejects with its reason', async () => {
    const controller = new AbortController();
    const session = await open([], { signal: controller.signal });
    const long = session.rows('SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b');
    setTimeout(() => controller.abort(new Error('SIGINT')), 50);
    await expect(long).rejects.toThrow('SIGINT');
    await expect(session.rows('SELECT 1')).rejects.toThrow('SIGINT');
  });
});
