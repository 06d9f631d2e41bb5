import type { Check } from '../gate/check.js';
import type { Severity } from '../gate/finding.js';
import { sameBytes } from '../tlog/base64.js';
import { type TreeHead, verifyConsistency } from '../tlog/merkle.js';
import type { LogProblem } from '../tlog/scan.js';
import type { LogStore } from '../tlog/store.js';
import { TlogError } from '../tlog/tlog-error.js';
import { Tree } from '../tlog/tree.js';
import type { Remembered } from './open-log.js';
import { plainCheck, problemCheck } from './outcome.js';

const rule = {
  id: 'anchor',
  title: 'The log contains everything that the remembered checkpoint covers',
  fix: 'keep this log and both checkpoints as evidence; restore the log from a copy that the remembered checkpoint verifies',
};

/**
 * How a log's signed head contradicts a remembered one: rollback, fork, rewritten history.
 *
 * @param rootAtThen the log's root at the remembered size, as its entries are now; absent where that is not known.
 */
export function anchorProblem(
  head: TreeHead,
  { checkpoint: then }: Remembered,
  rootAtThen: Uint8Array | undefined,
): LogProblem | undefined {
  const problem = (message: string): LogProblem => ({ path: 'checkpoint', message });
  if (head.size < then.size)
    return problem(`rolled back: it signs ${head.size} entries, the remembered checkpoint ${then.size}`);
  if (head.size === then.size && !sameBytes(head.root, then.root))
    return problem(`forked: at size ${then.size} the log signed two different roots`);
  if (rootAtThen !== undefined && !sameBytes(rootAtThen, then.root))
    return problem(
      `rewritten and signed again: the first ${then.size} entries are not those of the remembered checkpoint`,
    );
  return undefined;
}

/** The same from tiles alone, before something is added. @throws TlogError when the tiles do not lead to the head. */
export async function proveAnchor(
  log: LogStore,
  head: TreeHead,
  remembered: Remembered,
): Promise<LogProblem | undefined> {
  const early = anchorProblem(head, remembered, undefined);
  if (early !== undefined) return early;
  const { checkpoint: then } = remembered;
  const proof = await new Tree(log, head.size).proveConsistency(then.size);
  try {
    verifyConsistency(then, head, proof);
    return undefined;
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    return { path: 'checkpoint', message: `history was rewritten, or tiles are damaged: ${error.message}` };
  }
}

/** @param without how grave it is that no checkpoint was remembered. */
export function anchorCheck(
  log: LogStore,
  remembered: Remembered | undefined,
  problem: LogProblem | undefined,
  without: Severity,
): Check {
  if (remembered) return problemCheck(log, rule, problem ? [problem] : []);
  return plainCheck(rule, {
    severity: without,
    message: 'unanchored: rollback and rewritten history cannot be seen without a remembered checkpoint',
    fix: 'keep a copy of the checkpoint where the log’s writers cannot reach it, and give it with --checkpoint',
  });
}
