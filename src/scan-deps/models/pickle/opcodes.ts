import { modelLimits } from '../../limits.js';
import { importNamed, importOnStack } from './imports.js';
import { afterBuild } from './joblib.js';
import { floatLine, intLine, longBytes, longLine, rawUnicode, stringLine } from './literals.js';
import type { Machine } from './machine.js';
import { addItems, items, scalar, text, type Value } from './value.js';

type Handler = (machine: Machine) => void;

const uint1 = ({ cursor }: Machine) => cursor.byte();
const uint2 = ({ cursor }: Machine) => cursor.take(2).readUInt16LE();
const uint4 = ({ cursor }: Machine) => cursor.take(4).readUInt32LE();
const int4 = ({ cursor }: Machine) => cursor.take(4).readInt32LE();

/** Past 2⁵³ no file has that many bytes, and rounding does no harm. */
const uint8 = ({ cursor }: Machine) => Number(cursor.take(8).readBigUInt64LE());

/** A length that Python reads as signed: negative is refused. */
function signedLength(machine: Machine): number {
  const length = int4(machine);
  if (length < 0) throw machine.broken('gives a negative length');
  return length;
}

/** UTF-8 takes at most four bytes for a character; what is cut in the middle of one is past what is kept anyway. */
const keptBytes = modelLimits.keptText * 4;

const pushUtf8 =
  (length: (machine: Machine) => number): Handler =>
  (machine) => {
    const count = length(machine);
    machine.push(text(machine.cursor.head(count, keptBytes).toString('utf8'), count > keptBytes));
  };

/** Python 2 strings: text under the encoding that the loader chooses; Latin-1 keeps every byte. */
const pushLatin1 =
  (length: (machine: Machine) => number): Handler =>
  (machine) => {
    const count = length(machine);
    machine.push(text(machine.cursor.head(count, keptBytes).toString('latin1'), count > keptBytes));
  };

const pushBytes =
  (length: (machine: Machine) => number): Handler =>
  (machine) => {
    const count = length(machine);
    machine.cursor.skip(count);
    machine.push({ kind: 'bytes', length: count });
  };

const pushConstant =
  (value: boolean | null): Handler =>
  (machine) =>
    machine.push(scalar(value));

const pushLong =
  (length: (machine: Machine) => number): Handler =>
  (machine) =>
    machine.push(scalar(longBytes(machine, length(machine))));

const tupleOf =
  (count: number): Handler =>
  (machine) => {
    const values: Value[] = [];
    for (let i = 0; i < count; i++) values.unshift(machine.pop());
    machine.push(items('tuple', values));
  };

const fromMark =
  (shape: 'tuple' | 'list' | 'dict' | 'frozenset'): Handler =>
  (machine) => {
    const values = machine.popToMark();
    if (shape === 'dict' && values.length % 2 !== 0)
      throw machine.broken('makes a dict of keys without values');
    machine.push(items(shape, values));
  };

const empty =
  (shape: 'tuple' | 'list' | 'dict' | 'set'): Handler =>
  (machine) =>
    machine.push(items(shape, []));

function add(machine: Machine, values: readonly Value[]): void {
  const target = machine.top();
  const grows = target.kind === 'items' && target.shape !== 'tuple' && target.shape !== 'frozenset';
  if (!grows && target.kind !== 'made' && target.kind !== 'persistent') {
    throw machine.broken('adds to a value that cannot grow');
  }
  addItems(target, values);
}

/** Appending to an object calls its own `append`, `extend`, `__setitem__`, `add`: harmless in what was allowed to be made. */
const addFromMark: Handler = (machine) => {
  const values = machine.popToMark();
  add(machine, values);
};

const addPopped =
  (count: number): Handler =>
  (machine) => {
    const values: Value[] = [];
    for (let i = 0; i < count; i++) values.unshift(machine.pop());
    add(machine, values);
  };

function reduce(machine: Machine): void {
  const args = machine.pop();
  machine.push(machine.call(machine.pop(), args));
}

/** INST: class by name, arguments from the mark. */
function inst(machine: Machine): void {
  const callable = importNamed(machine);
  machine.push(machine.call(callable, items('tuple', machine.popToMark())));
}

/** OBJ: class and arguments from the mark. */
function obj(machine: Machine): void {
  const [callable, ...args] = machine.popToMark();
  if (!callable) throw machine.broken('makes an object of nothing');
  machine.push(machine.call(callable, items('tuple', args)));
}

function newObjEx(machine: Machine): void {
  const named = machine.pop();
  const args = machine.pop();
  const callable = machine.pop();
  const all = named.kind === 'items' && named.count === 0 ? args : items('tuple', [args, named]);
  machine.push(machine.call(callable, all));
}

/** BUILD sets the state of what was made; on something imported it would change the library itself. */
function build(machine: Machine): void {
  const state = machine.pop();
  const target = machine.top();
  if (target.kind === 'global')
    machine.trace('code', 'sets', `attributes of ${target.module}.${target.name}`);
  if (target.kind === 'made') {
    target.state = state;
    afterBuild(machine, target);
  }
}

