import type { Json } from '../gate/json.js';
import type { Metric, Predicate, Range } from './plan.js';

/** What a rule asks of a table, in figures: independent of the engine that takes them. */
export type Ask = RowsAsk | ValueAsk | SchemaAsk;

/** How many may fall short. */
type Tolerance =
  | { readonly kind: 'mostly'; readonly least: number }
  | { readonly kind: 'max-share'; readonly most: number };

/** Some of those looked at fall short. */
export interface RowsAsk {
  readonly kind: 'rows';
  /** How many fall short. */
  readonly unexpected: Metric;
  /** Of how many. */
  readonly considered: Metric;
  /** Which rows those are that fall short. */
  readonly where: Predicate;
  /** Set where of these rows only those count whose combination of columns comes more than once. */
  readonly repeated?: readonly number[];
  readonly tolerance: Tolerance;
}

/** One figure lies in a range. Without the figure (no row has a value) it does not. */
export interface ValueAsk {
  readonly kind: 'value';
  readonly metric: Metric;
  readonly range: Range;
}

/** Settled by the columns alone. */
export interface SchemaAsk {
  readonly kind: 'schema';
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
  readonly observed: Json;
}
