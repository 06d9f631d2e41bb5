import { configError } from '../gate/failure.js';
import type { Input } from '../gate/input.js';

/**
 * The inputs of an action as text: `INPUT_<NAME>` as the runner sets it, else what the root action hands down in
 * `SLUICE_INPUTS` (`toJSON(inputs)`; shells drop variables with a hyphen in their names). Left out and empty are the same
 * in a workflow, so neither is in the map.
 *
 * @throws Failure('config') when `SLUICE_INPUTS` is not a JSON object of plain values.
 */
export function readActionInputs(
  env: NodeJS.ProcessEnv,
  inputs: readonly Pick<Input, 'name'>[],
): ReadonlyMap<string, string> {
  const handedDown = readHandedDown(env.SLUICE_INPUTS);
  const read = new Map<string, string>();
  for (const { name } of inputs) {
    const own = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim();
    const value = own || handedDown.get(name);
    if (value) read.set(name, value);
  }
  return read;
}

function readHandedDown(json: string | undefined): ReadonlyMap<string, string> {
  if (!json?.trim()) return new Map();
  const value = parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notAnObject();
  return new Map(
    Object.entries(value).map(([name, given]) => {
      if (!['string', 'number', 'boolean'].includes(typeof given)) throw notAnObject();
      return [name, String(given).trim()];
    }),
  );
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function notAnObject() {
  return configError('SLUICE_INPUTS is not a JSON object of text, numbers and flags', {
    fix: 'set it to what the expression toJSON(inputs) gives',
  });
}
