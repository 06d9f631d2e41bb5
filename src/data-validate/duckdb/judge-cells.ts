import type { EngineSession } from '../../engine/engine.js';
import { askEngine } from '../ask-engine.js';
import type { JudgedCells } from '../dialect.js';
import { compileJudge } from '../judges/judge.js';
import { Uses } from '../sql/views.js';
import type { Table } from '../table.js';
import { judgedTable } from './judged-cells.js';
import { duckDbWords } from './words.js';

/** Texts that are handed over at once. */
const batch = 10_000;

/**
 * Has every distinct text of a column judged once and keeps those that were refused in a temporary table of the engine, which may
 * spill: however many there are, only a batch of them is in our memory.
 *
 * @throws Failure('config') when the judge makes no sense; Failure('input') as `askEngine` does.
 */
export async function judgeCells(
  session: EngineSession,
  table: Table,
  { column, judge }: JudgedCells,
  shown: string,
): Promise<void> {
  const accepts = await compileJudge(judge);
  const refused = judgedTable(judge, column);
  const all = `${refused}_all`;
  const cells = duckDbWords.cells(table, new Uses().add(column, 't'));
  const ask = (sql: string) => askEngine(session, sql, shown);
  await ask(`CREATE TEMP TABLE ${refused} (text VARCHAR)`);
  await ask(
    `CREATE TEMP TABLE ${all} AS SELECT DISTINCT t${column} AS text FROM (${cells}) WHERE t${column} IS NOT NULL`,
  );
  for (let from = 0; ; from += batch) {
    const rows = await ask(`SELECT text FROM ${all} WHERE rowid >= ${from} AND rowid < ${from + batch}`);
    if (rows.length === 0) break;
    const bad = rows.map(({ text }) => String(text)).filter((text) => !accepts(text));
    if (bad.length > 0)
      await session.rows(`INSERT INTO ${refused} SELECT unnest(from_json($1, '["VARCHAR"]'))`, [
        JSON.stringify(bad),
      ]);
  }
  await ask(`DROP TABLE ${all}`);
}
