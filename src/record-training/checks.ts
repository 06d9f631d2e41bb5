import { type Check, check } from '../gate/check.js';
import { finding } from '../gate/finding.js';
import { sameBytes } from '../gate/model.js';
import type { StepSource } from '../gate/provenance.js';
import type { Subject } from '../gate/subject.js';
import type { Hashed } from './items.js';

export function checkCommand(exitCode: number): Check {
  const id = 'record-training/command';
  const failed = finding(id, {
    severity: 'error',
    message: `the command ended with exit code ${exitCode}; nothing is recorded`,
    fix: 'mend what its output above says, and run again',
  });
  return check({
    id,
    title: 'The command succeeds',
    observed: exitCode,
    threshold: 0,
    findings: exitCode === 0 ? [] : [failed],
  });
}

/** The record says what went in: that is known only of inputs that were the same before and after. */
export function checkInputs(before: readonly Subject[], after: readonly Hashed[]): Check {
  const id = 'record-training/inputs';
  const findings = before.flatMap((subject, i) => {
    const now = after[i]?.subject;
    if (now && sameBytes(now.digest, subject.digest)) return [];
    return finding(id, {
      severity: 'error',
      message: `changed while the command ran, so nobody can tell what went in`,
      file: subject.name,
      fix: 'let the command write elsewhere, or take it out of the inputs',
    });
  });
  return check({
    id,
    title: 'Inputs stay as they were',
    observed: before.length,
    findings,
    ...(before.length === 0 && {
      outcome: {
        status: 'error' as const,
        reason: 'no dataset and no other input is named, so the record would say nothing of what went in',
      },
    }),
  });
}

/** @param earlier what stood at the outputs before the command ran. */
export function checkOutputs(outputs: readonly Hashed[], earlier: readonly Hashed[]): Check {
  const id = 'record-training/outputs';
  const findings = outputs.flatMap(({ item, subject, problem }, i) => {
    const file = subject?.name ?? problem?.place?.file ?? item.patterns.join(' ');
    if (!subject) {
      return finding(id, {
        severity: 'error',
        message: `the command did not make this output: it ${problem?.message ?? 'cannot be hashed'}`,
        file,
        fix: 'check the path, and that the command writes there',
      });
    }
    const old = earlier[i]?.subject;
    if (!old || !sameBytes(old.digest, subject.digest)) return [];
    return finding(id, {
      severity: 'note',
      message: 'has the same bytes as before: the command made them again, or did not write them at all',
      file,
    });
  });
  return check({ id, title: 'Every output is there', observed: outputs.length, findings });
}

export function checkSource(source: StepSource | undefined): Check {
  const id = 'record-training/source';
  const changed = source ? source.modified + source.untracked : 0;
  const message = source
    ? `${source.modified} tracked files differ from commit ${source.commit.slice(0, 12)} and ${source.untracked} are not in git`
    : 'there is no git commit here, so the record cannot say which code ran';
  const findings =
    source && changed === 0
      ? []
      : [finding(id, { severity: 'warning', message, fix: 'commit the code before it is run' })];
  return check({ id, title: 'The code is that of a commit', observed: source?.commit ?? null, findings });
}
