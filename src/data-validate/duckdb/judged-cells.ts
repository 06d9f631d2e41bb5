import { createHash } from 'node:crypto';
import { canonicalJson } from '../../gate/json.js';
import type { CellJudge } from '../plan.js';

/** The temporary table of the texts of one column that a judge refused. */
export function judgedTable(judge: CellJudge, column: number): string {
  const digest = createHash('sha256').update(canonicalJson(JSON.parse(JSON.stringify([judge, column]))));
  return `judged_${digest.digest('hex').slice(0, 12)}`;
}

export function refusedTexts(judge: CellJudge, column: number): string {
  return `SELECT text FROM ${judgedTable(judge, column)}`;
}
