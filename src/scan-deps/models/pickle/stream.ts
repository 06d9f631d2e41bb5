import { modelLimits } from '../../limits.js';
import { Malformed } from '../malformed.js';
import type { Cursor } from './cursor.js';
import { Machine, type Ran } from './machine.js';
import { handlers, stopCode } from './opcodes.js';
import type { Value } from './value.js';

/** One pickle, from its first instruction to STOP or to where it breaks. */
export interface StreamReport extends Ran {
  /** What it describes; `null` when it broke. */
  readonly value: Value | null;
  readonly broke: Malformed | null;
}

/** Shared by all streams of a file. */
export interface StreamContext {
  readonly persistent: (id: Value) => boolean;
  /** Instructions that may still be read; counted down. */
  readonly budget: { opcodes: number };
}

/** Reads one pickle from where the cursor stands; afterwards the cursor stands behind its STOP. */
export function readStream(cursor: Cursor, context: StreamContext, depth = 0): StreamReport {
  const machine: Machine = new Machine(cursor, {
    persistent: context.persistent,
    nested: (outer) => readNested(outer, context, depth + 1),
  });
  try {
    const value = run(machine, context);
    return { value, broke: null, ...factsOf(machine) };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { value: null, broke: error, ...factsOf(machine) };
  }
}

function factsOf({ traces, calls, imports }: Machine): Ran {
  return { traces, calls, imports };
}

function run(machine: Machine, { budget }: StreamContext): Value {
  const { cursor } = machine;
  for (;;) {
    machine.offset = cursor.position;
    const code = cursor.byte();
    if (code === stopCode) return machine.pop();
    budget.opcodes -= 1;
    if (budget.opcodes < 0) throw machine.broken(`has more than ${modelLimits.opcodes} instructions`);
    const handler = handlers[code];
    if (!handler)
      throw machine.broken(`has the byte 0x${code.toString(16).padStart(2, '0')} for an instruction`);
    handler(machine);
  }
}

/** A pickle inside the stream: what it runs, the outer one runs; where it breaks, both do. */
function readNested(outer: Machine, context: StreamContext, depth: number): void {
  if (depth > modelLimits.nesting) throw outer.broken(`nests pickles more than ${modelLimits.nesting} deep`);
  const inner = readStream(outer.cursor, context, depth);
  outer.adopt(inner);
  if (inner.broke) throw inner.broke;
}
