import type { Tables } from '../dialect.js';
import type { Figure, Interpolation, Metric } from '../plan.js';
import { rowsOf } from '../table.js';
import { quantileFrom } from './print-aggregate.js';
import type { SqlWords } from './words.js';

export type Quantile = Extract<Metric, { kind: 'quantile' }>;

/** Bytes of numbers that may be held at once to take quantiles in the scan of everything else: about 16 a number. */
const mostHeld = 256 * 1024 ** 2;

/** Whether a quantile can be taken beside other aggregates, exactly and in bounded memory. */
export function isBeside(metric: Quantile, columns: number, { table }: Tables, words: SqlWords): boolean {
  const exact = metric.interpolation === 'linear' || metric.interpolation === 'nearest';
  return words.quantiles !== undefined && exact && rowsOf(table) * columns * 16 <= mostHeld;
}

/** All quantiles of one column among the same rows, in one scan with others. */
export function printBeside(quantiles: readonly Quantile[], number: string, words: SqlWords) {
  const shares = quantiles.map(({ at }) => at);
  const printed = words.quantiles?.(number, shares);
  if (!printed) throw new Error('no quantiles beside');
  return {
    sql: [`count(${number})`, printed.discrete, printed.linear],
    read([count, discrete, linear]: readonly unknown[]): readonly Figure[] {
      const m = Number(count);
      const [ranks, between] = [listOf(discrete), listOf(linear)];
      return quantiles.map(({ at, interpolation }, i) => {
        const pair = { discrete: ranks[i] ?? Number.NaN, linear: between[i] ?? Number.NaN };
        return m === 0 ? null : (quantileFrom(interpolation, at, m, pair) ?? null);
      });
    },
  };
}

function listOf(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.map(Number) : [];
}

/**
 * A statement of its own: distinct numbers are counted first, so that what is ordered is small where values repeat, and spills
 * where it is not.
 *
 * @param cells the common table expressions before it, `cells` among them.
 */
export function printApart(quantiles: readonly Quantile[], number: string, condition: string, cells: string) {
  const ranks = quantiles.flatMap(({ at }, i) =>
    (['floor', 'ceil'] as const).map(
      (round) =>
        `min(CASE WHEN upto >= ${round}((m - 1) * ${printShare(at)}) + 1 THEN v END) AS ${round}${i}`,
    ),
  );
  const sql = [
    `WITH ${cells},`,
    `counted AS (SELECT ${number} AS v, count(*) AS c FROM cells WHERE ${condition} GROUP BY ${number}),`,
    'ranked AS (SELECT v, sum(c) OVER (ORDER BY v ROWS UNBOUNDED PRECEDING) AS upto FROM counted),',
    'total AS (SELECT sum(c) AS m FROM counted)',
    `SELECT max(m) AS m, ${ranks.join(', ')} FROM ranked CROSS JOIN total`,
  ].join('\n');
  return {
    sql,
    read: (row: Readonly<Record<string, unknown>> | undefined): readonly Figure[] =>
      quantiles.map(({ at, interpolation }, i) => {
        const [m, low, high] = [row?.m, row?.[`floor${i}`], row?.[`ceil${i}`]].map(numberOrNull);
        if (m === null || m === undefined || low === null || high === null) return null;
        return between(interpolation, (m - 1) * at, low ?? 0, high ?? 0);
      }),
  };
}

function numberOrNull(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

/** With an exponent, so that it is a double. */
function printShare(share: number): string {
  const text = String(share);
  return text.includes('e') ? text : `${text}e0`;
}

/** As `numpy.percentile` between two neighbours, half-way to the even rank. */
function between(interpolation: Interpolation, position: number, low: number, high: number): number {
  const fraction = position - Math.floor(position);
  switch (interpolation) {
    case 'lower':
      return low;
    case 'higher':
      return high;
    case 'midpoint':
      return fraction === 0 ? low : (low + high) / 2;
    case 'linear':
      return low + (high - low) * fraction;
    case 'nearest':
      return fraction > 0.5 || (fraction === 0.5 && Math.floor(position) % 2 === 1) ? high : low;
  }
}
