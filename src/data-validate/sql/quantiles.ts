import type { Tables } from '../dialect.js';
import type { Figure, Interpolation, Metric } from '../plan.js';
import { rowsOf } from '../table.js';
import type { SqlWords } from './words.js';

export type Quantile = Extract<Metric, { kind: 'quantile' }>;

/** Bytes of numbers that may be held at once to take quantiles in the scan of everything else: about 16 a number. */
const mostHeld = 256 * 1024 ** 2;

/** Quantiles that one aggregate takes: all of a column and one of these kinds. */
export function kindOf({ interpolation }: Quantile): 'linear' | 'nearest' | 'other' {
  return interpolation === 'linear' || interpolation === 'nearest' ? interpolation : 'other';
}

/** Whether a quantile can be taken beside other aggregates, exactly and in bounded memory. */
export function isBeside(metric: Quantile, { table }: Tables, words: SqlWords): boolean {
  return words.quantiles !== undefined && kindOf(metric) !== 'other' && rowsOf(table) * 16 <= mostHeld;
}

/**
 * All quantiles of one column, kind and rows, in one scan with others. The nearest value is one at a rank; which rank depends on
 * how many values there are, which only the scan tells: of those that were foreseen wrongly nothing is told.
 *
 * @param rows of the table: so many values there are, or fewer.
 */
export function printBeside(quantiles: readonly Quantile[], number: string, rows: number, words: SqlWords) {
  const [first] = quantiles;
  const isLinear = first !== undefined && kindOf(first) === 'linear';
  const shares = quantiles.map(({ at }) => (isLinear ? at : shareOfNearest(at, rows)));
  const printed = words.quantiles?.(number, shares);
  if (!printed) throw new Error('no quantiles beside');
  return {
    sql: [`count(${number})`, isLinear ? printed.linear : printed.discrete],
    read([count, list]: readonly unknown[]): readonly (Figure | undefined)[] {
      const m = Number(count);
      const values = listOf(list);
      return quantiles.map(({ at }, i) => {
        if (m === 0) return null;
        const isTold = isLinear || discreteRank(shares[i] ?? 0, m) === nearestRank(at, m);
        return isTold ? (values[i] ?? null) : undefined;
      });
    },
  };
}

/** Of m values, from 0; half-way to the even one, as NumPy does. */
function nearestRank(share: number, m: number): number {
  const position = (m - 1) * share;
  const below = Math.floor(position);
  const fraction = position - below;
  return fraction > 0.5 || (fraction === 0.5 && below % 2 === 1) ? below + 1 : below;
}

/** The rank that DuckDB takes for `quantile_disc`, in the same arithmetic. */
function discreteRank(share: number, m: number): number {
  return Math.max(1, m - Math.floor(m - m * share)) - 1;
}

/** The share at whose rank the nearest value lies where no value is missing, and most likely where some are. */
function shareOfNearest(share: number, rows: number): number {
  const position = (rows - 1) * share;
  const isHalfWay = Math.abs(position - Math.floor(position) - 0.5) < 1e-6;
  const shifted = isHalfWay ? (nearestRank(share, rows) + 0.5) / rows : share + (0.5 - share) / rows;
  return Math.min(1, Math.max(0, shifted));
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
