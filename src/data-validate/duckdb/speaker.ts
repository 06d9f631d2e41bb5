import { EngineError, type EngineSession } from '../../engine/engine.js';
import { configError } from '../../gate/failure.js';
import { askEngine } from '../ask-engine.js';
import type { Dialect, Speaker } from '../dialect.js';
import { printGlance, printStatements } from '../sql/dialect.js';
import { judgeCells } from './judge-cells.js';
import { printSamples } from './samples.js';
import { duckDbWords } from './words.js';

export const duckDbDialect: Dialect = {
  refusal: () => undefined,
  glance: (tables, metrics, rows) => printGlance(tables, metrics, rows, duckDbWords),
  statements: (tables, metrics, alone) => printStatements(tables, metrics, duckDbWords, alone),
  samples(tables, file, samplings, most) {
    if (!file) throw new Error('rows are sampled file by file');
    return printSamples(tables, file, samplings, most);
  },
};

/** @throws Failure('config') where the user's own query is at fault. */
function blameQuery(error: unknown): never {
  if (!(error instanceof EngineError) || error.kind !== 'statement') throw error;
  throw configError(`a query of the rules is refused: ${error.message}`, {
    fix: 'write one SELECT over `{batch}` in the SQL of DuckDB',
  });
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
      for (const { sql, ofUser } of statements)
        answers.push(await askEngine(session, sql, shown).catch(ofUser ? blameQuery : undefined));
      return answers;
    },
  };
}
