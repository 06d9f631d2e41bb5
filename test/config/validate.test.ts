import { describe, expect, test } from '@jest/globals';
import { Type } from 'typebox';
import { configSchema } from '../../src/config/schema.js';
import { assertValid } from '../../src/config/validate.js';
import { compileSchema } from '../../src/config/validator.js';
import { readYaml } from '../../src/config/yaml.js';
import { problems } from './setup.js';

const lines = (...text: string[]) => text.join('\n');

function check(schema: Parameters<typeof compileSchema>[0], text: string) {
  const source = readYaml(new TextEncoder().encode(text), 'sluice.yml');
  const validate = compileSchema(schema);
  return problems(() =>
    assertValid(validate, source.value, (path, part) => {
      const spelling = source.spelling(path);
      return { place: source.locate(path, part), ...(spelling !== undefined && { spelling }) };
    }),
  );
}

describe('the config', () => {
  test('seven planted errors are found at their seven places', async () => {
    const text = lines(
      'version: 1',
      'mode: enforced',
      'pipelines:',
      '  retail:',
      '    modle: model/',
      '    inventory: {id: 0412, tier: 12}',
      '    datasets:',
      '      train: {key: [id]}',
      'waivers:',
      '  - {id: X-1, scope: f, reason: r, owner: ada, expires: 2027-02-30}',
    );
    expect(await check(configSchema, text)).toEqual([
      'sluice.yml:2:7: `mode`: expected "enforce" or "report", found "enforced" — did you mean `enforce`?',
      'sluice.yml:5:5: `retail`: unknown key `modle` — did you mean `mode`?',
      'sluice.yml:6:21: `id`: expected text, found the number 412 — quote it: "0412"',
      'sluice.yml:6:33: `tier`: expected at most 9, found 12',
      'sluice.yml:8:7: `train`: `path` is missing — add `path`: Where the data lies: one file or glob, or a list of them',
      'sluice.yml:10:5: `waivers[0]`: `approver` is missing — add `approver`: Who accepted the risk',
      'sluice.yml:10:57: `expires`: expected a day that exists, as YYYY-MM-DD, found "2027-02-30"',
    ]);
  });

  test.each([
    ['nothing', '', 'sluice.yml:1:1: expected a map, found nothing'],
    ['a list', '- version: 1', 'sluice.yml:1:1: expected a map, found a list'],
    ['text', 'version 1', 'sluice.yml:1:1: expected a map, found text "version 1"'],
    ['another version', 'version: 2\npipelines: {a: {}}', 'sluice.yml:1:10: `version`: expected 1, found 2'],
    [
      'no pipeline',
      'version: 1\npipelines: {}',
      'sluice.yml:2:12: `pipelines`: expected at least 1 key, found {}',
    ],
  ])('%s is no config', async (_, text, problem) => {
    expect((await check(configSchema, text))[0]).toBe(problem);
  });

  test('a name that would not do as a file name is refused', async () => {
    const found = await check(configSchema, 'version: 1\npipelines:\n  ../x: {}');
    expect(found).toEqual([
      expect.stringMatching(/^sluice\.yml:3:3: `pipelines`: unknown key `\.\.\/x` — names here must match/),
    ]);
  });

  test.each(['2024-02-29', '2027-12-31'])('%s is a day', async (day) => {
    expect(await check(configSchema, waiver(day))).toEqual([]);
  });
  test.each(['2023-02-29', '2027-13-01', '2027-1-1', 'tomorrow'])('%s is not', async (day) => {
    expect(await check(configSchema, waiver(day))).toHaveLength(1);
  });
  const waiver = (day: string) =>
    `version: 1\npipelines: {a: {}}\nwaivers: [{id: i, scope: s, reason: r, owner: o, approver: a, expires: ${day}}]`;

  test('a country code is text, and a switch is not', async () => {
    const schema = Type.Object({ in: Type.Array(Type.String()) });
    expect(await check(schema, 'in: [NO, SE, on]')).toEqual([]);
    expect(await check(schema, 'in: [true, 1e3]')).toEqual([
      'sluice.yml:1:6: `in[0]`: expected text, found the word true — quote it: "true"',
      'sluice.yml:1:12: `in[1]`: expected text, found the number 1000 — quote it: "1e3"',
    ]);
  });
});

describe('unions', () => {
  const rule = Type.Union([
    Type.Object(
      {
        metric: Type.Literal('rate'),
        ratio: Type.Object({ min: Type.Number() }, { additionalProperties: false }),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      { metric: Type.Literal('count'), least: Type.Integer({ minimum: 1 }) },
      { additionalProperties: false },
    ),
  ]);

  test('the form that is meant is the one that is reported', async () => {
    expect(await check(rule, 'metric: count\nleast: 0')).toEqual([
      'sluice.yml:2:8: `least`: expected at least 1, found 0',
    ]);
    expect(await check(rule, 'metric: rate\nratio: {mni: 0.8}')).toEqual([
      'sluice.yml:2:1: `ratio`: `min` is missing',
      'sluice.yml:2:9: `ratio`: unknown key `mni` — did you mean `min`?',
    ]);
  });

  test('a value of no form is told which forms there are', async () => {
    const schema = Type.Object({ path: Type.Union([Type.String(), Type.Array(Type.String())]) });
    expect(await check(schema, 'path: 3')).toEqual([
      'sluice.yml:1:7: `path`: expected text or a list, found the number 3 — quote it: "3"',
    ]);
    expect(await check(schema, 'path: [a, 3]')).toEqual([
      'sluice.yml:1:11: `path[1]`: expected text, found the number 3 — quote it: "3"',
    ]);
  });

  test('the nearest of many one-key forms is meant', async () => {
    const forms = ['expect_rows', 'expect_columns', 'expect_nothing'].map((name) =>
      Type.Object({ [name]: Type.Integer() }, { additionalProperties: false }),
    );
    const found = await check(Type.Array(Type.Union(forms)), '- expect_colums: 3');
    expect(found.join('\n')).toContain('did you mean `expect_columns`?');
    expect(found.join('\n')).not.toContain('expect_rows');
  });

  test('each of several broken items is reported once', async () => {
    const found = await check(
      Type.Array(rule),
      '- {metric: count, least: 0}\n- {metric: rate, ratio: {min: x}}',
    );
    expect(found).toEqual([
      'sluice.yml:1:26: `least`: expected at least 1, found 0',
      'sluice.yml:2:31: `min`: expected a number, found text "x"',
    ]);
  });
});

test('thousands of errors are cut to what a person reads, soon', async () => {
  const schema = Type.Array(Type.Union([Type.String(), Type.Object({ a: Type.Integer() })]));
  const before = performance.now();
  expect(await check(schema, `[${'{a: x}, '.repeat(20_000)}]`)).toHaveLength(50);
  expect(performance.now() - before).toBeLessThan(5000);
});
