import type { JsonObject } from '../gate/json.js';
import { type ExpectationArgs, type ExpectationName, isExpectationName } from './expectations/args.js';
import { type Rule, ruleOf } from './rule.js';
import type { Rules } from './settings.js';
import { expandColumn } from './short-form.js';

/** The rules of a section or suite in our own form, which the schema has accepted. */
export function nativeRules({ columns = {}, expect = [] }: Rules): readonly Rule[] {
  const short = Object.entries(columns).flatMap(([column, rules]) => expandColumn(column, rules));
  const long = expect.flatMap((entry) =>
    Object.entries(entry).map(([name, args]) => {
      if (!isExpectationName(name)) throw new Error(`the schema let ${name} pass`);
      return longForm(name, args as ExpectationArgs<typeof name>);
    }),
  );
  return [...short, ...long];
}

/** @param args as the schema of that expectation has accepted them. */
export function longForm<N extends ExpectationName>(name: N, args: ExpectationArgs<N>): Rule {
  const { meta } = args;
  return ruleOf(name, args, meta === undefined ? {} : { meta: meta as JsonObject }) as Rule;
}
