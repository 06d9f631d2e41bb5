import type { EngineSession } from '../../engine/engine.js';
import { askEngine } from '../ask-engine.js';
import type { Dialect, Speaker } from '../dialect.js';
import { printStatements } from '../sql/dialect.js';
import { printSamples } from './samples.js';
import { duckDbWords } from './words.js';

export const duckDbDialect: Dialect = {
  refusal: () => undefined,
  statements: (tables, metrics) => printStatements(tables, metrics, duckDbWords),
  samples(tables, file, samplings, most) {
    if (!file) throw new Error('rows are sampled file by file');
    return printSamples(tables, file, samplings, most);
  },
};

export function duckDbSpeaker(session: EngineSession): Speaker {
  return {
    dialect: duckDbDialect,
    async ask(statements, shown) {
      const answers = [];
      for (const sql of statements) answers.push(await askEngine(session, sql, shown));
      return answers;
    },
  };
}
