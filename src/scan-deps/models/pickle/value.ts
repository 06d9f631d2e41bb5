import { modelLimits } from '../../limits.js';

/** What an unpickler would have on its stack, as far as that is known without running anything. */
export type Value = Scalar | Text | Blob | Global | Made | Items | Persistent;

/** A number, boolean or None; numbers past a double as text. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly value: number | boolean | string | null;
}
export interface Text {
  readonly kind: 'text';
  readonly text: string;
  /** Only the first characters were kept. */
  readonly cut: boolean;
}
interface Blob {
  readonly kind: 'bytes';
  readonly length: number;
}
/** Something imported: `module.name`. */
export interface Global {
  readonly kind: 'global';
  readonly module: string;
  readonly name: string;
}
/** What a call gave back. */
export interface Made {
  readonly kind: 'made';
  readonly callable: Value;
  readonly args: Value;
  /** Set by BUILD. */
  state: Value | null;
}
export interface Items {
  readonly kind: 'items';
  readonly shape: 'tuple' | 'list' | 'dict' | 'set' | 'frozenset';
  /** The first ones; keys and values of a dict in turn. */
  readonly kept: Value[];
  count: number;
}
/** An object that the loader is asked for by id. */
interface Persistent {
  readonly kind: 'persistent';
  readonly id: Value;
}

export function scalar(value: Scalar['value']): Scalar {
  return { kind: 'scalar', value };
}

export function text(whole: string, cut = false): Text {
  const short = whole.length <= modelLimits.keptText;
  return { kind: 'text', text: short ? whole : whole.slice(0, modelLimits.keptText), cut: cut || !short };
}

export function items(shape: Items['shape'], values: readonly Value[]): Items {
  return { kind: 'items', shape, kept: values.slice(0, modelLimits.keptItems), count: values.length };
}

/** Adds to a container in place, as APPENDS and SETITEMS do. */
export function addItems(target: Value, values: readonly Value[]): void {
  if (target.kind !== 'items') return;
  target.count += values.length;
  const free = modelLimits.keptItems - target.kept.length;
  if (free > 0) target.kept.push(...values.slice(0, free));
}

/** The value under a text key of a dict; undefined where it is not kept. */
export function entryOf(value: Value | null, key: string): Value | undefined {
  if (value?.kind !== 'items' || value.shape !== 'dict') return undefined;
  const at = value.kept.findIndex((item, i) => i % 2 === 0 && item.kind === 'text' && item.text === key);
  return at < 0 ? undefined : value.kept[at + 1];
}

const brackets = { tuple: '()', list: '[]', dict: '{}', set: '{}', frozenset: '{}' } as const;

/** Readable, short, on one line: for a reason. */
export function show(value: Value, depth = 4): string {
  switch (value.kind) {
    case 'scalar':
      return value.value === null ? 'None' : String(value.value);
    case 'text':
      return JSON.stringify(value.text.length > 80 || value.cut ? `${value.text.slice(0, 80)}…` : value.text);
    case 'bytes':
      return `<${value.length} bytes>`;
    case 'global':
      return `${value.module}.${value.name}`;
    case 'persistent':
      return '<object from the loader>';
    case 'made':
      return depth === 0 ? '…' : `${show(value.callable, depth - 1)}${asArguments(value.args, depth - 1)}`;
    case 'items':
      return depth === 0 ? '…' : showItems(value, depth - 1);
  }
}

export function asArguments(args: Value, depth = 3): string {
  return args.kind === 'items' && args.shape === 'tuple' ? showItems(args, depth) : `(*${show(args, depth)})`;
}

function showItems({ shape, kept, count }: Items, depth: number): string {
  const shown = kept.slice(0, 6).map((item) => show(item, depth));
  const [open, close] = brackets[shape];
  return `${open}${shown.join(', ')}${count > shown.length ? ', …' : ''}${close}`;
}
