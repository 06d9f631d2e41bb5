import type { Severity } from '../gate/finding.js';
import type { JsonObject } from '../gate/json.js';
import type { ExpectationArgs, ExpectationName } from './expectations/args.js';

/** One expectation with its arguments, however it was written. */
export interface RuleOf<N extends ExpectationName> {
  readonly name: N;
  readonly args: ExpectationArgs<N>;
  readonly severity: Severity;
  /** What an imported suite notes beside the expectation, carried as it is. */
  readonly meta?: JsonObject;
  /** The greatest share that may fall short; stands for `mostly`, which counts the other way round. */
  readonly maxShare?: number;
  /** Nothing is asked where the column is absent. */
  readonly optional?: boolean;
}

export type Rule = { readonly [N in ExpectationName]: RuleOf<N> }[ExpectationName];

export function ruleOf<N extends ExpectationName>(
  name: N,
  args: ExpectationArgs<N>,
  rest: Partial<Omit<RuleOf<N>, 'name' | 'args'>> = {},
): RuleOf<N> {
  const { severity = args.severity ?? 'error', ...others } = rest;
  return { name, args, severity, ...others };
}
