import type { Gate } from '../platform/ports.js';
import { inputs } from './inputs.js';
import { judgePolicy } from './judge.js';
import { figures, headlines, report } from './report.js';
import { type Settings, settingsSchema } from './settings.js';

export const policyGate: Gate<Settings> = {
  name: 'policy-gate',
  summary: 'Lets nothing pass unless every required gate has judged these very files, freshly, and passed',
  settings: settingsSchema,
  inputs,
  headlines,
  judge: judgePolicy,
  figures,
  report,
};
