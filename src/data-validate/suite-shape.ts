import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { closest } from 'fastest-levenshtein';
import type { Static, TSchema } from 'typebox';
import { configError, Failure, type Place, type Problem } from '../gate/failure.js';
import { ajvOptions } from '../gate/schema-guard.js';
import { quoteName } from './names.js';

/** Where in a suite file a value stands, by JSON pointer, or one of its keys. */
export type Locate = (pointer: string, key?: string) => Place;

/** More would not be read by anyone. */
const mostProblems = 20;

/** @throws Failure('config') naming every place that does not fit, unknown names with the nearest that is known. */
export function assertShape<S extends TSchema>(
  schema: S,
  value: unknown,
  locate: Locate,
  base = '',
): asserts value is Static<S> {
  const validate = compiled(schema);
  if (validate(value)) return;
  const problems = (validate.errors ?? [])
    .slice(0, mostProblems)
    .map((error) => problemOf(error, locate, base));
  throw new Failure('config', problems);
}

const validators = new WeakMap<TSchema, ValidateFunction>();

/** Once per schema: a suite of 10 000 expectations has but a score of kinds. */
function compiled(schema: TSchema): ValidateFunction {
  const validate =
    validators.get(schema) ?? new Ajv({ ...ajvOptions, allErrors: true, verbose: true }).compile(schema);
  validators.set(schema, validate);
  return validate;
}

function problemOf(error: ErrorObject, locate: Locate, base: string): Problem {
  const pointer = base + error.instancePath;
  if (error.keyword === 'additionalProperties') {
    const unknown = String(error.params.additionalProperty);
    const known = Object.keys((error.parentSchema?.properties ?? {}) as object);
    return unknownName(unknown, known, locate(pointer, unknown));
  }
  return { message: `${pointer || '/'} ${error.message ?? 'is not as expected'}`, place: locate(pointer) };
}

function unknownName(name: string, known: readonly string[], place: Place): Problem {
  return {
    message: `${quoteName(name)} is not known here`,
    place,
    ...(known.length > 0 && { fix: `did you mean \`${closest(name.slice(0, 200), known)}\`?` }),
  };
}

export function unknownNameError(name: string, known: readonly string[], place: Place): Failure {
  const { message, ...rest } = unknownName(name, known, place);
  return configError(message, rest);
}
