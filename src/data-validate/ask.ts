import type { Json } from '../gate/json.js';
import type { Figures, Metric, RowSet } from './plan.js';

/** What a rule asks of a table, in figures: independent of the engine that takes them. */
export type Ask = RowsAsk | ValueAsk | SchemaAsk | LaterAsk;

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
  /** Which rows those are that fall short; absent where rows cannot be pointed at. */
  readonly rows?: RowSet;
  readonly tolerance: Tolerance;
}

/** A figure, or something worked out of several, is as it should be. */
export interface ValueAsk {
  readonly kind: 'value';
  readonly metrics: readonly Metric[];
  readonly threshold: Json;
  outcome(figures: Figures): ValueOutcome;
}

export interface ValueOutcome {
  /** `null` where there is nothing to take it of. */
  readonly observed: Json;
  readonly met: boolean;
  /** What is wrong, as the end of a sentence; no cell value in it. */
  readonly problem: string;
  /** Whether `observed` holds values of cells, which are not shown unless that is allowed. */
  readonly ofCells?: true;
  /** Facts for machines beside the check: `unexpectedCount` … */
  readonly facts?: Readonly<Record<string, Json>>;
}

/** Settled by the columns alone. */
export interface SchemaAsk {
  readonly kind: 'schema';
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
  readonly observed: Json;
  readonly threshold?: Json;
}

/** Asks what depends on figures that must be taken first: outliers of a mean. */
export interface LaterAsk {
  readonly kind: 'later';
  readonly needs: readonly Metric[];
  next(figures: Figures): RowsAsk | ValueAsk;
}
