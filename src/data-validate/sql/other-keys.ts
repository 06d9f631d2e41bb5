import { createHash } from 'node:crypto';
import { canonicalJson } from '../../gate/json.js';
import type { Predicate } from '../plan.js';

type Found = Extract<Predicate, { kind: 'found' }>;

/** A name of letters and digits for the combinations of another dataset that a predicate looks up. */
export function nameOfOther({ dataset, at }: Pick<Found, 'dataset' | 'at'>): string {
  const digest = createHash('sha256').update(canonicalJson([dataset, [...at]]));
  return `other_${digest.digest('hex').slice(0, 12)}`;
}

/** What combinations of two datasets are compared by: numbers as numbers, so that `1` is `1.0`, all else as text. */
export function keyText(column: number): string {
  return `coalesce(CAST(n${column} AS VARCHAR(64)), t${column})`;
}
