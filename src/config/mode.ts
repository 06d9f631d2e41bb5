import { configError } from '../gate/failure.js';
import type { IgnoredSetting } from '../gate/result.js';
import type { RunContext } from '../gate/run-context.js';
import type { Mode } from '../gate/verdict.js';
import { inputLabel } from './raw-input.js';

/** @throws Failure('config') on another word. Empty text is what a workflow hands for an input left out. */
export function readMode(given: string | undefined, kind: RunContext['kind']): Mode | undefined {
  if (given === undefined || (given === '' && kind === 'github')) return undefined;
  if (given === 'enforce' || given === 'report') return given;
  const label = inputLabel({ name: 'mode' }, kind);
  throw configError(`${label}: expected \`enforce\` or \`report\`, found ${JSON.stringify(given)}`);
}

export interface ModeRequest {
  /** As the file says: of the gate, the pipeline, the whole. */
  readonly written: readonly (Mode | undefined)[];
  readonly given: Mode | undefined;
  /** On pull requests an input does not decide. */
  readonly mayOverride: boolean;
  /** Where the gate's mode stands in the config. */
  readonly key: string;
}

export interface ChosenMode {
  readonly mode: Mode;
  readonly ignored: readonly IgnoredSetting[];
}

/** Input over gate over pipeline over whole; without any of them a failure fails. */
export function chooseMode({ written, given, mayOverride, key }: ModeRequest): ChosenMode {
  const decided = written.find((mode) => mode !== undefined) ?? 'enforce';
  if (given === undefined || given === decided) return { mode: decided, ignored: [] };
  return mayOverride
    ? { mode: given, ignored: [] }
    : { mode: decided, ignored: [{ key, used: decided, ignored: given }] };
}
