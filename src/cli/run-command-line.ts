import { defaultConfigPath } from '../config/load-pipeline.js';
import { suggest } from '../config/suggest.js';
import { configError } from '../gate/failure.js';
import { exitCodes, type GateResult } from '../gate/result.js';
import { systemClock } from '../platform/clock.js';
import { Interruption } from '../platform/interrupt.js';
import { failedResult, unknownSetting } from '../run/failed-result.js';
import { toolVersion } from '../run/version.js';
import { commands } from './commands.js';
import { gates, isGateName } from './gates.js';
import { helpText } from './help.js';
import { printJson } from './present.js';
import { runGateCommand } from './run-gate-command.js';

/**
 * `sluice WORDS…`: the exit code.
 *
 * @throws Failure when the words make no command, or its outcome cannot be kept; with `--json` its result is printed before.
 */
export async function runCommandLine(words: readonly string[], signal: AbortSignal): Promise<number> {
  try {
    return await obey(words, signal);
  } catch (error) {
    if (asksForJson(words) && !(error instanceof Interruption)) printJson(resultOf(words, error));
    throw error;
  }
}

async function obey([name, ...rest]: readonly string[], signal: AbortSignal): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h' || name === 'help')
    return print(await helpText());
  if (name === '--version' || name === '-V') return print(`${toolVersion}\n`);
  if (isGateName(name)) return runGateCommand(name, rest, signal);
  const command = commands.get(name);
  if (command) return command.run(rest, signal);
  throw unknown(name);
}

function unknown(name: string) {
  const near = suggest(name, [...commands.keys(), ...Object.keys(gates)]);
  return configError(`there is no command ${JSON.stringify(name)}`, {
    fix: near ?? '`sluice --help` lists them',
  });
}

/** Words after `--` are another program's. */
function asksForJson(words: readonly string[]): boolean {
  const own = words.indexOf('--');
  return words.slice(0, own < 0 ? words.length : own).includes('--json');
}

/** Of a command that came to no result of its own: who reads JSON gets a result whatever happens. */
function resultOf([name = '']: readonly string[], failure: unknown): GateResult {
  // `run` answers with the result of its last gate.
  const gate = name === 'run' ? 'policy-gate' : isGateName(name) ? name : 'sluice';
  const fallback = { pipeline: 'unknown', instance: '', configFile: defaultConfigPath };
  return failedResult(unknownSetting(gate, systemClock.now(), fallback), failure);
}

function print(text: string): number {
  process.stdout.write(text);
  return exitCodes.accepted;
}
