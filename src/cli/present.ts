import path from 'node:path';
import { resultToJson } from '../gate/evidence.js';
import { Failure } from '../gate/failure.js';
import type { GateResult } from '../gate/result.js';
import { wantsColor } from '../platform/log.js';
import { indexOf } from '../run/index-of.js';
import type { Outcome } from '../run/outcome.js';
import { renderText } from '../surfaces/text.js';
import { gates, isGateName } from './gates.js';
import type { CliSession } from './session.js';

/** Text for people; goes to standard error where JSON has standard output. */
export function showOutcome({ report, files }: Outcome, { ports }: CliSession, json: boolean): void {
  const stream = json ? process.stderr : process.stdout;
  const text = renderText(report, { useColour: wantsColor(process.env, stream) });
  stream.write(`${text}  report ${ports.files.display(files.html)}\n`);
}

/** One GateResult, on one line. */
export function printJson(result: GateResult): void {
  process.stdout.write(`${JSON.stringify(resultToJson(result))}\n`);
}

/** Brings the page over all reports up to date. What hinders that is only said: verdict and evidence stand. */
export async function writeIndex(outcome: Outcome, session: CliSession): Promise<void> {
  const { files, log } = session.ports;
  try {
    await files.write(indexFile(session), await indexPage(outcome, session));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    log.warn(`the index of all reports was not written: ${error.message}`);
  }
}

export function indexFile({ reportFolder }: CliSession): string {
  return path.join(reportFolder, 'index.html');
}

async function indexPage(outcome: Outcome, { ports }: CliSession): Promise<string> {
  const stored = await ports.evidence.list();
  return indexOf(
    outcome.report.result.pipeline,
    stored,
    async (name) => (isGateName(name) ? gates[name]() : undefined),
    ports.clock.now(),
  );
}
