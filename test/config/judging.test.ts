import { describe, expect, test } from '@jest/globals';
import { Type } from 'typebox';
import { isMixed, someJudging } from '../../src/config/judging.js';
import { configSchema } from '../../src/config/schema.js';
import { propertySchemas, type SchemaNode } from '../../src/config/schema-node.js';

const closed = { additionalProperties: false } as const;

describe('which keys decide', () => {
  test('a mark holds for all below it until another says otherwise', () => {
    const schema = Type.Object(
      { rules: Type.Array(Type.String()), path: Type.String({ 'x-judging': false }) },
      { ...closed, 'x-judging': true },
    );
    expect(isMixed(schema, false)).toBe(true);
    expect(someJudging(schema.properties.rules, true)).toBe(true);
    expect(someJudging(schema.properties.path, true)).toBe(false);
  });

  test('a list or union with a mark inside decides as a whole', () => {
    const marked = Type.Object({ min: Type.Number({ 'x-judging': true }) }, closed);
    expect(someJudging(Type.Array(marked), false)).toBe(true);
    expect(someJudging(Type.Union([Type.String(), marked]), false)).toBe(true);
    expect(isMixed(Type.Array(marked), false)).toBe(false);
  });
});

/** Keys of the whole config that a pull request may change for itself. A new one here is a decision: docs/decisions/0002. */
test('the head decides on where things lie, and on nothing else', () => {
  const open = new Set<string>();
  const visit = (schema: SchemaNode, inherited: boolean, at: string): void => {
    const judging = schema['x-judging'] ?? inherited;
    if (!someJudging(schema, inherited) && propertySchemas(schema).length === 0) open.add(at);
    for (const [name, child] of Object.entries(schema.properties ?? {}))
      visit(child, judging, `${at}/${name}`);
    for (const child of Object.values(schema.patternProperties ?? {})) visit(child, judging, `${at}/*`);
  };
  visit(configSchema, false, '');
  const agreed = [
    '/pipelines/*/datasets/*/owner',
    '/pipelines/*/datasets/*/path',
    '/pipelines/*/fairness-gate/predictions',
    '/pipelines/*/model',
    '/pipelines/*/sign-model/bundle',
    '/pipelines/*/sign-model/key',
    '/version',
    ...['step', 'command', 'datasets', 'inputs', 'outputs'].map(
      (key) => `/pipelines/*/record-training/${key}`,
    ),
  ];
  expect([...open].filter((key) => !agreed.includes(key))).toEqual([]);
});
