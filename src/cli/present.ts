import path from 'node:path';
import { resultToJson } from '../gate/evidence.js';
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
export function printJson({ report }: Outcome): void {
  process.stdout.write(`${JSON.stringify(resultToJson(report.result))}\n`);
}

/** The page over all reports, brought up to date. @returns its path. */
export async function writeIndex(outcome: Outcome, { ports, reportFolder }: CliSession): Promise<string> {
  const file = path.join(reportFolder, 'index.html');
  const stored = await ports.evidence.list();
  const page = await indexOf(
    outcome.report.result.pipeline,
    stored,
    async (name) => (isGateName(name) ? gates[name]() : undefined),
    ports.clock.now(),
  );
  await ports.files.write(file, page);
  return file;
}
