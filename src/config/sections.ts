import type { TSchema } from 'typebox';
import { settingsSchema as auditLog } from '../audit-log/settings.js';
import { settingsSchema as dataValidate } from '../data-validate/settings.js';
import { settingsSchema as fairnessGate } from '../fairness-gate/settings.js';
import { settingsSchema as policyGate } from '../policy-gate/settings.js';
import { settingsSchema as recordTraining } from '../record-training/settings.js';
import { settingsSchema as scanDeps } from '../scan-deps/settings.js';
import { settingsSchema as signModel } from '../sign-model/settings.js';
import { settingsSchema as verifyModel } from '../verify-model/settings.js';

/** Each gate's section of a pipeline, in the order in which `sluice run` runs them. */
const sections = {
  'data-validate': dataValidate,
  'scan-deps': scanDeps,
  'record-training': recordTraining,
  'fairness-gate': fairnessGate,
  'policy-gate': policyGate,
  'sign-model': signModel,
  'verify-model': verifyModel,
  'audit-log': auditLog,
} as const satisfies Readonly<Record<string, TSchema>>;

export const sectionSchemas: ReadonlyMap<string, TSchema> = new Map(Object.entries(sections));
export const sectionNames: readonly string[] = [...sectionSchemas.keys()];
