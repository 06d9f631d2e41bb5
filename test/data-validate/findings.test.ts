import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dataValidate } from '../../src/data-validate/gate.js';
import type { Settings } from '../../src/data-validate/settings.js';
import { checkOf, linesOf, openBench } from './judge.js';
import { parquetOf } from './parquet.js';

const bench = openBench();

describe('a mutated cell', () => {
  test('is caught at its very line, line breaks and blank lines before it or not', async () => {
    const filler = fc.constantFrom('x', '', 'two\nlines', 'three\r\n\nlines', '"', ',', '::error::');
    const rows = fc.array(filler, { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.nat(),
        fc.array(fc.nat({ max: 29 }), { maxLength: 3 }),
        async (texts, at, gaps) => {
          const faulty = at % texts.length;
          const records = texts.map(
            (text, i) => `"${text.replaceAll('"', '""')}",${i === faulty ? 'boom' : i}`,
          );
          const spaced = records.map((record, i) => (gaps.includes(i) && i > 0 ? `\n${record}` : record));
          const before = [
            'note,value',
            ...spaced.slice(0, faulty),
            spaced[faulty]?.startsWith('\n') ? '' : undefined,
          ]
            .filter((line) => line !== undefined)
            .join('\n');
          const result = await bench.judgeFile('mutated.csv', `note,value\n${spaced.join('\n')}\n`, {
            columns: { value: { type: 'integer' } },
          });
          expect(checkOf(result, 'type').findings).toMatchObject([
            { line: before.split('\n').length + 1, row: faulty + 1, sample: 'text of 4 characters' },
          ]);
        },
      ),
      { numRuns: 12 },
    );
  }, 30_000);

  test('is caught at its row of a Parquet file', async () => {
    const bytes = await parquetOf(
      'SELECT range AS id, CASE WHEN range = 4242 THEN -1 ELSE 1 END AS v FROM range(5000)',
    );
    const result = await bench.judgeFile('rows.parquet', bytes, { columns: { v: { min: 0 } } });
    expect(checkOf(result, 'between').findings).toMatchObject([{ file: 'rows.parquet', row: 4243 }]);
  });

  test('is caught at its line of JSON lines, blank ones counted', async () => {
    const result = await bench.judgeFile('rows.jsonl', '{"v":1}\r\n\r\n{"v":-1}\r\n', {
      columns: { v: { min: 0 } },
    });
    expect(linesOf(checkOf(result, 'between'))).toEqual([3]);
  });
});

describe('findings', () => {
  test('are the first hundred; the rest is counted', async () => {
    const result = await bench.judgeFile('many.csv', `a\n${'-1\n'.repeat(250)}`, {
      columns: { a: { min: 0 } },
    });
    const { findings, findingCount } = checkOf(result, 'between');
    expect(findingCount).toBe(250);
    expect(findings.map(({ line }) => line)).toEqual(Array.from({ length: 100 }, (_, i) => i + 2));
  });

  test('show shapes, and values only when asked', async () => {
    const settings: Settings[string] = { columns: { a: { in: ['x'] } } };
    const hidden = await bench.judgeFile('secret.csv', 'a,b\n4111-1111,1\n', settings);
    expect(JSON.stringify(hidden)).not.toMatch(/4111/);
    expect(checkOf(hidden, 'in-set').findings[0]?.sample).toBe('text of 9 characters');
    const shown = await bench.judgeFile('secret.csv', 'a,b\n4111-1111,1\n', {
      ...settings,
      'show-samples': true,
    });
    expect(checkOf(shown, 'in-set').findings[0]?.sample).toBe('"4111-1111"');
  });

  test('of a key name every row that shares it, over all files', async () => {
    bench.write('keys-1.csv', 'id,part\n1,a\n2,a\n');
    bench.write('keys-2.csv', 'id,part\n1,a\n1,b\n,c\n');
    const result = await bench.judge({ data: { path: 'keys-*.csv', key: ['id', 'part'] } });
    expect(checkOf(result, 'unique').findings).toMatchObject([
      { file: 'keys-1.csv', line: 2 },
      { file: 'keys-2.csv', line: 2 },
    ]);
    const absent = result.checks.filter(
      ({ id, status }) => id === 'data-validate/not-null' && status === 'fail',
    );
    expect(absent.flatMap(({ findings }) => findings)).toMatchObject([{ file: 'keys-2.csv', line: 4 }]);
  });

  test('of an optional column are none when it is absent', async () => {
    const result = await bench.judgeFile('optional.csv', 'a\n1\n', {
      columns: { b: { required: false, min: 0 } },
    });
    expect(checkOf(result, 'between').status).toBe('skip');
    expect(result.verdict).toBe('pass');
  });
});

describe('hostile names are inert', () => {
  const names = [
    `"; DROP TABLE x; --`,
    `') FROM read_text('/etc/passwd') --`,
    '::error::gone',
    '__proto__',
    'c0',
    'a/b~c',
    '\u202e',
    `'`,
    '',
  ];

  test('as columns of CSV and JSON lines', async () => {
    const rules: Settings[string] = {
      columns: Object.fromEntries(names.map((name) => [name, { type: 'integer' as const }])),
    };
    const header = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(',');
    const csv = await bench.judgeFile('names.csv', `${header}\n${names.map((_, i) => i).join(',')}\n`, rules);
    expect(csv.verdict).toBe('pass');
    const row = `{${names.map((name, i) => `${JSON.stringify(name)}:${i}`).join(',')}}`;
    const jsonl = await bench.judgeFile('names.jsonl', `${row}\n`, rules);
    expect(jsonl.checks.filter(({ status }) => status !== 'pass')).toEqual([]);
    expect(jsonl.metrics.columns).toBe(names.length);
  });

  test('as texts of sets, bounds and patterns', async () => {
    const result = await bench.judgeFile('texts.csv', `a\n"'); DROP TABLE x; --"\n`, {
      columns: { a: { in: [`'); DROP TABLE x; --`], min: `'`, regex: `'\\);` } },
    });
    expect(result.verdict).toBe('pass');
  });

  test('as names of datasets', async () => {
    bench.write('plain.csv', 'a\n1\n');
    const result = await bench.judge({ constructor: { path: 'plain.csv' }, toString: { path: 'plain.csv' } });
    expect(result.verdict).toBe('pass');
  });

  test('as names of files', async () => {
    const name = `it's [a] *.csv`;
    const result = await bench.judgeFile(name, 'a\n1\n');
    expect(result.subjects).toMatchObject([{ name }]);
  });
});

describe('the report', () => {
  test('tells what fell short and what the columns hold', async () => {
    const result = await bench.judgeFile('people.csv', 'age,born\n17,1990-01-01\n,1985-06-30\n', {
      columns: { age: { min: 18 } },
    });
    const [failing, columns] = dataValidate.report(result);
    expect(failing).toMatchObject({
      kind: 'table',
      rows: [['data', 'expect_column_values_to_be_between', 'age', 1, 100, null]],
    });
    expect(columns).toMatchObject({
      kind: 'histograms',
      title: 'Columns of data',
      rows: [
        {
          label: 'age',
          detail: 'integer, about 1 distinct',
          counts: [1],
          least: 17,
          greatest: 17,
          empty: 0.5,
        },
        { label: 'born', least: '1985-06-30', greatest: '1990-01-01', empty: 0 },
      ],
    });
    expect(dataValidate.figures(result)).toEqual({ rows: 2, columns: 2, 'failed-expectations': 1 });
  });
});
