import { isAllowed, mayCall } from './allowed.js';
import { currentModule, isDenied } from './denied.js';
import type { Global, Value } from './value.js';

/** What an import or a call may do: nothing but build a model, unknown, or attack. */
export type Risk = 'safe' | 'code' | 'malicious';

/** Something that would have happened while the file was loaded. */
export interface Trace {
  readonly risk: Risk;
  readonly verb: 'imports' | 'calls' | 'sets' | 'asks';
  readonly what: string;
  readonly offset: number;
}

/**
 * @param args of a call; absent for the import alone.
 */
export function classify(
  module: string,
  name: string,
  args?: Value,
): { readonly risk: Risk; readonly global: Global } {
  const global: Global = { kind: 'global', module: currentModule(module), name };
  if (isAllowed(global.module, name)) {
    return { risk: args === undefined || mayCall(global, args) ? 'safe' : 'code', global };
  }
  return { risk: isDenied(global.module, name) ? 'malicious' : 'code', global };
}
