import type { Static } from 'typebox';
import { cellArgs } from './cell-args.js';
import { figureArgs } from './figure-args.js';
import { rowArgs } from './row-args.js';
import { tableArgs } from './table-args.js';

/** All expectations with their arguments: those of Great Expectations 1.24 under its names, and our own. */
export const expectationArgs = { ...tableArgs, ...cellArgs, ...figureArgs, ...rowArgs } as const;

export type ExpectationName = keyof typeof expectationArgs;
export type ExpectationArgs<N extends ExpectationName> = Static<(typeof expectationArgs)[N]>;

export const expectationNames: readonly string[] = Object.keys(expectationArgs);

export function isExpectationName(name: string): name is ExpectationName {
  return Object.hasOwn(expectationArgs, name);
}

/** Names of Great Expectations that are not here, and why: what cannot be honoured is refused by name. */
export const refusedExpectations: ReadonlyMap<string, string> = new Map([
  ...(
    [
      'expect_column_chisquare_test_p_value_to_be_greater_than',
      'expect_column_bootstrapped_ks_test_p_value_to_be_greater_than',
      'expect_column_parameterized_distribution_ks_test_p_value_to_be_greater_than',
    ] as const
  ).map(
    (name) =>
      [
        name,
        'Great Expectations 1.24 does not implement it either: compare distributions by `expect_column_kl_divergence_to_be_less_than`',
      ] as const,
  ),
  [
    'expect_column_values_to_be_dateutil_parseable',
    'dateutil takes nearly any text for a date: name the form by `expect_column_values_to_match_strftime_format`',
  ],
]);
