import { describe, expect, test } from '@jest/globals';
import { Failure } from '../../src/gate/failure.js';
import { openBench } from './judge.js';

const bench = openBench();
const csv = 'id,name,age,country,since\n1,Ada,36,DE,2020-01-31\n2,Bob,17,FR,2021-02-28\n2,,64,XX,never\n';

/** Each check that asks anything, by its id and column, with its status. */
async function judgeWith(suite: string, data = csv): Promise<readonly string[]> {
  bench.write('suite.any', suite);
  const { checks } = await bench.judgeFile('rows.csv', data, { suite: 'suite.any' });
  return checks
    .filter(({ facts }) => facts.expectation !== undefined)
    .map(
      ({ id, status, facts }) =>
        `${id.slice('data-validate/'.length)} ${String(facts.column ?? facts.columns ?? '')} ${status}`,
    )
    .sort();
}

async function refusalOf(suite: string): Promise<string> {
  const error: unknown = await judgeWith(suite).catch((thrown) => thrown);
  if (!(error instanceof Failure)) throw new Error('nothing was refused');
  const [problem] = error.problems;
  return `${error.kind} ${problem?.place?.line}:${problem?.place?.column} ${problem?.message}`;
}

describe('a suite of Great Expectations 0.x', () => {
  const legacy = {
    expectation_suite_name: 'old',
    data_asset_type: 'Dataset',
    ge_cloud_id: null,
    evaluation_parameters: { oldest: 60 },
    meta: { great_expectations_version: '0.18.19' },
    expectations: [
      { expectation_type: 'expect_column_to_exist', kwargs: { column: 'age' }, meta: { by: 'risk' } },
      {
        expectation_type: 'expect_column_values_to_be_between',
        kwargs: { column: 'since', min_value: '2020-01-01', parse_strings_as_datetimes: true },
        meta: {},
      },
      {
        expectation_type: 'expect_column_max_to_be_between',
        kwargs: { column: 'age', max_value: { $PARAMETER: 'oldest' }, result_format: 'COMPLETE' },
        meta: {},
      },
    ],
  };

  test('is read with its parameters, and keeps its notes', async () => {
    expect(await judgeWith(JSON.stringify(legacy))).toEqual([
      'between since fail',
      'column-exists age pass',
      'max age fail',
    ]);
  });
});

test('a contract of the Open Data Contract Standard asks what it says', async () => {
  const contract = `
apiVersion: v3.0.2
kind: DataContract
id: people
version: 1.0.0
status: active
schema:
  - name: other
    properties: [{name: x}]
  - name: data
    physicalType: table
    properties:
      - {name: id, logicalType: integer, required: true, primaryKey: true}
      - name: age
        logicalType: integer
        logicalTypeOptions: {minimum: 18, maximum: 110}
      - name: name
        quality:
          - {rule: nullValues, mustBe: 0}
          - {type: text, description: names are as in the passport}
      - name: country
        quality: [{metric: invalidValues, arguments: {validValues: [DE, FR]}, mustBeLessOrEqualTo: 50, unit: percent}]
    quality:
      - {metric: rowCount, mustBeBetween: [1, 10]}
      - {type: sql, query: 'SELECT count(*) FROM \${object} WHERE age > 60', mustBe: 0, severity: warning}
      - {type: custom, engine: greatExpectations, implementation: {type: expect_column_mean_to_be_between, kwargs: {column: age, max_value: 40}}}
`;
  expect(await judgeWith(contract)).toEqual([
    'between age fail',
    'column-exists age pass',
    'column-exists country pass',
    'column-exists id pass',
    'column-exists name pass',
    'in-set country pass',
    'mean age pass',
    'not-null id pass',
    'not-null name fail',
    'primary-key id fail',
    'query-value  warn',
    'row-count  pass',
    'type age pass',
    'type id pass',
  ]);
});

