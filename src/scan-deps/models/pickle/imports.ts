import { modelLimits } from '../../limits.js';
import type { Machine } from './machine.js';
import type { Global } from './value.js';

/** Python's identifiers, joined by dots. Anything else cannot be imported, so it is data that looks like an opcode. */
const dotted = /^[\p{ID_Start}_][\p{ID_Continue}]*(?:\.[\p{ID_Start}_][\p{ID_Continue}]*)*$/u;
/** Attributes reached through `getattr` may be any text, `<lambda>` among them. */
const attribute = /^[\p{L}\p{N}\p{M}_.<>]+$/u;

/** GLOBAL and INST: module and name on a line each. */
export function importNamed(machine: Machine): Global {
  const module = nameLine(machine);
  return importPair(machine, module, nameLine(machine));
}

/** STACK_GLOBAL: module and name from the stack, wherever they came from: memo, escapes, strings of other protocols. */
export function importOnStack(machine: Machine): Global {
  const name = machine.pop();
  const module = machine.pop();
  if (module.kind !== 'text' || name.kind !== 'text' || module.cut || name.cut) {
    // Only text can be imported; a name that a call would make is known only when it runs.
    if (module.kind !== 'made' && name.kind !== 'made') throw machine.broken('imports what is no text');
    machine.trace('code', 'imports', 'a name that is only known when it runs');
    return { kind: 'global', module: 'unknown', name: 'unknown' };
  }
  return importPair(machine, module.text, name.text);
}

function importPair(machine: Machine, module: string, name: string): Global {
  if (!dotted.test(module) || !attribute.test(name)) {
    throw machine.broken(
      `imports ${JSON.stringify(`${module}.${name}`.slice(0, 80))}, which no module is called`,
    );
  }
  return machine.import(module, name);
}

function nameLine(machine: Machine): string {
  const { bytes, whole } = machine.cursor.line(modelLimits.nameLine);
  if (!whole) throw machine.broken('has an endless name');
  return bytes.toString('utf8');
}
