import type { Judgement } from '../gate/result.js';
import type { Gate, Task } from '../platform/ports.js';
import { appendRecords } from './append.js';
import { examineStore } from './doctor.js';
import { inputs } from './inputs.js';
import { proveEntry } from './prove.js';
import { queryLog } from './query.js';
import { figures, headlines, report } from './report.js';
import { type Command, type Settings, settingsSchema } from './settings.js';
import { verifyLog } from './verify.js';

const commands: Readonly<Record<Command, (task: Task<Settings>) => Promise<Judgement>>> = {
  append: appendRecords,
  verify: verifyLog,
  proof: proveEntry,
  query: queryLog,
  doctor: examineStore,
};

export const auditLog: Gate<Settings> = {
  name: 'audit-log',
  summary: 'Keeps every outcome in a log in which edits, removals and rewritten history show',
  settings: settingsSchema,
  inputs,
  headlines,
  judge: (task) => commands[task.settings.command ?? 'append'](task),
  figures,
  report,
};
