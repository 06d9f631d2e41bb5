import type { Row } from '../../engine/engine.js';
import type { Metric, Spread } from '../plan.js';
import type { SqlWords } from './words.js';

type Spreading = Extract<Metric, { kind: 'spread' }>;

/**
 * Each bin by itself in one scan: a row of the answer is of the one column whose bin it has.
 *
 * @param cells the common table expressions before it, `cells` among them.
 */
export function printSpreads(group: readonly Spreading[], cells: string, { number, seconds }: SqlWords) {
  const bins = group.map(({ column, view, width }, i) => {
    const value = view === 'time' ? seconds(`d${column}`) : `n${column}`;
    const finite = `abs(${value}) <= ${number(Number.MAX_VALUE)}`;
    return `CASE WHEN ${finite} THEN floor(${value} / ${number(width)}) END AS b${i}`;
  });
  const names = group.map((_, i) => `b${i}`);
  const sets = names.map((name) => `(${name})`).join(', ');
  return {
    sql: `WITH ${cells}\nSELECT ${names.join(', ')}, count(*) AS c FROM (SELECT ${bins.join(', ')} FROM cells) binned GROUP BY GROUPING SETS (${sets})`,
    read: (rows: readonly Row[]): readonly Spread[] =>
      names.map((name) => {
        const own = rows.filter((row) => row[name] !== null && row[name] !== undefined);
        const counts = own.map((row) => [Number(row[name]), Number(row.c)] as const);
        return { bins: counts.sort(([a], [b]) => a - b) };
      }),
  };
}
