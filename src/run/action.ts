import path from 'node:path';
import { readInput } from '../config/raw-input.js';
import { configError, Failure } from '../gate/failure.js';
import { readActionInputs } from '../platform/action-inputs.js';
import { actionOutputs } from '../platform/action-outputs.js';
import { type ActionPorts, openActionPorts } from '../platform/action-ports.js';
import { evidenceFile } from '../platform/folder-store.js';
import type { Gate } from '../platform/ports.js';
import { renderAnnotations } from '../surfaces/annotations.js';
import { renderMarkdown } from '../surfaces/markdown.js';
import { renderText } from '../surfaces/text.js';
import { actionInputs, commonInputs } from './common-inputs.js';
import type { CommonOutput } from './common-outputs.js';
import { describe, runEntry } from './entry.js';
import type { Outcome } from './outcome.js';
import { runGate } from './run-gate.js';

/** The Node that `using: node24` promises; some runners are older than they say. */
const leastNode = 24;

/** An action from start to exit code: inputs in, gate run, surfaces out. */
export function runAction(gate: Gate): void {
  runEntry((signal) => act(gate, signal), actionOutputs.fail);
}

async function act(gate: Gate, signal: AbortSignal): Promise<number> {
  assertNode(process.versions.node);
  const inputs = readActionInputs(process.env, [...gate.inputs, ...commonInputs, ...actionInputs]);
  const opened = openActionPorts({
    env: process.env,
    signal,
    volumes: volumesIn(gate, inputs),
    ...readOwn(inputs),
  });
  try {
    const reportFolder = path.join(opened.tempFolder, 'sluice', 'reports');
    const outcome = await runGate(gate, {
      ports: opened.ports,
      inputs,
      reportFolder,
      ...(opened.base && { base: opened.base }),
    });
    await present(outcome, opened);
    return outcome.exitCode;
  } finally {
    await opened.close();
  }
}

/** @throws Failure('config') */
function assertNode(version: string): void {
  if (Number.parseInt(version, 10) >= leastNode) return;
  throw configError(`this runner starts actions with Node ${version}, and Sluice needs ${leastNode}`, {
    fix: 'update the runner to 2.327 or newer',
  });
}

function volumesIn({ inputs }: Gate, given: ReadonlyMap<string, string>): readonly string[] {
  const named = inputs.flatMap((input) => (input.mayLeaveWorkspace ? (given.get(input.name) ?? []) : []));
  return named.filter((folder) => path.isAbsolute(folder));
}

function readOwn(inputs: ReadonlyMap<string, string>) {
  const values = Object.fromEntries(
    actionInputs.flatMap((input) => {
      const value = readInput(input, inputs, 'github');
      return value === undefined ? [] : [[input.name, String(value)]];
    }),
  );
  const { 'evidence-store': evidenceStore, engine, 'engine-path': enginePath, token } = values;
  return {
    ...(evidenceStore !== undefined && { evidenceStore }),
    ...(engine !== undefined && { engine }),
    ...(enginePath !== undefined && { enginePath }),
    ...(token !== undefined && { token }),
  };
}

/** Outputs first: they must be there whatever becomes of the rest. Surfaces may fail with a warning; only the verdict decides. */
async function present(
  outcome: Outcome & { readonly failure?: unknown },
  { ports, git }: ActionPorts,
): Promise<void> {
  // Beside the reports, wherever the store is: later steps find it by path.
  const copy = path.join(path.dirname(outcome.files.html), evidenceFile(outcome.evidence.name));
  await ports.files.write(copy, outcome.evidence.bytes);
  setOutputs(outcome, copy);
  const { report, failure, exitCode } = outcome;
  if (failure !== undefined && !(failure instanceof Failure))
    ports.log.warn(`a bug in Sluice: ${describe(failure)}`);
  for (const line of renderText(report, { useColour: false }).split('\n')) ports.log.info(line);
  await attempt('annotations', ports.log.warn, async () => {
    const files = report.result.checks.flatMap((c) => c.findings.flatMap(({ file }) => file ?? []));
    const tracked = await git.trackedOf([...new Set(files)]);
    for (const annotation of renderAnnotations(report, tracked)) actionOutputs.annotate(annotation);
  });
  await attempt('job summary', ports.log.warn, () =>
    actionOutputs.addSummary(renderMarkdown(report, { reportPath: outcome.files.html })),
  );
  if (exitCode !== 0) actionOutputs.fail(`${report.result.gate}: ${report.result.verdict}`);
}

function setOutputs({ gate, report: { result }, evidence, files }: Outcome, copy: string): void {
  const failed = result.checks.filter(({ status }) => status === 'fail' || status === 'error').length;
  const live = result.checks
    .flatMap((c) => c.findings)
    .filter(({ waivedBy }) => waivedBy === undefined).length;
  const common: Record<CommonOutput, string | number> = {
    verdict: result.verdict,
    evidence: copy,
    'evidence-digest': `sha256:${evidence.digest}`,
    report: files.html,
    sarif: files.sarif,
    'checks-failed': failed,
    findings: live,
  };
  const figures = gate.figures(result);
  for (const { name } of gate.headlines) actionOutputs.setOutput(name, figures[name] ?? '');
  for (const [name, value] of Object.entries(common)) actionOutputs.setOutput(name, value);
}

async function attempt(
  what: string,
  warn: (message: string) => void,
  show: () => Promise<void>,
): Promise<void> {
  try {
    await show();
  } catch (error) {
    warn(`the ${what} could not be written: ${describe(error)}`);
  }
}
