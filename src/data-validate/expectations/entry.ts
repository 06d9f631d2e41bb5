import type { Ask } from '../ask.js';
import type { World } from '../world.js';
import type { ExpectationArgs, ExpectationName } from './args.js';

/** A rule in words: the last part of a check's id, and what it asks, as `⟨subject⟩ ⟨verb phrase⟩`. */
export interface Wording {
  readonly id: string;
  readonly subject: string;
  readonly asks: string;
  /** What is wrong with a row that falls short: `⟨subject⟩ ⟨fallsShort⟩`. */
  readonly fallsShort: string;
}

/** What an expectation asks of a table, and in words. */
export interface Entry<A> {
  /** @throws AbsentColumn; Failure('config') when the arguments make no sense. */
  ask(args: A, world: World): Ask;
  /** @throws Failure('config') as `ask` does. */
  words(args: A): Wording;
}

export type Entries<N extends ExpectationName> = { readonly [K in N]: Entry<ExpectationArgs<K>> };
