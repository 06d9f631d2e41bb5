import { mergeJudgements } from '../gate/result.js';
import type { Gate } from '../platform/ports.js';
import { judgeDependencies } from './dependencies/judge.js';
import { inputs } from './inputs.js';
import { judgeModels } from './models/judge.js';
import { figures, headlines, report } from './report.js';
import { type Settings, settingsSchema } from './settings.js';

/** Judges what a model is built from and what it ships with: dependencies by lock file, model files by content. */
export const scanDeps: Gate<Settings> = {
  name: 'scan-deps',
  summary: 'Judges dependencies (pins, known vulnerabilities) and model files (code in pickles), offline.',
  settings: settingsSchema,
  inputs,
  needsSection: true,
  headlines,
  judge: async ({ settings, pipeline, ports }) => {
    const models = await judgeModels(ports, settings, pipeline);
    return mergeJudgements([await judgeDependencies(ports, settings), ...(models ? [models] : [])]);
  },
  figures,
  report,
};
