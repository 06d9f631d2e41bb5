import { configError } from '../gate/failure.js';
import type { Input } from '../gate/input.js';
import type { Json } from '../gate/json.js';
import type { RunContext } from '../gate/run-context.js';
import { formatPointer, isWithin, type Path, parsePointer } from './pointer.js';
import { inputLabel, type RawInputs, readInput } from './raw-input.js';
import { copyPlain, withValueAt } from './tree.js';
import type { FindOrigin, Origin } from './validate.js';
import type { SourceTree } from './yaml.js';

/** Where inputs go: below one pipeline. */
export interface InputTarget {
  readonly inputs: readonly Input[];
  readonly raw: RawInputs;
  readonly pipeline: string;
  readonly kind: RunContext['kind'];
  /** The config file, there or not. */
  readonly file: string;
}

/** The file's tree with the inputs laid over it. */
export interface Overlay {
  readonly value: Json;
  /** The input that set the value at a path, or one above it. */
  setBy(path: Path): Input | undefined;
}

/**
 * Inputs over file: what stands at an input's key is replaced whole.
 *
 * @throws Failure('config') naming the input.
 */
export function overlayInputs(tree: Json, target: InputTarget): Overlay {
  const set: { readonly input: Input; readonly path: Path }[] = [];
  let value = tree;
  for (const input of target.inputs) {
    const given = readInput(input, target.raw, target.kind);
    if (given === undefined || input.key === undefined) continue;
    const path = pathOf(input.key, target.pipeline);
    value = withValueAt(value, path, shaped(input, given, target.kind));
    set.push({ input, path });
  }
  return { value, setBy: (path) => set.findLast((s) => isWithin(path, s.path))?.input };
}

function pathOf(key: string, pipeline: string): Path {
  return ['pipelines', pipeline, ...parsePointer(key)];
}

function shaped(
  input: Input,
  given: Parameters<NonNullable<Input['shape']>>[0],
  kind: RunContext['kind'],
): Json {
  const value = input.shape ? input.shape(given) : given;
  try {
    return copyPlain(value);
  } catch (cause) {
    if (cause instanceof RangeError) throw configError(`${inputLabel(input, kind)}: ${cause.message}`);
    throw cause;
  }
}

/** Blames the input that set a value, else the place in the file, else says which input could give what is missing. */
export function originsOf(overlay: Overlay, target: InputTarget, source: SourceTree | undefined): FindOrigin {
  const keys = new Map(
    target.inputs.flatMap((input) =>
      input.key === undefined ? [] : [[formatPointer(pathOf(input.key, target.pipeline)), input]],
    ),
  );
  return (path, part): Origin => {
    const setter = overlay.setBy(path);
    if (setter) return { by: inputLabel(setter, target.kind) };
    const missing = keys.get(formatPointer(path));
    const spelling = source?.spelling(path);
    return {
      ...(source && { place: source.locate(path, part) }),
      ...(missing && { remedy: `give ${inputLabel(missing, target.kind)} or write it in ${target.file}` }),
      ...(spelling !== undefined && { spelling }),
    };
  };
}
