import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import type { TSchema } from 'typebox';
import { ajvOptions } from '../gate/schema-guard.js';

/** An error of ajv with `verbose` on: the value and its schema come with it. */
export type SchemaError = ErrorObject<string, Readonly<Record<string, unknown>>>;

/**
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
  return ajv.compile<T>(schema);
}