test('a Table Schema asks for its fields in order, their constraints and keys', async () => {
  const schema = {
    fields: [
      { name: 'id', type: 'integer', constraints: { required: true } },
      { name: 'name', type: 'string', constraints: { minLength: 1, pattern: '[A-Z][a-z]+' } },
      { name: 'age', type: 'integer', constraints: { minimum: 18 } },
      { name: 'country', constraints: { enum: ['DE', 'FR'] } },
      { name: 'since', type: 'date', format: '%Y-%m-%d' },
    ],
    primaryKey: 'id',
    missingValues: [''],
  };
  expect(await judgeWith(JSON.stringify(schema))).toEqual([
    'between age fail',
    'columns-ordered id,name,age,country,since pass',
    'in-set country fail',
    'length name pass',
    'not-null id pass',
    'primary-key id fail',
    'regex name pass',
    'strftime since fail',
    'type age pass',
    'type country pass',
    'type id pass',
    'type name pass',
  ]);
});

test('what a contract asks in words is told as skipped, and does not change the verdict', async () => {
  const contract = {
    apiVersion: 'v3.0.2',
    kind: 'DataContract',
    schema: [
      {
        name: 'data',
        properties: [{ name: 'id', quality: [{ type: 'text', description: 'as in the register' }] }],
        quality: [{ type: 'text' }],
      },
    ],
  };
  const bench = openBench();
  bench.write('contract.yaml', JSON.stringify(contract));
  const result = await bench.judgeFile('a.csv', 'id\n1\n', { suite: 'contract.yaml' });
  const words = result.checks.filter(({ id }) => id === 'data-validate/in-words');
  expect(words.map(({ title, status }) => [title, status])).toEqual([
    ['data: `id`: as in the register', 'skip'],
    ['data: a rule without a description', 'skip'],
  ]);
  expect(result.verdict).toBe('pass');
});

describe('a Data Package', () => {
  const schema = { fields: [{ name: 'id', type: 'integer' }], fieldsMatch: 'subset' };

  test.each([
    ['of one resource', [{ name: 'people', path: 'people.csv', schema }]],
    ['of several, one named like the dataset', [{ name: 'other' }, { name: 'data', schema }]],
  ])('%s gives its schema', async (_, resources) => {
    expect(await judgeWith(JSON.stringify({ resources }))).toContain('type id pass');
  });

  test.each([
    [
      'several, none named like the dataset',
      [
        { name: 'a', schema },
        { name: 'b', schema },
      ],
      /has 2 resources/,
    ],
    ['a schema in its own file', [{ name: 'data', schema: 'schema.json' }], /name its own file as the suite/],
    ['no schema', [{ name: 'data' }], /is not written here/],
  ])('%s is refused', async (_, resources, message) => {
    expect(await refusalOf(JSON.stringify({ resources }))).toMatch(message);
  });
});

test('a JSON Schema of rows asks for its properties', async () => {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'person',
    type: 'object',
    required: ['id', 'age'],
    properties: {
      id: { type: 'integer' },
      age: { type: 'integer', exclusiveMinimum: 17 },
      name: { type: ['string', 'null'], maxLength: 3 },
      since: { type: 'string', format: 'date' },
      nickname: { type: 'string' },
    },
  };
  expect(await judgeWith(JSON.stringify(schema))).toEqual([
    'between age fail',
    'column-exists age pass',
    'column-exists id pass',
    'length name pass',
    'not-null age pass',
    'not-null id pass',
    'not-null nickname skip',
    'not-null since pass',
    'type since fail',
    'type-list age pass',
    'type-list id pass',
    'type-list name pass',
    'type-list nickname skip',
  ]);
});

test('an enum without null refuses absent values, and valid values and a pattern are both asked for', async () => {
  const schema = { type: 'object', properties: { name: { type: ['string', 'null'], enum: ['Ada', 'Bob'] } } };
  expect(await judgeWith(JSON.stringify(schema))).toContain('not-null name fail');
  const contract =
    'kind: DataContract\napiVersion: v3.0.0\nschema:\n- name: x\n  properties:\n  - name: country\n    quality: [{metric: invalidValues, arguments: {validValues: [DE, FR, XX], pattern: ^Q}, mustBe: 0}]\n';
  expect(await judgeWith(contract)).toEqual([
    'column-exists country pass',
    'in-set country pass',
    'regex country fail',
  ]);
});

