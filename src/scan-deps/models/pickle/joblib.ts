import type { Machine } from './machine.js';
import { entryOf, type Made, type Value } from './value.js';

/**
 * joblib writes an array's bytes right behind the instructions that made its wrapper, and its unpickler takes them out of
 * the stream at BUILD (joblib, `numpy_pickle.py`: `NumpyArrayWrapper.read_array`). They are data: we step over them.
 *
 * @throws Malformed when the wrapper does not say how long they are.
 */
export function afterBuild(machine: Machine, { callable, state }: Made): void {
  if (callable.kind !== 'global' || callable.module !== 'joblib.numpy_pickle') return;
  if (callable.name !== 'NumpyArrayWrapper') return;
  const dtype = itemOf(entryOf(state, 'dtype'));
  const count = elementsOf(entryOf(state, 'shape'));
  if (dtype === null || count === null) throw machine.broken('wraps an array without saying how long it is');
  if (dtype.objects) {
    machine.loader.nested(machine);
    return;
  }
  const alignment = entryOf(state, 'numpy_array_alignment_bytes');
  if (alignment?.kind === 'scalar' && alignment.value !== null) machine.cursor.skip(machine.cursor.byte());
  machine.cursor.skip(count * dtype.bytes);
}

/** Product of the shape; 1 for a scalar array. */
function elementsOf(shape: Value | undefined): number | null {
  if (shape?.kind !== 'items' || shape.count > shape.kept.length) return null;
  const sizes = shape.kept.map((size) => (size.kind === 'scalar' ? Number(size.value) : Number.NaN));
  const total = sizes.reduce((product, size) => product * size, 1);
  return Number.isSafeInteger(total) && sizes.every((size) => size >= 0) ? total : null;
}

interface Item {
  readonly bytes: number;
  /** Holds Python objects, which follow as a pickle of their own. */
  readonly objects: boolean;
}

/** numpy's flag for items that hold references (NPY_ITEM_REFCOUNT). */
const holdsObjects = 0x01;

/** Of `dtype('f8', False, True)`, with the state that BUILD gave it. */
function itemOf(dtype: Value | undefined): Item | null {
  if (dtype?.kind !== 'made' || dtype.callable.kind !== 'global' || dtype.callable.name !== 'dtype')
    return null;
  const code = dtype.args.kind === 'items' ? dtype.args.kept[0] : undefined;
  if (code?.kind !== 'text') return null;
  const [, letter = '', digits = ''] = /^[<>=|]?([?a-zA-Z])(\d*)$/.exec(code.text) ?? [];
  const flags = dtype.state?.kind === 'items' ? dtype.state.kept[7] : undefined;
  const objects = letter === 'O' || (flags?.kind === 'scalar' && (Number(flags.value) & holdsObjects) !== 0);
  // A character of numpy's unicode takes four bytes.
  const bytes = Number(digits === '' ? 1 : digits) * (letter === 'U' ? 4 : 1);
  return letter === '' ? null : { bytes, objects };
}
