import type { Row } from '../../engine/engine.js';
import type { Tables } from '../dialect.js';
import type { BatchColumn, BatchQuery, Figure, Metric } from '../plan.js';
import { plainFigure } from './print-aggregate.js';
import { batchViews, Uses } from './views.js';
import type { SqlWords } from './words.js';

type Of<Kind extends Metric['kind']> = Extract<Metric, { kind: Kind }>;

/**
 * The user's query stands in brackets after our own words, so that it can be nothing but a SELECT.
 *
 * @param cells the common table expressions before it, `cells` among them.
 */
export function printQuery(metric: Of<'query'>, cells: string, words: SqlWords) {
  const inner = queryOver('batch', metric);
  const select =
    metric.gives === 'rows'
      ? `SELECT count(*) AS m0 FROM (\n${inner}\n) found`
      : `SELECT CAST((\n${inner}\n) AS DOUBLE) AS m0`;
  return {
    sql: `WITH ${cells},\n${printBatch('batch', metric.batch, 'cells', words)}\n${select}`,
    ofUser: true as const,
    read: ([row]: readonly Row[]): readonly Figure[] => [plainFigure(row?.m0)],
  };
}

/** The same of two queries. Set operations go by the position of columns, and find a type that both have. */
export function printMatch({ own, other }: Of<'match'>, cells: string, { others }: Tables, words: SqlWords) {
  const table = others.get(other.dataset);
  if (!table) throw new Error(`dataset ${other.dataset} is not open`);
  const tables = [
    cells,
    printBatch('batch', own.batch, 'cells', words),
    `other_cells AS (\n  ${words.cells(table, new Uses().ofBatch(other.batch))}\n)`,
    printBatch('other_batch', other.batch, 'other_cells', words),
  ];
  const [a, b] = [`(\n${queryOver('batch', own)}\n)`, `(\n${queryOver('other_batch', other)}\n)`];
  const counts = [a, b, `(${a} INTERSECT ALL ${b})`].map(
    (rows, i) => `(SELECT count(*) FROM ${rows} q${i}) AS m${i}`,
  );
  return {
    sql: `WITH ${tables.join(',\n')}\nSELECT ${counts.join(', ')}`,
    ofUser: true as const,
    read: ([row]: readonly Row[]): readonly Figure[] => [[0, 1, 2].map((i) => Number(row?.[`m${i}`]))],
  };
}

function queryOver(table: string, { query }: BatchQuery): string {
  return query.replaceAll('{batch}', table).replace(/[;\s]+$/, '');
}

/** The table under its own names, as a query sees it. */
function printBatch(name: string, batch: readonly BatchColumn[], cells: string, words: SqlWords): string {
  const columns = batch.map((column, i) => `${batchCell(column.as, i)} AS ${words.name(column.name)}`);
  return `${name} AS (SELECT ${columns.join(', ')} FROM ${cells})`;
}

function batchCell(as: BatchColumn['as'], column: number): string {
  const cell = `${batchViews[as]}${column}`;
  if (as === 'integer') return `CAST(${cell} AS BIGINT)`;
  return as === 'boolean' ? `CAST(${cell} AS BOOLEAN)` : cell;
}
