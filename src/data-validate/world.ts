import type { Tables } from './dialect.js';

/** What a rule is held against. */
export interface World extends Tables {
  readonly now: Date;
}
