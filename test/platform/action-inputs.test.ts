import { describe, expect, test } from '@jest/globals';
import { readInput } from '../../src/config/raw-input.js';
import type { Input } from '../../src/gate/input.js';
import { readActionInputs } from '../../src/platform/action-inputs.js';

const input = (name: string, kind: Input['kind']): Input => ({ name, kind, description: name });
const inputs = [
  input('lock', 'list'),
  input('threshold', 'number'),
  input('reference-data', 'text'),
  input('online', 'flag'),
];
const read = (env: NodeJS.ProcessEnv) => Object.fromEntries(readActionInputs(env, inputs));

describe('inputs of an action', () => {
  test('come from the runner, hyphens and all; what is empty was not given', () => {
    expect(
      read({
        INPUT_LOCK: 'a.txt\nb.txt\n',
        'INPUT_REFERENCE-DATA': '  ref.csv ',
        INPUT_THRESHOLD: '',
        INPUT_UNKNOWN: 'x',
      }),
    ).toEqual({ lock: 'a.txt\nb.txt', 'reference-data': 'ref.csv' });
  });

  test('are handed down by the root action, below the own ones', () => {
    const handed = JSON.stringify({
      lock: 'root.txt',
      threshold: 0.8,
      online: true,
      'reference-data': '',
      other: 'x',
    });
    expect(read({ INPUT_LOCK: 'own.txt', SLUICE_INPUTS: handed })).toEqual({
      lock: 'own.txt',
      threshold: '0.8',
      online: 'true',
    });
  });

  test.each(['[1]', '"x"', 'null', '{', '{"lock": ["a"]}', '{"lock": null}'])(
    'SLUICE_INPUTS of %s is refused',
    (json) => {
      expect(() => read({ SLUICE_INPUTS: json })).toThrow(expect.objectContaining({ kind: 'config' }));
    },
  );

  test('take their kind from the declaration', () => {
    const raw = readActionInputs(
      { INPUT_LOCK: ' a \n\nb', INPUT_THRESHOLD: '0,8', INPUT_ONLINE: 'TRUE' },
      inputs,
    );
    const [lock, threshold, reference, online] = inputs as [Input, Input, Input, Input];
    expect(readInput(lock, raw, 'github')).toEqual(['a', 'b']);
    expect(readInput(online, raw, 'github')).toBe(true);
    expect(readInput(reference, raw, 'github')).toBeUndefined();
    expect(() => readInput(threshold, raw, 'github')).toThrow(
      /input `threshold`: expected a number, found "0,8"/,
    );
  });
});
