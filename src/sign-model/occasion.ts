import { type Check, check } from '../gate/check.js';
import { finding } from '../gate/finding.js';
import type { RunContext } from '../gate/run-context.js';

/** Where signing happens unless the config says otherwise. */
const usualRefs = ['refs/heads/main', 'refs/heads/master', 'refs/tags/*'];

const id = 'sign-model/occasion';

/**
 * Whether this run may sign at all: not for a proposal, whose code and settings nobody has accepted yet, and only from the
 * refs that the config names (DESIGN §6). On a laptop the key's holder decides.
 *
 * @param refs full names (`refs/heads/main`), or beginnings of names that end in `*`.
 */
export function judgeOccasion(run: RunContext, refs: readonly string[] = usualRefs): Check {
  const title = 'This run may sign';
  if (run.kind === 'local') return check({ id, title, observed: 'a laptop' });
  const observed = `${run.event} on ${run.ref ?? 'no ref'}`;
  const fault = faultOf(run, refs);
  return check({
    id,
    title,
    observed,
    threshold: [...refs],
    findings: fault ? [finding(id, { severity: 'error', ...fault })] : [],
  });
}

function faultOf({ event, ref }: RunContext, refs: readonly string[]) {
  if (event.startsWith('pull_request') || event === 'merge_group')
    return {
      message: `a run for ${event} does not sign: what it would sign is a proposal`,
      fix: 'sign after the merge, from a branch or tag that `sign-model: {refs: […]}` names',
    };
  if (ref !== undefined && refs.some((pattern) => matches(pattern, ref))) return undefined;
  return {
    message: `${ref ?? 'a run without a ref'} is not among the refs that sign: ${refs.join(', ')}`,
    fix: 'sign from one of them, or name this one in `sign-model: {refs: […]}`',
  };
}

function matches(pattern: string, ref: string): boolean {
  return pattern.endsWith('*') ? ref.startsWith(pattern.slice(0, -1)) : ref === pattern;
}