function persistent(machine: Machine, id: Value): void {
  if (!machine.loader.persistent(id))
    machine.trace('code', 'asks', 'its loader for an object by a persistent id');
  machine.push({ kind: 'persistent', id });
}

/** The number stands for an import that a registry of the loading process knows, and we do not. */
const extension =
  (code: (machine: Machine) => number): Handler =>
  (machine) =>
    machine.push(machine.import('copyreg', `extension_${code(machine)}`));

/** The unpickler reads a whole frame ahead, so one that is longer than the file ends the load (PEP 3154). */
function frame(machine: Machine): void {
  const length = uint8(machine);
  if (length > machine.cursor.remaining) throw machine.broken('has a frame that reaches past the end');
}

function protocol(machine: Machine): void {
  const version = uint1(machine);
  if (version > 5) throw machine.broken(`names protocol ${version}; Python knows 0 to 5`);
}

function outOfBand(machine: Machine): never {
  throw machine.broken('needs a buffer that is not in the file');
}

const nothing: Handler = () => undefined;

/** CPython, `pickletools.py`: every opcode of protocols 0 to 5 but STOP, by its byte. */
const named: readonly (readonly [opcode: string | number, handler: Handler])[] = [
  // Protocol 0
  ['(', (machine) => machine.mark()],
  ['0', (machine) => machine.popOrUnmark()],
  ['1', (machine) => void machine.popToMark()],
  ['2', (machine) => machine.push(machine.top())],
  ['F', (machine) => machine.push(floatLine(machine))],
  ['I', (machine) => machine.push(intLine(machine))],
  ['L', (machine) => machine.push(longLine(machine))],
  ['N', pushConstant(null)],
  ['P', (machine) => persistent(machine, text(machine.cursor.line(keptBytes).bytes.toString('latin1')))],
  ['R', reduce],
  ['S', (machine) => machine.push(stringLine(machine))],
  ['V', (machine) => machine.push(rawUnicode(machine))],
  ['a', addPopped(1)],
  ['b', build],
  ['c', (machine) => machine.push(importNamed(machine))],
  ['d', fromMark('dict')],
  ['g', (machine) => machine.recall(memoLine(machine))],
  ['i', inst],
  ['l', fromMark('list')],
  ['p', (machine) => machine.remember(memoLine(machine))],
  ['s', addPopped(2)],
  ['t', fromMark('tuple')],
  // Protocol 1
  ['J', (machine) => machine.push(scalar(int4(machine)))],
  ['K', (machine) => machine.push(scalar(uint1(machine)))],
  ['M', (machine) => machine.push(scalar(uint2(machine)))],
  ['G', (machine) => machine.push(scalar(machine.cursor.take(8).readDoubleBE()))],
  ['T', pushLatin1(signedLength)],
  ['U', pushLatin1(uint1)],
  ['X', pushUtf8(uint4)],
  ['Q', (machine) => persistent(machine, machine.pop())],
  ['}', empty('dict')],
  [']', empty('list')],
  [')', empty('tuple')],
  ['e', addFromMark],
  ['u', addFromMark],
  ['h', (machine) => machine.recall(uint1(machine))],
  ['j', (machine) => machine.recall(uint4(machine))],
  ['q', (machine) => machine.remember(uint1(machine))],
  ['r', (machine) => machine.remember(uint4(machine))],
  ['o', obj],
  // Protocol 2
  [0x80, protocol],
  [0x81, reduce],
  [0x82, extension(uint1)],
  [0x83, extension(uint2)],
  [0x84, extension(int4)],
  [0x85, tupleOf(1)],
  [0x86, tupleOf(2)],
  [0x87, tupleOf(3)],
  [0x88, pushConstant(true)],
  [0x89, pushConstant(false)],
  [0x8a, pushLong(uint1)],
  [0x8b, pushLong(signedLength)],
  // Protocol 3
  ['B', pushBytes(uint4)],
  ['C', pushBytes(uint1)],
  // Protocol 4
  [0x8c, pushUtf8(uint1)],
  [0x8d, pushUtf8(uint8)],
  [0x8e, pushBytes(uint8)],
  [0x8f, empty('set')],
  [0x90, addFromMark],
  [0x91, fromMark('frozenset')],
  [0x92, newObjEx],
  [0x93, (machine) => machine.push(importOnStack(machine))],
  [0x94, (machine) => machine.remember(machine.memoSize)],
  [0x95, frame],
  // Protocol 5
  [0x96, pushBytes(uint8)],
  [0x97, outOfBand],
  [0x98, nothing],
];

function memoLine(machine: Machine): number {
  const { bytes, whole } = machine.cursor.line(20);
  const digits = bytes.toString('latin1');
  if (!whole || !/^\d+\r?$/.test(digits)) throw machine.broken('names a memo entry by no number');
  return Number.parseInt(digits, 10);
}

export const stopCode = 0x2e;
export const protocolCode = 0x80;

/** By byte; undefined where no protocol has an opcode. */
export const handlers: readonly (Handler | undefined)[] = Array.from({ length: 256 }, (_, byte) => {
  const found = named.find(([code]) => (typeof code === 'string' ? code.charCodeAt(0) : code) === byte);
  return found?.[1];
});
