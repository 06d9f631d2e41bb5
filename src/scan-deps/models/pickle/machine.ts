import { modelLimits } from '../../limits.js';
import { Malformed } from '../malformed.js';
import type { Cursor } from './cursor.js';
import { classify, type Risk, type Trace } from './trace.js';
import { asArguments, type Global, type Made, show, type Value } from './value.js';

/** What a pickle would have run. */
export interface Ran {
  readonly traces: readonly Trace[];
  readonly calls: number;
  readonly imports: number;
}

/** What the loader of a format adds to Python's own unpickler. */
export interface Loader {
  /** Whether it gives objects for such persistent ids. */
  readonly persistent: (id: Value) => boolean;
  /** Reads a whole pickle from where the cursor stands, within the one at work. */
  readonly nested: (machine: Machine) => void;
}

/**
 * The symbolic counterpart of Python's unpickler: stack, marks and memo hold descriptions instead of objects. Nothing is imported
 * and nothing is called; both are written down.
 */
export class Machine {
  readonly cursor: Cursor;
  /** Where the instruction at work begins. */
  offset = 0;
  readonly traces: Trace[] = [];
  /** How many calls of something imported ran, harmless ones too. */
  calls = 0;
  /** Imports, harmless ones too. */
  imports = 0;
  readonly loader: Loader;
  #stack: Value[] = [];
  readonly #marked: Value[][] = [];
  #height = 0;
  readonly #memo = new Map<number, Value>();

  constructor(cursor: Cursor, loader: Loader) {
    this.cursor = cursor;
    this.loader = loader;
  }

  push(value: Value): void {
    this.#height += 1;
    if (this.#height > modelLimits.stack)
      throw this.broken(`needs a stack of more than ${modelLimits.stack}`);
    this.#stack.push(value);
  }

  pop(): Value {
    const value = this.#stack.pop();
    if (value === undefined) throw this.broken('takes from an empty stack');
    this.#height -= 1;
    return value;
  }

  top(): Value {
    const value = this.#stack.at(-1);
    if (value === undefined) throw this.broken('looks at an empty stack');
    return value;
  }

  /** POP takes the mark when nothing lies above it (CPython, `load_pop`). */
  popOrUnmark(): void {
    if (this.#stack.length > 0) this.pop();
    else this.popToMark();
  }

  mark(): void {
    if (this.#marked.length > modelLimits.stack)
      throw this.broken(`sets more than ${modelLimits.stack} marks`);
    this.#marked.push(this.#stack);
    this.#stack = [];
  }

  popToMark(): readonly Value[] {
    const above = this.#stack;
    const below = this.#marked.pop();
    if (!below) throw this.broken('looks for a mark that was never set');
    this.#stack = below;
    this.#height -= above.length;
    return above;
  }

  remember(index: number): void {
    this.#memo.set(index, this.top());
    if (this.#memo.size > modelLimits.memo)
      throw this.broken(`remembers more than ${modelLimits.memo} values`);
  }

  get memoSize(): number {
    return this.#memo.size;
  }

  recall(index: number): void {
    const value = this.#memo.get(index);
    if (value === undefined) throw this.broken(`recalls value ${index}, which it never remembered`);
    this.push(value);
  }

  /** Importing runs the module's code, so an import counts even when nothing is called. */
  import(module: string, name: string): Global {
    const found = classify(module, name);
    this.imports += 1;
    this.trace(found.risk, 'imports', `${found.global.module}.${found.global.name}`);
    return found.global;
  }

  call(callable: Value, args: Value): Made {
    const made: Made = { kind: 'made', callable, args, state: null };
    if (callable.kind === 'global') {
      this.calls += 1;
      const { risk } = classify(callable.module, callable.name, args);
      this.trace(risk, 'calls', `${show(callable)}${asArguments(args)}`);
    } else {
      this.calls += 1;
      this.trace('code', 'calls', `what ${show(callable)} gives${asArguments(args)}`);
    }
    return made;
  }

  trace(risk: Risk, verb: Trace['verb'], what: string): void {
    if (risk === 'safe' || this.traces.length >= modelLimits.findings) return;
    this.traces.push({ risk, verb, what, offset: this.offset });
  }

  /** Takes over what a pickle inside this one would run. */
  adopt({ traces, calls, imports }: Ran): void {
    this.traces.push(...traces.slice(0, modelLimits.findings));
    this.calls += calls;
    this.imports += imports;
  }

  broken(what: string): Malformed {
    return new Malformed(what, this.offset);
  }
}
