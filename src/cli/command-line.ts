import { Command, CommanderError, Option } from 'commander';
import { configError, type Failure } from '../gate/failure.js';
import type { Input } from '../gate/input.js';

/** Values as typed: text, or a list where a flag may be repeated; `true` for a flag without a value. */
export type RawValues = ReadonlyMap<string, string | readonly string[] | true>;

/** What one command takes beside its flags. */
export interface Grammar {
  readonly name: string;
  readonly summary: string;
  readonly inputs: readonly Input[];
  /** Input that takes the first word (`audit-log append`). */
  readonly positional?: string;
  /** Input that takes everything after `--` (`record-training -- COMMAND…`). */
  readonly rest?: string;
}

/** `--help` was asked for; `text` is the answer. */
export class HelpWanted {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** @throws Failure('config') naming the flag and the nearest known one. */
export function parseCommandLine(grammar: Grammar, words: readonly string[]): RawValues | HelpWanted {
  const split = words.indexOf('--');
  const before = split < 0 ? words : words.slice(0, split);
  const after = split < 0 ? [] : words.slice(split + 1);
  if (after.length > 0 && grammar.rest === undefined) {
    throw configError(`${grammar.name} takes nothing after --`, { fix: 'leave that out' });
  }
  const command = commandFor(grammar);
  if (before.includes('--help') || before.includes('-h')) return new HelpWanted(command.helpInformation());
  parse(command, before);

  const values = new Map<string, string | readonly string[] | true>(valuesOf(command, grammar));
  if (grammar.rest !== undefined && after.length > 0) values.set(grammar.rest, after);
  return values;
}

function commandFor({ name, summary, inputs, positional, rest }: Grammar): Command {
  const command = new Command(`sluice ${name}`)
    .description(summary)
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
    .helpOption('-h, --help', 'Show this.')
    .allowExcessArguments(false);
  const taken = inputs.find((input) => input.name === positional);
  if (taken) command.argument('[command]', `${taken.description} One of: ${taken.choices?.join(', ')}.`);
  for (const input of inputs)
    if (input.name !== positional && input.name !== rest) command.addOption(optionFor(input));
  if (rest !== undefined) command.usage('[options] -- COMMAND…');
  return command;
}

function optionFor({ name, kind, value = 'VALUE', description, choices }: Input): Option {
  const option = new Option(kind === 'flag' ? `--${name}` : `--${name} <${value}>`, plain(description));
  if (choices) option.choices([...choices]);
  if (kind === 'list') option.argParser((word: string, sofar: readonly string[] = []) => [...sofar, word]);
  return option;
}

/** Descriptions are written for README tables; a terminal shows no back-ticks. */
function plain(description: string): string {
  return description.replaceAll('`', '');
}

function parse(command: Command, words: readonly string[]) {
  try {
    command.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw inOurWords(error, command.name());
  }
}

/** Commander puts the nearest flag on a line of its own. */
function inOurWords({ message }: CommanderError, command: string): Failure {
  const [what = '', near] = message.replace(/^error: /, '').split(/\n\(Did you mean (?:one of )?(.*)\?\)$/s);
  return configError(what.replace(/\.$/, ''), {
    fix: near ? `did you mean ${near}?` : seeHelp(command),
  });
}

function seeHelp(command: string): string {
  return `\`${command} --help\` lists what it takes`;
}

function* valuesOf(
  command: Command,
  { inputs, positional }: Grammar,
): Iterable<[string, string | readonly string[] | true]> {
  const [first] = command.args;
  if (positional !== undefined && first !== undefined) yield [positional, first];
  for (const option of command.options) {
    const value: unknown = command.getOptionValue(option.attributeName());
    const input = inputs.find(({ name }) => name === option.name());
    if (!input || value === undefined) continue;
    const given = value === true || Array.isArray(value) ? value : String(value);
    for (const word of [given].flat()) assertNoFlag(input, word, command, inputs);
    yield [input.name, given];
  }
}

/** Commander takes the next word for the value whatever it is: `--suite --json` would look for a suite called `--json`. */
function assertNoFlag({ name }: Input, word: unknown, command: Command, inputs: readonly Input[]): void {
  if (!inputs.some((input) => word === `--${input.name}`)) return;
  throw configError(`--${name} lacks its value: ${word} follows`, { fix: seeHelp(command.name()) });
}
