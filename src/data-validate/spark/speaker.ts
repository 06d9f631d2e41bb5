import { Failure } from '../../gate/failure.js';
import type { Log } from '../../platform/ports.js';
import type { Speaker } from '../dialect.js';
import { sparkDialect } from './dialect.js';
import type { SparkSession } from './session.js';
import { sparkWords } from './words.js';

export function sparkSpeaker(session: SparkSession, showTexts: boolean, log: Log): Speaker {
  return {
    dialect: sparkDialect(showTexts),
    async judge() {
      // The dialect refuses what would have to be judged.
    },
    async refusedPattern(pattern) {
      try {
        await session.rows(`SELECT ${sparkWords.matches("''", pattern)} AS m0`, 'the rules');
        return undefined;
      } catch (error) {
        if (!(error instanceof Failure) || error.kind !== 'input') throw error;
        return error.message;
      }
    },
    async ask(statements, shown) {
      const answers = [];
      for (const [i, { sql }] of statements.entries()) {
        log.progress(`Spark reads ${shown}`, i, statements.length, 'statements');
        answers.push(await session.rows(sql, shown));
      }
      return answers;
    },
  };
}
