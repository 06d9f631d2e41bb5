import { Failure } from '../gate/failure.js';
import type { Gate } from '../platform/ports.js';
import { cliInputs, commonInputs } from '../run/common-inputs.js';
import { describe } from '../run/entry.js';
import type { Outcome } from '../run/outcome.js';
import { runGate } from '../run/run-gate.js';
import { type Grammar, HelpWanted, parseCommandLine } from './command-line.js';
import { type GateName, gates } from './gates.js';
import { printJson, showOutcome, writeIndex } from './present.js';
import { type CliSession, openSession } from './session.js';

/** Inputs that have a place of their own on the command line. */
const places: Partial<Record<GateName, Pick<Grammar, 'positional' | 'rest'>>> = {
  'audit-log': { positional: 'command' },
  'record-training': { rest: 'command' },
};

/** `sluice GATE …`: judges, shows, and gives the exit code. */
export async function runGateCommand(
  name: GateName,
  words: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const gate = await gates[name]();
  const inputs = [...gate.inputs, ...commonInputs, ...cliInputs];
  const values = parseCommandLine({ name, summary: gate.summary, inputs, ...places[name] }, words);
  if (values instanceof HelpWanted) {
    process.stdout.write(values.text);
    return 0;
  }
  const session = await openSession(values, signal);
  try {
    const json = values.has('json');
    const outcome = await judgeAndShow(gate, session, json);
    if (json) printJson(outcome.report.result);
    await writeIndex(outcome, session);
    return outcome.exitCode;
  } finally {
    await session.close();
  }
}

/** A bug is told apart from a verdict: its place is the log, not the report. */
export async function judgeAndShow(gate: Gate, session: CliSession, json: boolean): Promise<Outcome> {
  const outcome = await runGate(gate, session);
  const { failure } = outcome;
  if (failure !== undefined && !(failure instanceof Failure))
    process.stderr.write(`sluice: ${describe(failure)}\n`);
  showOutcome(outcome, session, json);
  return outcome;
}
