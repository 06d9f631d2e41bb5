import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { publishedSchemas } from '../../src/config/published-schemas.js';
import { configSchema } from '../../src/config/schema.js';
import { sectionSchemas } from '../../src/config/sections.js';
import { assertValid } from '../../src/config/validate.js';
import { compileSchema } from '../../src/config/validator.js';
import { readYaml } from '../../src/config/yaml.js';
import { ajvOptions } from '../../src/gate/schema-guard.js';
import { problems } from './setup.js';

const bytes = readFileSync(path.join(import.meta.dirname, 'design-example.yml'));
const document = JSON.parse(JSON.stringify(publishedSchemas)) as Record<string, Record<string, unknown>>;

/** The vocabulary of draft-07 (core and validation), what editors know. */
const draft07 = new Set(
  (
    '$id $schema $ref $comment title description default readOnly examples definitions type enum const multipleOf ' +
    'maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern items additionalItems maxItems ' +
    'minItems uniqueItems contains maxProperties minProperties required properties patternProperties ' +
    'additionalProperties dependencies propertyNames if then else allOf anyOf oneOf not format contentMediaType ' +
    'contentEncoding'
  ).split(' '),
);

/** Every keyword of a schema and its inner ones. */
function keywords(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywords);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    const named = ['properties', 'patternProperties', 'definitions'].includes(key);
    const opaque = ['enum', 'const', 'default', 'examples', 'required'].includes(key);
    return [key, ...(opaque ? [] : named ? Object.values(value).flatMap(keywords) : keywords(value))];
  });
}

/** As `compileSchema` does, but at once, whatever values come. */
function compileWhole(schema: object, useDefaults: boolean) {
  const keywords = [{ keyword: 'x-judging', schemaType: 'boolean' }] as const;
  return new Ajv({ ...ajvOptions, useDefaults, keywords: [...keywords], formats: fullFormats }).compile(
    schema,
  );
}

test("the design's example is valid as it stands, comments and all", async () => {
  const { value, locate } = readYaml(bytes, 'sluice.yml');
  const validate = compileSchema(configSchema);
  expect(
    await problems(() => assertValid(validate, value, (at, part) => ({ place: locate(at, part) }))),
  ).toEqual([]);
});

describe.each(Object.keys(document))('schemas/%s', (file) => {
  const schema = document[file] ?? {};

  test('is a draft-07 document', () => {
    const ajv = new Ajv({ strict: false, validateSchema: false });
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(String(schema.$id)).toMatch(new RegExp(`/schemas/${file}$`));
  });

  test('has no keyword that an editor would not know, but our own', () => {
    const unknown = new Set(keywords(schema).filter((key) => !draft07.has(key)));
    unknown.delete('x-judging');
    expect([...unknown]).toEqual([]);
  });

  test('has one $id', () => {
    expect(keywords(schema).filter((key) => key === '$id')).toHaveLength(1);
  });

  test('compiles strictly', () => {
    expect(() => compileWhole(schema, false)).not.toThrow();
  });
});

test.each([...sectionSchemas])('the section of %s compiles strictly, defaults and all', (_, schema) => {
  expect(() => compileWhole(schema, true)).not.toThrow();
});

test('every key of the config says what it is', () => {
  const bare: string[] = [];
  const visit = (schema: unknown, at: string): void => {
    if (typeof schema !== 'object' || schema === null) return;
    for (const [key, value] of Object.entries(schema)) {
      if (key !== 'properties') visit(value, at);
      else
        for (const [name, property] of Object.entries(value as Record<string, { description?: string }>)) {
          if (!property.description) bare.push(`${at}/${name}`);
          visit(property, `${at}/${name}`);
        }
    }
  };
  visit(document['sluice.json'], '');
  expect(bare).toEqual([]);
});
