import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import type { TSchema } from 'typebox';

/** Tells by a JSON Schema whether a value is a `T`; `errors` says why the last one was not. */
export interface SchemaGuard<T> {
  (value: unknown): value is T;
  errors?: readonly ErrorObject[] | null;
}

/**
 * Compiling a schema takes tens of milliseconds and most runs need few of ours, so it is done when first asked. TypeBox
 * writes valid schemas (a test holds the published ones to draft-07), and code that runs a few times is not worth optimising.
 */
export const ajvOptions = {
  strict: true,
  validateSchema: false,
  code: { optimize: false },
} as const satisfies Options;

export function schemaGuard<T>(schema: TSchema): SchemaGuard<T> {
  let validate: ValidateFunction<T> | undefined;
  const guard: SchemaGuard<T> = (value): value is T => {
    validate ??= new Ajv(ajvOptions).compile<T>(schema);
    const isValid = validate(value);
    guard.errors = validate.errors ?? null;
    return isValid;
  };
  return guard;
}
