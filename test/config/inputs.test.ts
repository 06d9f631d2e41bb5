import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type InputTarget, overlayInputs } from '../../src/config/inputs.js';
import { readInput } from '../../src/config/raw-input.js';
import { copyPlain, withValueAt } from '../../src/config/tree.js';
import type { Input } from '../../src/gate/input.js';
import { problems } from './setup.js';

const input = (kind: Input['kind'], rest: Partial<Input> = {}): Input => ({
  name: 'threshold',
  description: 'A threshold.',
  kind,
  ...rest,
});

const target = (inputs: readonly Input[], raw: InputTarget['raw']): InputTarget => ({
  inputs,
  raw,
  pipeline: 'retail',
  kind: 'local',
  file: 'sluice.yml',
});

describe('reading a value', () => {
  test.each([
    ['number', '0.8', 0.8],
    ['number', ' -1e-3 ', -0.001],
    ['number', 3, 3],
    ['flag', 'true', true],
    ['flag', 'FALSE', false],
    ['flag', true, true],
    ['list', 'a\n\n b \n', ['a', 'b']],
    ['list', ['a', 'b'], ['a', 'b']],
    ['text', 'NO', 'NO'],
  ] as const)('%s from %j', (kind, given, expected) => {
    expect(readInput(input(kind), new Map([['threshold', given]]), 'github')).toEqual(expected);
  });

  test.each([
    ['number', 'abc', 'expected a number, found "abc"'],
    ['number', '0,8', 'expected a number, found "0,8"'],
    ['number', '1_000', 'expected a number, found "1_000"'],
    ['number', 'Infinity', 'expected a number, found "Infinity"'],
    ['number', '1e999', 'expected a number, found "1e999"'],
    ['number', '0x10', 'expected a number, found "0x10"'],
    ['flag', 'yes', 'expected `true` or `false`, found "yes"'],
    ['list', '\n', 'expected at least one value, found "\\n"'],
    ['text', ' ', 'expected some text, found " "'],
  ] as const)('%s from %j is an error, never "unset"', async (kind, given, message) => {
    const raw = new Map([['threshold', given]]);
    expect(await problems(() => readInput(input(kind), raw, 'local'))).toEqual([`--threshold: ${message}`]);
    expect(await problems(() => readInput(input(kind), raw, 'github'))).toEqual([
      `input \`threshold\`: ${message}`,
    ]);
  });

  test('empty text is "not given" in a workflow and a mistake on the command line', async () => {
    const raw = new Map([['threshold', '']]);
    expect(readInput(input('number'), raw, 'github')).toBeUndefined();
    expect(await problems(() => readInput(input('number'), raw, 'local'))).toHaveLength(1);
  });

  test('a word that is no choice lists the choices', async () => {
    const choosy = input('text', { choices: ['all', 'new'] });
    expect(await problems(() => readInput(choosy, new Map([['threshold', 'nwe']]), 'local'))).toEqual([
      '--threshold: expected one of all, new; found "nwe" — did you mean `new`?',
    ]);
  });
});

describe('laying inputs over the file', () => {
  const lock = input('list', { name: 'lock', key: '/scan-deps/lock-files' });

  test('what stands at the key is replaced whole, what stands beside it stays', () => {
    const tree = { pipelines: { retail: { 'scan-deps': { 'lock-files': ['x', 'y'], scope: 'all' } } } };
    const overlay = overlayInputs(tree, target([lock], new Map([['lock', ['z']]])));
    expect(overlay.value).toEqual({
      pipelines: { retail: { 'scan-deps': { 'lock-files': ['z'], scope: 'all' } } },
    });
    expect(overlay.setBy(['pipelines', 'retail', 'scan-deps', 'lock-files', '0'])).toBe(lock);
    expect(overlay.setBy(['pipelines', 'retail', 'scan-deps', 'scope'])).toBeUndefined();
    expect(tree.pipelines.retail['scan-deps']['lock-files']).toEqual(['x', 'y']);
  });

  test.each([3, ['x'], null, 'text'])('%j in the way stays, for the schema to refuse', (section) => {
    const tree = { pipelines: { retail: { 'scan-deps': section } } };
    expect(overlayInputs(tree, target([lock], new Map([['lock', ['z']]]))).value).toEqual(tree);
  });

  test('a shaped value is plain data, or the input is blamed', async () => {
    const shaping = (shape: NonNullable<Input['shape']>) =>
      overlayInputs({}, target([input('text', { key: '/a', shape })], new Map([['threshold', 'x']])));
    expect(shaping((raw) => ({ min: raw })).value).toEqual({ pipelines: { retail: { a: { min: 'x' } } } });
    expect(await problems(() => shaping(() => JSON.parse('{"__proto__": 1}')))).toEqual([
      '--threshold: a key may not be called __proto__',
    ]);
    expect(await problems(() => shaping(() => Number.NaN))).toHaveLength(1);
    expect(await problems(() => shaping(() => ({ a: undefined })))).toHaveLength(1);
  });

  test('no pointer and no value ever reaches a prototype', () => {
    const key = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', '0'), fc.string());
    const before = Object.getOwnPropertyNames(Object.prototype).join();
    fc.assert(
      fc.property(fc.array(key, { maxLength: 5 }), fc.jsonValue(), fc.jsonValue(), (path, start, value) => {
        try {
          withValueAt(copyPlain(start), path, copyPlain(value));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
        expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
        expect(({} as Record<string, unknown>).a).toBeUndefined();
      }),
    );
  });
});
