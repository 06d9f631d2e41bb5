import { type Static, Type } from 'typebox';
import { severities } from '../gate/finding.js';
import { expectationArgs } from './expectations/args.js';
import { boundSchema, memberSet, plainText, shareSchema } from './expectations/parts.js';
import { sparkSettings } from './spark/settings.js';

const typeNames = ['integer', 'number', 'text', 'boolean', 'date', 'timestamp'] as const;

const columnRules = Type.Object(
  {
    type: Type.Optional(Type.Enum([...typeNames], { description: 'What every value must be' })),
    required: Type.Optional(Type.Boolean({ description: 'false: the column may be absent' })),
    'max-null-share': Type.Optional(shareSchema('Greatest share of rows without a value')),
    min: Type.Optional(boundSchema('Least value: a number, a date or a time')),
    max: Type.Optional(boundSchema('Greatest value: a number, a date or a time')),
    in: Type.Optional(memberSet('The values accepted')),
    'not-in': Type.Optional(memberSet('Values refused')),
    regex: Type.Optional(plainText('Regular expression, found anywhere in the text unless anchored')),
    'not-regex': Type.Optional(plainText('Regular expression that must not be found')),
    'min-length': Type.Optional(Type.Integer({ description: 'Least number of characters', minimum: 0 })),
    'max-length': Type.Optional(Type.Integer({ description: 'Greatest number of characters', minimum: 0 })),
    unique: Type.Optional(Type.Boolean({ description: 'true: no value may come twice' })),
    mostly: Type.Optional(
      shareSchema('The share of non-null values that must meet the rules of this column; 1 unless given'),
    ),
    severity: Type.Optional(
      Type.Enum([...severities], {
        description: 'What falling short does: error fails (the default), warning warns',
      }),
    ),
  },
  { additionalProperties: false, description: 'Rules of one column' },
);
export type ColumnRules = Static<typeof columnRules>;

const expectation = Type.Object(
  Object.fromEntries(Object.entries(expectationArgs).map(([name, schema]) => [name, Type.Optional(schema)])),
  {
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    description: 'One expectation under its name in Great Expectations',
  },
);

/** What a suite of our own form holds, and a dataset's section too. */
const rules = {
  columns: Type.Optional(
    Type.Record(Type.String(), columnRules, { description: 'Short rules by column name' }),
  ),
  expect: Type.Optional(
    Type.Array(expectation, { description: 'Expectations in their long form', maxItems: 10_000 }),
  ),
};

/** A suite file of our own form. */
export const suiteSchema = Type.Object(rules, { additionalProperties: false });
export type Rules = Static<typeof suiteSchema>;

const oneByte = (description: string) => Type.String({ description, pattern: '^[\\t -~]$' });

const datasetSettings = Type.Object(
  {
    ...rules,
    suite: Type.Optional(
      plainText(
        'File with more rules: our own YAML, a suite of Great Expectations, a data contract (ODCS), a Table Schema, a JSON Schema',
      ),
    ),
    results: Type.Optional(
      Type.Array(plainText('A file, or a pattern of files'), {
        description:
          'Files with results of other tools, which become checks marked `imported`: of Great Expectations, dbt, Databricks',
        minItems: 1,
        maxItems: 100,
      }),
    ),
    profile: Type.Optional(
      plainText('File to write a profile to: exact counts and histograms that later runs can compare with'),
    ),
    'allow-empty': Type.Optional(Type.Boolean({ description: 'true: a dataset without rows is accepted' })),
    'show-samples': Type.Optional(
      Type.Boolean({
        description: 'true: reports and evidence show values that fell short; else only their shape',
      }),
    ),
    format: Type.Optional(
      Type.Enum(['csv', 'jsonl', 'json', 'parquet', 'arrow', 'delta', 'iceberg'], {
        description:
          'Format; by the file name unless given. json: one array of objects; arrow: Feather and Arrow IPC; delta and iceberg: with Spark',
      }),
    ),
    engine: Type.Optional(
      Type.Enum(['duckdb', 'spark'], {
        description:
          'What judges: duckdb in this process (the default), or your own Spark through `spark-sql`',
      }),
    ),
    spark: Type.Optional(sparkSettings),
    compression: Type.Optional(
      Type.Enum(['none', 'gzip', 'zstd'], { description: 'Of a text file; by the file name unless given' }),
    ),
    encoding: Type.Optional(
      Type.String({
        description:
          'Of a text file, a label of the Encoding standard: windows-1252, shift_jis; UTF-8 unless given',
        maxLength: 40,
      }),
    ),
    hive: Type.Optional(
      Type.Boolean({ description: 'false: folders named key=value are no columns; they are unless given' }),
    ),
    timeout: Type.Optional(
      Type.String({
        description:
          'Longest time that judging the dataset may take, 30s, 10m, 2h: past it the gate could not judge',
        pattern: '^[1-9][0-9]{0,4}[smh]$',
      }),
    ),
    'memory-limit': Type.Optional(
      Type.String({
        description: 'Most memory for judging, 512MB, 4GB; what it cannot hold spills to disk',
        pattern: '^[1-9][0-9]{0,5}(MB|GB)$',
      }),
    ),
    delimiter: Type.Optional(
      oneByte('What separates the fields of a CSV file; found in its first line unless given'),
    ),
    quote: Type.Optional(oneByte('What quotes the fields of a CSV file; " unless given')),
    header: Type.Optional(
      Type.Boolean({ description: 'false: a CSV file has no header; its columns are column0, column1, …' }),
    ),
    'null-values': Type.Optional(
      Type.Array(plainText('A text'), {
        description: 'Texts in a CSV file that mean "no value"; the empty text unless given',
        minItems: 1,
        maxItems: 100,
      }),
    ),
  },
  { additionalProperties: false, description: 'How one dataset is read and what it must meet' },
);
export type DatasetSettings = Static<typeof datasetSettings>;

export const settingsSchema = Type.Record(
  Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$' }),
  datasetSettings,
  { additionalProperties: false, description: 'Rules by the name of the dataset' },
);
export type Settings = Static<typeof settingsSchema>;
