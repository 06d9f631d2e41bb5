import { Ajv, type AnySchemaObject, type ErrorObject, type ValidateFunction } from 'ajv';
import type { DataValidateFunction } from 'ajv/dist/types/index.js';
import { callRef } from 'ajv/dist/vocabularies/core/ref.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { TSchema } from 'typebox';
import { ajvOptions } from '../gate/schema-guard.js';

/** An error of ajv with `verbose` on: the value and its schema come with it. */
export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/** Holds a schema that is compiled when a value is there to be held against it. */
const whenMet = 'x-when-met';

/**
 * A config names few of the maps that a schema knows (a hundred expectations), and to compile all of them takes most of a small run:
 * those under a name of their own are compiled when they are met.
 *
 * @param schema draft-07, its own keyword `x-judging` allowed.
 * @param options.defaults whether the validated value is filled up in place.
 * @throws Error on a schema that strict ajv refuses: a bug of ours.
 */
export function compileSchema<T>(
  schema: TSchema,
  options: { readonly defaults?: boolean } = {},
): ValidateFunction<T> {
  const ajv = new Ajv({
    ...ajvOptions,
    allErrors: true,
    verbose: true,
    useDefaults: options.defaults ?? false,
    keywords: [{ keyword: 'x-judging', schemaType: 'boolean' }],
    formats: fullFormats,
  });
  ajv.addKeyword({
    keyword: whenMet,
    schemaType: 'object',
    code(context) {
      const ref = validateWhenMet(ajv, context.schema, context.it.errSchemaPath);
      callRef(context, context.gen.scopeValue('validate', { ref }));
    },
  });
  return ajv.compile<T>(deferMaps(schema) as TSchema);
}

function validateWhenMet(ajv: Ajv, schema: AnySchemaObject, schemaPath: string): DataValidateFunction {
  let compiled: ValidateFunction | undefined;
  const validate: DataValidateFunction = (data, context) => {
    compiled ??= ajv.compile(schema);
    const isValid = compiled(data, context);
    // What is inside a union is told by where its schema stands.
    validate.errors =
      compiled.errors?.map((error) => ({
        ...error,
        schemaPath: `${schemaPath}${error.schemaPath.slice(1)}`,
      })) ?? [];
    return isValid;
  };
  return validate;
}

/** The same schema, with maps under a name wrapped. */
function deferMaps(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(deferMaps);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'properties' ? deferEach(value) : deferMaps(value)]),
  );
}

function deferEach(properties: Readonly<Record<string, AnySchemaObject>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => {
      const inner = deferMaps(schema);
      const { description } = schema;
      return [name, schema.properties ? { ...(description && { description }), [whenMet]: inner } : inner];
    }),
  );
}
