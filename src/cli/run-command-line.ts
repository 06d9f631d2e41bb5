import { suggest } from '../config/suggest.js';
import { exitCodes } from '../gate/result.js';
import { toolVersion } from '../run/version.js';
import { CommandLineError } from './command-line.js';
import { commands } from './commands.js';
import { isGateName } from './gates.js';
import { helpText } from './help.js';
import { runGateCommand } from './run-gate-command.js';

/** `sluice WORDS…`: the exit code. */
export async function runCommandLine(words: readonly string[], signal: AbortSignal): Promise<number> {
  const [name, ...rest] = words;
  try {
    if (name === undefined || name === '--help' || name === '-h' || name === 'help')
      return print(await helpText());
    if (name === '--version' || name === '-V') return print(`${toolVersion}\n`);
    if (isGateName(name)) return await runGateCommand(name, rest, signal);
    const command = commands.get(name);
    if (command) return await command.run(rest, signal);
    throw new CommandLineError(unknown(name));
  } catch (error) {
    if (!(error instanceof CommandLineError)) throw error;
    process.stderr.write(`sluice: ${error.message}\n`);
    return exitCodes.config;
  }
}

function unknown(name: string): string {
  const known = [...commands.keys(), 'data-validate', 'scan-deps', 'fairness-gate'];
  return `there is no command ${JSON.stringify(name)}; ${suggest(name, known) ?? '`sluice --help` lists them'}`;
}

function print(text: string): number {
  process.stdout.write(text);
  return exitCodes.accepted;
}
