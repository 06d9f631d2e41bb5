import { EngineError, type EngineSession, type Row } from '../../engine/engine.js';
import { configError } from '../../gate/failure.js';
import { blameData } from '../ask-engine.js';
import type { Asked, Dialect, Speaker, Tables } from '../dialect.js';
import { printGlance, printStatements } from '../sql/dialect.js';
import type { Table } from '../table.js';
import { judgeCells } from './judge-cells.js';
import { printSamples } from './samples.js';
import { duckDbWords } from './words.js';

export const duckDbDialect: Dialect = {
  refusal: () => undefined,
  glance: (tables, metrics, rows) => printGlance(tables, metrics, rows, duckDbWords),
  statements(tables, metrics, alone) {
    const print = (of: Tables) => printStatements(of, metrics, duckDbWords, alone);
    const careful = print({ ...tables, table: withoutGuesses(tables.table) });
    return print(tables).map((statement, i) => {
      const { sql = statement.sql } = careful[i] ?? {};
      return sql === statement.sql ? statement : { ...statement, otherwise: sql };
    });
  },
  samples(tables, file, samplings, most) {
    if (!file) throw new Error('rows are sampled file by file');
    return printSamples(tables, file, samplings, most);
  },
};

function withoutGuesses(table: Table): Table {
  return table.format === 'csv' ? { ...table, likelyNumbers: new Set() } : table;
}

/** A fault in the user's own query is theirs to mend. */
function blameQuery(error: unknown, shown: string): unknown {
  if (!(error instanceof EngineError) || error.kind !== 'statement') return blameData(error, shown);
  return configError(`a query of the rules is refused: ${error.message}`, {
    fix: 'write one SELECT over `{batch}` in the SQL of DuckDB',
  });
}

async function askOne(
  session: EngineSession,
  { sql, otherwise, ofUser }: Asked,
  shown: string,
): Promise<readonly Row[]> {
  try {
    return await session.rows(sql);
  } catch (error) {
    if (otherwise !== undefined && error instanceof EngineError && error.kind === 'data')
      return askOne(session, { sql: otherwise, ...(ofUser && { ofUser }) }, shown);
    throw ofUser ? blameQuery(error, shown) : blameData(error, shown);
  }
}

export function duckDbSpeaker(session: EngineSession): Speaker {
  return {
    dialect: duckDbDialect,
    async judge({ table }, judged, shown) {
      for (const cells of judged) await judgeCells(session, table, cells, shown);
    },
    async refusedPattern(pattern) {
      try {
        await session.rows("SELECT regexp_matches('', $1)", [pattern]);
        return undefined;
      } catch (error) {
        if (!(error instanceof EngineError)) throw error;
        return error.message;
      }
    },
    async ask(statements, shown) {
      const answers = [];
      for (const statement of statements) answers.push(await askOne(session, statement, shown));
      return answers;
    },
  };
}
