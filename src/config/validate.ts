import type { ValidateFunction } from 'ajv';
import { Failure, type Place, type Problem } from '../gate/failure.js';
import { by } from '../gate/order.js';
import { closestBranches } from './closest-branch.js';
import { describeError } from './describe-error.js';
import { nameOf, type Path, parsePointer } from './pointer.js';
import type { SchemaError } from './validator.js';
import { oneLine } from './words.js';

/** Who is to blame for the value at a path: a place in a file, an input, or both unknown. */
export interface Origin {
  readonly place?: Place;
  /** Said before the message: `input --threshold`. */
  readonly by?: string;
  /** Said where a value is missing: the input that could give it. */
  readonly remedy?: string;
  readonly spelling?: string;
}

export type FindOrigin = (path: Path, part: 'key' | 'value') => Origin;

const maxProblems = 50;
/** Beyond these, ajv's errors say nothing that a person would still read. */
const maxErrors = 2000;

/**
 * @param root where `value` stands in the config.
 * @throws Failure('config') with every fault that the schema sees, each where it was written.
 */
export function assertValid<T>(
  validate: ValidateFunction<T>,
  value: unknown,
  originOf: FindOrigin,
  root: Path = [],
): asserts value is T {
  if (validate(value)) return;
  const errors = closestBranches((validate.errors ?? []).slice(0, maxErrors).filter(isNews));
  const problems = errors.map((error) => problemOf(error, originOf, root));
  const sorted = [...new Map(problems.map((p) => [JSON.stringify(p), p] as const)).values()].sort(byPlace);
  throw new Failure('config', sorted.slice(0, maxProblems));
}

/** `if` only says that the errors of its branch follow. */
function isNews({ keyword }: SchemaError): boolean {
  return keyword !== 'if' && keyword !== 'propertyNames';
}

function problemOf(error: SchemaError, originOf: FindOrigin, root: Path): Problem {
  const at = [...root, ...parsePointer(error.instancePath)];
  const added = error.keyword === 'additionalProperties' ? [String(error.params.additionalProperty)] : [];
  const missing = error.keyword === 'required' ? [String(error.params.missingProperty)] : [];
  const path = [...at, ...added];
  const origin = originOf(path, added.length + missing.length > 0 ? 'key' : 'value');
  const remedy = missing.length > 0 ? originOf([...path, ...missing], 'key').remedy : undefined;
  const { message, fix } = describeError(error, origin.spelling);
  const name = nameOf(at);
  const mend = [remedy, fix].filter((part) => part !== undefined).join('; or ');
  return {
    message: oneLine(`${origin.by ? `${origin.by}: ` : ''}${name ? `\`${name}\`: ` : ''}${message}`),
    ...(mend && { fix: oneLine(mend) }),
    ...(origin.place && { place: origin.place }),
  };
}

const byPlace = by<Problem>(
  ({ place }) => place?.file ?? '',
  ({ place }) => place?.line ?? 0,
  ({ place }) => place?.column ?? 0,
  ({ message }) => message,
);
