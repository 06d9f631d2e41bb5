import type { Check } from '../gate/check.js';
import { byImportance, type Finding } from '../gate/finding.js';
import { by } from '../gate/order.js';
import type { GateResult } from '../gate/result.js';
import type { RunContext } from '../gate/run-context.js';
import type { Cell, Section } from '../gate/section.js';
import type { CheckStatus, Verdict } from '../gate/verdict.js';

/** Everything a surface may show of one gate. */
export interface Report {
  readonly result: GateResult;
  readonly sections: readonly Section[];
  readonly headlines: readonly HeadlineFigure[];
  readonly run: RunContext;
  readonly toolVersion: string;
}

export interface HeadlineFigure {
  readonly label: string;
  readonly value: Cell;
}

/** Worst first: the order in which every surface shows checks. */
export const statusOrder = ['error', 'fail', 'inconclusive', 'warn', 'skip', 'pass'] as const;

const byBadness = by<Check>((c) => statusOrder.indexOf(c.status));

/** Checks that a reader must look at, worst first; skipped ones only where they are the whole story. */
export function loudChecks({ checks, verdict }: GateResult): readonly Check[] {
  return checks.filter((c) => isLoud(c, verdict)).sort(byBadness);
}

/** The others, skipped before passed. */
export function quietChecks({ checks, verdict }: GateResult): readonly Check[] {
  return checks.filter((c) => !isLoud(c, verdict)).sort(byBadness);
}

function isLoud({ status }: Check, verdict: Verdict): boolean {
  return status !== 'pass' && (status !== 'skip' || verdict === 'skip');
}

export function countOf(checks: readonly Check[], status: CheckStatus): number {
  return checks.filter((c) => c.status === status).length;
}

export interface LocatedFinding {
  readonly check: Check;
  readonly finding: Finding;
}

/** Findings of all checks, worst first. */
export function allFindings(result: GateResult): readonly LocatedFinding[] {
  return result.checks
    .flatMap((check) => check.findings.map((finding) => ({ check, finding })))
    .sort((a, b) => byImportance(a.finding, b.finding));
}

/** The way to mend them that all findings share, said once instead of in each row. */
export function commonFix(findings: readonly Finding[]): string | undefined {
  const [first] = findings;
  return findings.length > 1 && findings.every((f) => f.fix === first?.fix) ? first?.fix : undefined;
}

/** The sections for places that are quiet when all is well: then only what was asked for, or says what was proven. */
export function sectionsWhenRead({ result, sections }: Report): readonly Section[] {
  const isQuiet = result.verdict === 'pass';
  return isQuiet ? sections.filter((s) => s.always) : sections;
}
