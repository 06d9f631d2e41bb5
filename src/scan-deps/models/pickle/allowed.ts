import { libraries } from './libraries.js';
import { scikitLearn } from './scikit-learn.js';
import type { Global, Value } from './value.js';

/**
 * What a pickle may import: exact pairs of module and name, never whole packages, since a name with dots reaches any module
 * that its first step imported. Learned from what the libraries themselves write when they pickle models.
 */
const allowed: ReadonlySet<string> = new Set(
  [...libraries, ...scikitLearn].flatMap(([modules, names]) =>
    modules.split(' ').flatMap((module) => names.split(' ').map((name) => keyOf(module, name))),
  ),
);

export function isAllowed(module: string, name: string): boolean {
  return allowed.has(keyOf(module, name));
}

/** Calls that are harmless only with some arguments. */
const conditions: ReadonlyMap<string, (args: readonly Value[]) => boolean> = new Map([
  // Turns text back into bytes, in protocols that have no bytes of their own.
  [keyOf('_codecs', 'encode'), (args) => args.every(({ kind }) => kind === 'text')],
  [keyOf('re', '_compile'), ([pattern]) => pattern?.kind === 'text' || pattern?.kind === 'bytes'],
  // With three arguments it makes a class.
  [keyOf('builtins', 'type'), (args) => args.length === 1],
  // These call what they are handed.
  [keyOf('torch._tensor', '_rebuild_from_type_v2'), ([called]) => isGlobalOf(called, 'torch._utils')],
  ...['__bit_generator_ctor', '__generator_ctor', '__randomstate_ctor'].map(
    (name) => [keyOf('numpy.random._pickle', name), takesBitGenerator] as const,
  ),
]);

function isGlobalOf(value: Value | undefined, module: string): boolean {
  return value?.kind === 'global' && value.module === module;
}

function takesBitGenerator(args: readonly Value[]): boolean {
  return args.every((arg) => {
    if (arg.kind === 'global') return arg.module.startsWith('numpy.random.');
    return arg.kind === 'text' || (arg.kind === 'made' && isBitGenerator(arg.callable));
  });
}

function isBitGenerator(value: Value): boolean {
  return (
    isGlobalOf(value, 'numpy.random._pickle') &&
    value.kind === 'global' &&
    value.name === '__bit_generator_ctor'
  );
}

/** Whether an allowed callable may be called with these arguments. */
export function mayCall({ module, name }: Global, args: Value): boolean {
  const condition = conditions.get(keyOf(module, name));
  return condition === undefined || (args.kind === 'items' && condition(args.kept));
}

/** A module name holds no blank, so no two pairs share a key. */
function keyOf(module: string, name: string): string {
  return `${module} ${name}`;
}
