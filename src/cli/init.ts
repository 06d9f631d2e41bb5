import path from 'node:path';
import { defaultConfigPath } from '../config/load-pipeline.js';
import { configError } from '../gate/failure.js';
import { exitCodes } from '../gate/result.js';
import { cliInputs } from '../run/common-inputs.js';
import { HelpWanted, parseCommandLine } from './command-line.js';
import { openSession } from './session.js';
import { starterConfig, starterWorkflow } from './starter.js';

const dataGrammar = {
  name: 'init data',
  summary: 'Suggest a suite from data: types, keys, sets, ranges and shares of absent values.',
  inputs: [
    {
      name: 'data',
      kind: 'list',
      value: 'GLOB',
      description: 'Files to suggest a suite from: CSV, JSON, JSON lines, Parquet or Arrow.',
    },
    {
      name: 'suite',
      kind: 'text',
      value: 'FILE',
      description: 'File to write; `suite.yml` unless given. One that is there stays as it is.',
    },
    ...cliInputs.filter(({ name }) => name === 'evidence-dir'),
  ],
} as const;

const grammar = {
  name: 'init',
  summary: 'Write a first config and workflow, in mode `report`. Files that are there stay as they are.',
  inputs: cliInputs.filter(({ name }) => name === 'evidence-dir'),
};

const starters = [
  [defaultConfigPath, starterConfig],
  ['.github/workflows/sluice.yml', starterWorkflow],
] as const;

export async function writeStarter(words: readonly string[], signal: AbortSignal): Promise<number> {
  if (words[0] === 'data') return writeSuite(words.slice(1), signal);
  const values = parseCommandLine(grammar, words);
  if (values instanceof HelpWanted) {
    process.stdout.write(values.text);
    return exitCodes.accepted;
  }
  const session = await openSession(values, signal);
  try {
    for (const [file, text] of starters) {
      const there = (await session.ports.files.kind(file)) !== 'missing';
      if (!there) await session.ports.files.write(path.join(process.cwd(), file), text);
      process.stdout.write(`${there ? 'kept ' : 'wrote'} ${file}\n`);
    }
    process.stdout.write('Next: name your data and lock file in it, then `sluice run`.\n');
    return exitCodes.accepted;
  } finally {
    await session.close();
  }
}

/** `sluice init data`: never over a file that is there. */
async function writeSuite(words: readonly string[], signal: AbortSignal): Promise<number> {
  const values = parseCommandLine(dataGrammar, words);
  if (values instanceof HelpWanted) {
    process.stdout.write(values.text);
    return exitCodes.accepted;
  }
  const patterns = [values.get('data') ?? []].flat().map(String);
  const target = String(values.get('suite') ?? 'suite.yml');
  if (patterns.length === 0)
    throw configError('no data are named', { fix: 'add `--data FILE`: a suite is suggested from them' });
  const session = await openSession(values, signal);
  try {
    const { files } = session.ports;
    if ((await files.kind(target)) !== 'missing')
      throw configError('is there already, and is not written over', {
        place: { file: target },
        fix: 'name another file by `--suite`',
      });
    const { suggestSuite } = await import('../data-validate/suggest/suggest-suite.js');
    await files.write(target, await suggestSuite(patterns, session.ports));
    process.stdout.write(
      `wrote ${target}\nNext: read it, then \`sluice data-validate --data ${patterns[0]} --suite ${target}\`.\n`,
    );
    return exitCodes.accepted;
  } finally {
    await session.close();
  }
}
