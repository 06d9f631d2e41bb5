import type { Ask } from '../ask.js';
import { conditionIn } from '../conditions/predicate.js';
import type { RuleOf } from '../rule.js';
import { underCondition } from '../under-condition.js';
import type { World } from '../world.js';
import type { ExpectationName } from './args.js';
import { cells } from './cells.js';
import { distributions } from './distributions.js';
import type { Entries, Entry, Wording } from './entry.js';
import { figures } from './figures.js';
import { neighbours } from './neighbours.js';
import { queries } from './queries.js';
import { sets } from './sets.js';
import { several } from './several.js';
import { table } from './table.js';
import { texts } from './texts.js';

const catalogue: Entries<ExpectationName> = {
  ...table,
  ...cells,
  ...texts,
  ...neighbours,
  ...figures,
  ...sets,
  ...distributions,
  ...several,
  ...queries,
};

function entryOf<N extends ExpectationName>(name: N): Entry<RuleOf<N>['args']> {
  return catalogue[name];
}

/**
 * What a rule asks of this table, with the semantics of Great Expectations: value rules look at rows that have a value.
 *
 * @throws AbsentColumn; Failure('config') when the arguments make no sense.
 */
export function askOf<N extends ExpectationName>(rule: RuleOf<N>, world: World): Ask {
  const plain = entryOf(rule.name).ask(rule.args, world);
  const condition = conditionIn(rule.args, world.table);
  const ask = condition ? underCondition(plain, condition) : plain;
  if (ask.kind !== 'rows' || rule.maxShare === undefined) return ask;
  return { ...ask, tolerance: { kind: 'max-share', most: rule.maxShare } };
}

/** @throws Failure('config') as `askOf` does. */
export function wordsFor<N extends ExpectationName>({ name, args }: RuleOf<N>): Wording {
  const words = entryOf(name).words(args);
  return 'row_condition' in args && args.row_condition !== undefined
    ? { ...words, asks: `${words.asks}, in the rows that its condition means` }
    : words;
}
