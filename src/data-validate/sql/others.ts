import type { Tables } from '../dialect.js';
import { leavesOf, type Metric, type Predicate } from '../plan.js';
import { keyText, nameOfOther } from './other-keys.js';
import { Uses } from './views.js';
import type { SqlWords } from './words.js';

/** Common table expressions of every other dataset that these predicates look into. */
export function printOthers(
  predicates: readonly (Predicate | undefined)[],
  { others }: Tables,
  words: SqlWords,
): readonly string[] {
  const found = predicates
    .flatMap((predicate) => (predicate ? leavesOf(predicate) : []))
    .filter((leaf) => leaf.kind === 'found');
  return [...new Map(found.map((leaf) => [nameOfOther(leaf), leaf]))].map(([name, { dataset, at }]) => {
    const table = others.get(dataset);
    if (!table) throw new Error(`dataset ${dataset} is not open`);
    const uses = new Uses();
    for (const column of at) uses.add(column, 't', 'n');
    const key = words.row(at.map(keyText));
    const present = at.map((column) => `t${column} IS NOT NULL`).join(' AND ');
    return `${name} AS (SELECT DISTINCT ${key} AS key FROM (${words.cells(table, uses)}) WHERE ${present})`;
  });
}

export function predicatesOf(metrics: readonly Metric[]): readonly (Predicate | undefined)[] {
  return metrics.map(({ where }) => where);
}
