import { type Evidence, evidenceKey } from '../gate/evidence.js';
import type { FindingDraft } from '../gate/finding.js';
import { followsFromChecks } from '../gate/result.js';
import type { RunContext } from '../gate/run-context.js';
import { identityOf } from '../gate/subject.js';
import type { Named } from './gather.js';
import type { Requirable } from './settings.js';

/** What evidence is held against. */
export interface Demands {
  readonly accept: readonly string[];
  /** Milliseconds. */
  readonly maxAge: ReadonlyMap<string, number>;
  readonly run: RunContext;
  readonly now: Date;
}

/** A fault of one piece of evidence: `error` where it says nothing either way, else a finding. */
export type Fault = { readonly error: string } | { readonly finding: FindingDraft };

const clockSkewMs = 5 * 60_000;

/** Everything that is wrong with one outcome. */
export function faultsOf(evidence: Named<Evidence>, demands: Demands): readonly Fault[] {
  return [
    ...verdictFaults(evidence, demands.accept),
    ...originFaults(evidence, demands.run),
    ...ageFaults(evidence, demands),
    ...settingsFaults(evidence),
  ];
}

function fault({ name, item }: Named<Evidence>, message: string, fix?: string): Fault {
  const { gate, instance } = item.result;
  return {
    finding: {
      severity: 'error',
      file: name,
      message: `${gate}${instance === '' ? '' : ` (${instance})`} ${message}`,
      ...(fix !== undefined && { fix }),
      distinct: message,
    },
  };
}

function verdictFaults(evidence: Named<Evidence>, accept: readonly string[]): readonly Fault[] {
  const { verdict, mode } = evidence.item.result;
  if (!followsFromChecks(evidence.item.result))
    return [{ error: `${evidence.name} says ${verdict}, which does not follow from its checks` }];
  switch (verdict) {
    case 'error':
      return [{ error: `${evidence.name}: the gate could not judge` }];
    case 'skip':
      return [{ error: `${evidence.name}: the gate was skipped, and it is required` }];
    case 'fail':
      return [
        fault(
          evidence,
          mode === 'report' ? 'failed; that it only reports (mode: report) does not make it pass' : 'failed',
          'mend what its report lists',
        ),
      ];
    case 'pass':
    case 'warn':
      return accept.includes(verdict)
        ? []
        : [fault(evidence, `came to ${verdict}, which is not accepted here`)];
  }
}

/** Evidence of another run says nothing of this one. Attempts may differ: a re-run keeps the jobs that had passed. */
function originFaults(evidence: Named<Evidence>, run: RunContext): readonly Fault[] {
  if (run.kind !== 'github') return [];
  const theirs = evidence.item.run;
  const repository = run.repositoryId === undefined ? 'repository' : 'repositoryId';
  const other = (['kind', repository, 'runId', 'commit'] as const).find(
    (field) => run[field] !== undefined && theirs[field] !== run[field],
  );
  if (other === undefined) return [];
  const message = `was judged elsewhere: ${other} is ${theirs[other] ?? 'not said'}, here ${run[other]}`;
  return [fault(evidence, message, 'let the gate judge in this run')];
}

function ageFaults(evidence: Named<Evidence>, { maxAge, now }: Demands): readonly Fault[] {
  const { gate, judgedAt } = evidence.item.result;
  const most = maxAge.get(gate) ?? Number.POSITIVE_INFINITY;
  const age = now.getTime() - Date.parse(judgedAt);
  // Asked of every gate: where the newest outcome counts, one of the future would count for ever.
  if (!Number.isFinite(age)) return [{ error: `${evidence.name}: ${judgedAt} is not a time` }];
  if (age < -clockSkewMs) return [fault(evidence, `was judged in the future (${judgedAt})`)];
  if (age <= most) return [];
  return [
    fault(
      evidence,
      `is stale: judged ${judgedAt}, accepted for ${most / 3_600_000} hours`,
      'run the gate again',
    ),
  ];
}

function settingsFaults({ name, item }: Named<Evidence>): readonly Fault[] {
  if (item.result.settings.source !== 'bootstrap') return [];
  const message = `${item.result.gate} was judged by settings of the pull request, since the base branch has none yet`;
  const fix = 'merge the settings first; evidence like this is never signed';
  return [{ finding: { severity: 'warning', file: name, message, fix, distinct: 'bootstrap' } }];
}

/** Two outcomes of one gate (and instance) that differ in verdict or subjects: one of them is not true. */
export function contradictions(evidence: readonly Named<Evidence>[], gate: Requirable): readonly Fault[] {
  const first = new Map<string, Named<Evidence>>();
  const faults: Fault[] = [];
  for (const one of evidence) {
    const key = evidenceKey(one.item.result);
    const other = first.get(key);
    if (other === undefined) first.set(key, one);
    else if (claim(other.item) !== claim(one.item)) {
      const message = `${gate}: ${other.name} and ${one.name} contradict each other`;
      const fix = 'find out which job wrote which; give matrix legs an instance each';
      faults.push({ finding: { severity: 'error', file: one.name, message, fix, distinct: message } });
    }
  }
  return faults;
}

function claim({ result }: Evidence): string {
  const subjects = result.subjects.map((s) => `${s.role} ${s.label ?? ''} ${s.name} ${identityOf(s)}`);
  return JSON.stringify([result.verdict, subjects]);
}
