import { loadPipeline } from '../config/load-pipeline.js';
import { exitCodes } from '../gate/result.js';
import { cliInputs, commonInputs } from '../run/common-inputs.js';
import type { Outcome } from '../run/outcome.js';
import { readCommon } from '../run/session.js';
import { HelpWanted, parseCommandLine } from './command-line.js';
import { gates, judgingGates } from './gates.js';
import { indexFile, printJson, writeIndex } from './present.js';
import { judgeAndShow } from './run-gate-command.js';
import { type CliSession, openSession } from './session.js';

const grammar = {
  name: 'run',
  summary:
    'Run every gate of the pipeline, in order: those that judge, then the policy gate over their evidence.',
  // What its own gates come to nobody can have announced.
  inputs: [...commonInputs.filter(({ name }) => name !== 'expect'), ...cliInputs],
};

/** `sluice run`: the worst exit code; every gate runs whatever came before it. `--json` prints the policy gate's result. */
export async function runPipeline(words: readonly string[], signal: AbortSignal): Promise<number> {
  const values = parseCommandLine(grammar, words);
  if (values instanceof HelpWanted) {
    process.stdout.write(values.text);
    return exitCodes.accepted;
  }
  const session = await openSession(values, signal);
  try {
    const outcomes = await runAll(session, values.has('json'));
    const last = outcomes.at(-1);
    if (!last) return exitCodes.couldNotJudge;
    if (values.has('json')) printJson(last.report.result);
    await writeIndex(last, session);
    process.stderr.write(`\nAll reports: ${session.ports.files.display(indexFile(session))}\n`);
    return Math.max(...outcomes.map(({ exitCode }) => exitCode));
  } finally {
    await session.close();
  }
}

async function runAll(session: CliSession, json: boolean): Promise<readonly Outcome[]> {
  const { config, pipeline } = readCommon(session);
  const { requiredGates } = await loadPipeline({
    run: session.ports.run,
    files: session.ports.files,
    ...(config !== undefined && { config }),
    ...(pipeline !== undefined && { pipeline }),
  });
  const outcomes: Outcome[] = [];
  for (const name of judgingGates) {
    if (name !== 'policy-gate' && !requiredGates.includes(name)) continue;
    outcomes.push(await judgeAndShow(await gates[name](), session, json));
  }
  return outcomes;
}
