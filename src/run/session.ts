import type { BaseReader } from '../config/base-reader.js';
import { type RawInputs, readInput } from '../config/raw-input.js';
import { configError } from '../gate/failure.js';
import type { Ports } from '../platform/ports.js';
import { commonInputs } from './common-inputs.js';

/** Everything one run of a gate is started with. */
export interface Session {
  readonly ports: Ports;
  /** Of the gate and common ones, as given. */
  readonly inputs: RawInputs;
  /** Set on pull requests and merge groups. */
  readonly base?: BaseReader;
  /** Absolute. */
  readonly reportFolder: string;
}

export interface CommonValues {
  readonly config?: string;
  readonly pipeline?: string;
  readonly mode?: string;
  readonly stage?: string;
  readonly expect?: string;
  readonly instance?: string;
}

/** @throws Failure('config') naming the input. */
export function readCommon({ inputs, ports }: Pick<Session, 'inputs' | 'ports'>): CommonValues {
  const values = Object.fromEntries(
    commonInputs.flatMap((input) => {
      const value = readInput(input, inputs, ports.run.kind);
      return value === undefined ? [] : [[input.name, String(value)]];
    }),
  );
  if (values.instance !== undefined && !/^[A-Za-z0-9][\w.-]{0,63}$/.test(values.instance))
    throw configError('`instance` must be a short name of letters, digits, `.`, `_` and `-`', {
      fix: 'give each leg of the matrix a name such as `py312-linux`',
    });
  return values;
}
