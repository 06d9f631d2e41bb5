import { checkSetup } from './doctor.js';
import { writeStarter } from './init.js';
import { runPipeline } from './run-pipeline.js';

/** A command that is not one gate. */
export interface Command {
  readonly summary: string;
  run(words: readonly string[], signal: AbortSignal): Promise<number>;
}

export const commands: ReadonlyMap<string, Command> = new Map([
  ['run', { summary: 'Run every gate of the pipeline, in order.', run: runPipeline }],
  [
    'init',
    {
      summary: 'Write a first config and workflow; `init data` suggests a suite from data.',
      run: writeStarter,
    },
  ],
  ['doctor', { summary: 'Check what Sluice needs here, and say what is missing.', run: checkSetup }],
]);
