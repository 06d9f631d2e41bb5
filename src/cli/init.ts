import path from 'node:path';
import { defaultConfigPath } from '../config/load-pipeline.js';
import { exitCodes } from '../gate/result.js';
import { cliInputs } from '../run/common-inputs.js';
import { HelpWanted, parseCommandLine } from './command-line.js';
import { openSession } from './session.js';
import { starterConfig, starterWorkflow } from './starter.js';

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
