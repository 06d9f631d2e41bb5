import type { ChainLink } from '../gate/chain.js';
import { type Check, check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import { finding } from '../gate/finding.js';
import { followsFromChecks, type GateResult } from '../gate/result.js';
import type { RunContext } from '../gate/run-context.js';
import { isAccepted } from '../gate/verdict.js';
import { bindings } from './binding.js';
import { includes, type Shortfall, type SigningCase, subjectsOf, trainings } from './case.js';
import type { RequiredGate } from './plan.js';

export interface Requirement {
  readonly check: Check;
  /** Evidence that the signature rests on. */
  readonly relied: readonly Evidence[];
  readonly link: ChainLink;
}

/** A clock that is ahead by more than this judged in the future. */
const skewMs = 5 * 60_000;

/**
 * Whether one gate's evidence allows signing this model: there, accepted, not bootstrap, fresh, about these bytes; and no
 * evidence of the same gate about them that failed.
 *
 * @param maxAge milliseconds; absent: its subjects' digests alone decide.
 * @param others evidence that the gates before rest on.
 */
export function judgeRequirement(
  gate: RequiredGate,
  facts: SigningCase,
  maxAge: number | undefined,
  others: readonly Evidence[],
): Requirement {
  const all = facts.evidence.filter(({ result }) => result.gate === gate);
  const accepted = all.filter(({ result }) => isAccepted(result.verdict));
  const faults = new Map(accepted.map((one) => [one, faultOf(one, facts, maxAge)]));
  const usable = accepted.filter((one) => faults.get(one) === undefined);
  const unusable = [...faults.values()].filter((fault) => fault !== undefined);
  const refused = all.filter((one) => !accepted.includes(one) && concerns(one, facts)).map(describeRefusal);
  const binding = bindings[gate](usable, facts, others);
  const problems = [
    ...refused,
    ...(usable.length > 0 ? binding.shortfalls : []),
    // Unusable evidence beside a complete case is of no account.
    ...(usable.length === 0 || binding.shortfalls.length > 0 ? unusable : []),
  ];
  if (usable.length === 0 && problems.length === 0) problems.push(missingOf(gate));
  // Beside a complete case, what nobody announced is of no account.
  if (problems.length > 0) problems.push(...unannouncedOf(gate, facts));
  const link = linkOf(gate, problems[0], binding.reason, facts);
  return { check: checkOf(gate, problems, binding.relied), relied: binding.relied, link };
}

function linkOf(
  gate: RequiredGate,
  problem: Shortfall | undefined,
  reason: string,
  { announced }: SigningCase,
): ChainLink {
  const link = `${gate} → model signature`;
  if (problem) return { link, assurance: null, ok: false, reason: problem.message };
  return announced
    ? { link, assurance: 'bound', ok: true, reason: `${reason}; its job announced this evidence` }
    : { link, assurance: 'claimed', ok: true, reason: `${reason}; the evidence itself is not signed` };
}

function checkOf(gate: RequiredGate, problems: readonly Shortfall[], relied: readonly Evidence[]): Check {
  const id = 'sign-model/evidence';
  return check({
    id,
    title: `${gate} passed for this very model`,
    observed: relied.map(({ digest }) => digest),
    findings: problems.map(({ message, fix }) =>
      finding(id, { severity: 'error', message, fix, item: gate, distinct: message }),
    ),
    facts: { gate },
  });
}

/** Why accepted evidence cannot be used all the same. */
function faultOf(
  { result, run }: Evidence,
  facts: SigningCase,
  maxAge: number | undefined,
): Shortfall | undefined {
  const { gate, settings } = result;
  if (!followsFromChecks(result)) {
    return {
      message: `the evidence of ${gate} says ${result.verdict}, which does not follow from its checks`,
      fix: 'find out who wrote it, and run the gate again',
    };
  }
  if (settings.source === 'bootstrap') {
    return {
      message: `${gate} was judged by settings that the base branch does not have yet (bootstrap)`,
      fix: 'merge the config, then run the gate on the base branch',
    };
  }
  if (isForeign(run, facts.run)) {
    return {
      message: `${gate} judged in ${run.repository ?? 'no repository'}, whose rules may be others`,
      fix: 'let the gate judge in this repository',
    };
  }
  return ageFaultOf(result, facts.now, maxAge);
}

/** A workflow signs by what gates of its own repository said; by its id where that is known. */
function isForeign(theirs: RunContext, here: RunContext): boolean {
  if (here.kind !== 'github') return false;
  const field = here.repositoryId !== undefined ? 'repositoryId' : 'repository';
  return theirs.kind !== 'github' || theirs[field] !== here[field];
}

function ageFaultOf(
  { gate, judgedAt }: GateResult,
  now: Date,
  maxAge: number | undefined,
): Shortfall | undefined {
  const age = now.getTime() - Date.parse(judgedAt);
  // Not a number where the time is none: then it is not known to be past.
  if (!(age >= -skewMs)) {
    return {
      message: `${gate} says it judged at ${judgedAt}, which is in the future or no time`,
      fix: 'set the clock of the machine that judged, and run the gate again',
    };
  }
  if (maxAge === undefined || age <= maxAge) return undefined;
  return {
    message: `${gate} judged ${hours(age)} ago, at ${judgedAt}; at most ${hours(maxAge)} are allowed`,
    fix: `run \`sluice ${gate}\` again, then sign`,
  };
}

/** Evidence that judged nothing, because it could not, stands against every model. */
function concerns({ result }: Evidence, facts: SigningCase): boolean {
  if (result.subjects.length === 0) return true;
  const own = [
    facts.model,
    ...facts.datasets,
    ...trainings(facts).flatMap(({ inputs }) => inputs),
    ...subjectsOf(
      facts.evidence.filter((one) => isAccepted(one.result.verdict)),
      'lock-file',
    ),
    ...subjectsOf(
      facts.evidence.filter((one) => isAccepted(one.result.verdict)),
      'evidence',
    ),
  ];
  return result.subjects.some(({ digest }) => includes(own, digest));
}

function describeRefusal({ result }: Evidence): Shortfall {
  const { gate, verdict, judgedAt, instance, mode } = result;
  const which = instance === '' ? gate : `${gate} (${instance})`;
  const word = verdict === 'fail' ? 'failed' : verdict === 'skip' ? 'was skipped' : 'could not judge';
  return {
    message: `${which} ${word} at ${judgedAt}${mode === 'report' ? ', in report mode' : ''}`,
    fix:
      verdict === 'skip'
        ? 'see why in its report; a required gate must judge'
        : 'mend what its report shows, and run it again',
  };
}

function missingOf(gate: RequiredGate): Shortfall {
  return {
    message: `there is no evidence of ${gate} about this model in the evidence store`,
    fix: `run \`sluice ${gate}\` with the same evidence store, then sign`,
  };
}

function unannouncedOf(gate: RequiredGate, { unannounced }: SigningCase): readonly Shortfall[] {
  return unannounced
    .filter((one) => one.gate === gate)
    .map(({ name }) => ({
      message: `${name} is evidence of ${gate}, but no job announced it, so it does not count`,
      fix: 'if the gate wrote it, list its job in `needs` and its digest in the job’s outputs',
    }));
}

function hours(ms: number): string {
  return `${Math.round(ms / 360_000) / 10} h`;
}