describe('what cannot be imported is an error at its place', () => {
  test.each([
    [
      'a field type',
      '{"fields": [\n {"name": "a", "type": "geopoint"}]}',
      /config 2:16 `type` is none that is known/,
    ],
    [
      'a constraint',
      '{"fields": [{"name": "a",\n "constraints": {"jsonSchema": {}}}]}',
      /config 2:18 `jsonSchema` cannot be imported/,
    ],
    [
      'a foreign key to itself',
      '{"fields": [{"name": "a"}],\n"foreignKeys": [{"fields": "a", "reference": {"resource": "", "fields": "a"}}]}',
      /config 2:47 `resource` should name/,
    ],
    [
      'a keyword',
      '{"type": "object", "properties": {"a": {\n"oneOf": []}}}',
      /config 2:1 `oneOf` cannot be imported/,
    ],
    [
      'a format',
      '{"type": "object", "properties": {"a": {\n"format": "ipv4"}}}',
      /config 2:1 `format` is read as/,
    ],
    [
      'a pattern that is not linear',
      '{"type": "object", "properties": {"a": {"pattern": "(?=a)"}}}',
      /look-around/,
    ],
    [
      'a contract of version 2',
      'kind: DataContract\napiVersion: v2.2.2\n',
      /config 2:1 `apiVersion` should be v3/,
    ],
    [
      'a contract without the dataset',
      'kind: DataContract\napiVersion: v3.0.0\nschema: [{name: x}, {name: y}]\n',
      /config 3:1 the contract has 2 schema objects/,
    ],
    [
      'a metric',
      'kind: DataContract\napiVersion: v3.0.0\nschema:\n- name: x\n  properties:\n  - name: id\n    quality:\n    - metric: freshness\n',
      /config 8:7 `metric` is none that is known/,
    ],
    [
      'an engine',
      'kind: DataContract\napiVersion: v3.0.0\nschema:\n- name: x\n  quality: [{type: custom, engine: soda}]\n',
      /config 5:28 `engine` cannot be imported/,
    ],
    [
      'an expectation that GX does not implement',
      '{"expectations": [{"type": "expect_column_chisquare_test_p_value_to_be_greater_than", "kwargs": {}}]}',
      /does not implement it either/,
    ],
    [
      'two bounds of one end',
      '{"type": "object", "properties": {"a": {"minimum": 10,\n"exclusiveMinimum": 0}}}',
      /config 2:1 `exclusiveMinimum` stands beside `minimum`/,
    ],
    [
      'an enum without members',
      '{"type": "object", "properties": {"a": {"enum": []}}}',
      /`enum` has no member/,
    ],
    [
      'two words of fieldsMatch',
      '{"fields": [{"name": "a"}], "fieldsMatch": ["subset", "exact"]}',
      /`fieldsMatch` should be one word/,
    ],
    [
      'no text that means absent',
      '{"fields": [{"name": "a"}], "missingValues": []}',
      /`missingValues` is set by/,
    ],
    [
      'what a contract says that nobody knows',
      'kind: DataContract\napiVersion: v3.0.0\nnonsense: 1\nschema: [{name: data}]\n',
      /config 3:1 `nonsense` cannot be imported/,
    ],
    [
      'bounds of a count that clash',
      'kind: DataContract\napiVersion: v3.0.0\nschema:\n- name: x\n  quality: [{metric: rowCount, mustBeGreaterThan: 3, mustBeGreaterOrEqualTo: 50}]\n',
      /`mustBeGreaterOrEqualTo` stands beside `mustBeGreaterThan`/,
    ],
    [
      'a range of three',
      'kind: DataContract\napiVersion: v3.0.0\nschema:\n- name: x\n  quality: [{metric: rowCount, mustBeBetween: [1, 5, 2]}]\n',
      /`mustBeBetween` should be two numbers/,
    ],
    [
      'an argument of a rule that nobody knows',
      'kind: DataContract\napiVersion: v3.0.0\nschema:\n- name: x\n  properties:\n  - name: id\n    quality: [{metric: invalidValues, arguments: {validValues: [1], patern: a}}]\n',
      /`patern` cannot be imported/,
    ],
    [
      'sets of texts parsed as times',
      '{"expectations": [{"expectation_type": "expect_column_values_to_be_in_set", "kwargs": {"column": "a", "value_set": ["2020-01-01"], "parse_strings_as_datetimes": true}}]}',
      /`parse_strings_as_datetimes` is not known here/,
    ],
    ['an empty schema', '{"type": "object", "properties": {}}', /asks for nothing/],
  ])('%s', async (_, suite, message) => {
    expect(await refusalOf(suite)).toMatch(message);
  });
});
