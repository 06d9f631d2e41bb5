import { describe, expect, test } from '@jest/globals';
import type { Settings } from '../../src/data-validate/settings.js';
import { javaRegex } from '../../src/data-validate/spark/java-regex.js';
import { plainLike } from '../../src/data-validate/spark/plain-like.js';
import { declaredType } from '../../src/data-validate/spark/types.js';
import { sparkText } from '../../src/data-validate/spark/words.js';
import { openBench } from './judge.js';

describe('a text in a statement for Spark’s shell', () => {
  test('holds no quote, backslash, line end or semicolon', () => {
    expect(sparkText(`it's "a" \\ b;\n\u{1f600}`)).toBe(
      String.raw`'it\u0027s \u0022a\u0022 \u005c b\u003b\u000a\ud83d\ude00'`,
    );
  });
});

describe('a pattern that Java is to read as RE2 does', () => {
  test.each([
    ['ends a text at its very end', 'a$', '(?d)a\\z'],
    ['leaves the ends of lines to `m`', '(?m)a$', '(?d)(?m)a$'],
    ['keeps an escaped $ and one in a class', '\\$[$]', '(?d)\\$[$]'],
    ['ignores the case of all letters', '(?i)é(?is:x)', '(?d)(?iu)é(?ius:x)'],
    ['knows no vertical tab as space', '\\s[\\s.]', '(?d)[\\t\\n\\f\\r ][\\t\\n\\f\\r .]'],
  ])('%s', (_, pattern, java) => {
    expect(javaRegex(pattern)).toBe(java);
  });
});

test.each([
  ['50!%', undefined, '50!!%'],
  ['50\\%_', '\\', '50!%_'],
  ['a\\b', '\\', 'ab'],
  ['!', '!', ''],
])('LIKE %j with escape %j has an escape of its own', (pattern, escapedBy, plain) => {
  expect(plainLike(pattern, escapedBy)).toEqual({ pattern: plain, escape: '!' });
});

test('types go by DuckDB’s names', () => {
  expect(['int', 'decimal(20,9)', 'timestamp', 'varchar(9)', 'array<int>'].map(declaredType)).toEqual([
    'INTEGER',
    'DECIMAL(20,9)',
    'TIMESTAMP WITH TIME ZONE',
    'VARCHAR',
    'ARRAY<INT>',
  ]);
});

describe('refused before Spark is started', () => {
  const judge = (path: string | readonly string[], settings: Settings[string]) => {
    const bench = openBench();
    bench.write('rows.parquet', '');
    bench.write("it's.parquet", '');
    return bench.judge(
      { data: { path }, other: { path: 'rows.parquet' } },
      { data: { engine: 'spark', ...settings } },
    );
  };
  test.each([
    ['several files', ['a.parquet', 'b.parquet'], {}, 'Spark reads one folder, file or table'],
    ['a pattern', '*.parquet', {}, 'Spark reads one folder, file or table'],
    ['a setting that Spark would not heed', 'rows.parquet', { hive: false }, '`hive` means nothing to Spark'],
    ['text', 'rows.parquet', { format: 'csv' }, 'the dataset data is csv'],
    ['a store whose format is not told', 's3a://lake/x', {}, 'its format is not told'],
    ['a table’s name with more in it', 'a.b`; DROP TABLE x', { format: 'iceberg' }, 'is no name of a table'],
    ['a path with a quote', "it's.parquet", {}, 'has a quote'],
    ['a file that is missing', 'none.parquet', {}, 'none.parquet: is missing'],
    [
      'a property that decides what figures mean',
      'rows.parquet',
      { spark: { conf: { 'spark.sql.ansi.enabled': 'true' } } },
      '`spark.conf` sets spark.sql.ansi.enabled',
    ],
    [
      'a dataset of another engine',
      'rows.parquet',
      {
        expect: [{ expect_table_row_count_to_equal_other_table: { other_table_name: 'other' } }],
      },
      'which another engine judges',
    ],
  ] as readonly (readonly [string, string | readonly string[], Settings[string], string])[])(
    '%s',
    async (_, path, settings, problem) => {
      await expect(judge(path, settings)).rejects.toThrow(problem);
    },
  );

  test('Delta and Iceberg without Spark', async () => {
    const bench = openBench();
    bench.write('rows.parquet', '');
    await expect(
      bench.judge({ data: { path: 'rows.parquet' } }, { data: { format: 'delta' } }),
    ).rejects.toThrow('`format: delta` is read by Spark alone');
  });

  test('settings for Spark where DuckDB judges', async () => {
    const bench = openBench();
    bench.write('rows.parquet', '');
    await expect(
      bench.judge({ data: { path: 'rows.parquet' } }, { data: { spark: { master: 'yarn' } } }),
    ).rejects.toThrow('`data` has settings for Spark, and DuckDB judges it');
  });

  test('a store without Spark', async () => {
    await expect(openBench().judge({ data: { path: 's3a://lake/clicks' } }, {})).rejects.toThrow(
      '`s3a://lake/clicks` lies in a store',
    );
  });
});
