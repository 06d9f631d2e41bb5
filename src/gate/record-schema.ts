import { type Static, Type } from 'typebox';
import { digestSetSchema, runSchema } from './evidence-schema.js';
import { checkStatuses, verdicts } from './verdict.js';

const hex64 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const text = Type.String({ maxLength: 1024 });
const anything = Type.Unknown();

/** What an entry of the audit log tells of: one event each. */
const recordEvents = ['gate', 'training', 'signature', 'verification'] as const;
export type RecordEvent = (typeof recordEvents)[number];

const subject = Type.Object({ name: text, role: Type.Optional(text), digest: digestSetSchema });
const material = Type.Object({ name: text, digest: digestSetSchema, date: Type.Optional(text) });
const judgedCheck = Type.Object({
  id: text,
  status: Type.Enum([...checkStatuses]),
  findings: Type.Integer({ minimum: 0 }),
  observed: Type.Optional(anything),
  threshold: Type.Optional(anything),
});
const waiver = Type.Object({
  id: text,
  scope: text,
  owner: text,
  approver: text,
  expires: text,
  approval: Type.Enum(['claimed', 'verified']),
});

/** `schemas/audit-record.json`: an entry of the audit log. Unknown fields are allowed (minor versions add some). */
export const recordSchema = Type.Object(
  {
    schemaVersion: Type.String({ pattern: '^1\\.\\d+$' }),
    event: Type.Enum([...recordEvents]),
    /** Equal for the same event however often it is handed in: an entry is appended once. */
    key: hex64,
    time: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z$' }),
    /** Where in the pipeline: `data`, `dependencies`, `training`, `evaluation`, `policy`, `signing`, `deployment`. */
    stage: text,
    pipeline: Type.Optional(text),
    gate: text,
    instance: Type.Optional(text),
    verdict: Type.Optional(Type.Enum([...verdicts])),
    mode: Type.Optional(Type.Enum(['enforce', 'report'])),
    /** Actor, workflow identity, repository, run, attempt, job, commit. */
    run: runSchema,
    /** What it was judged by, or trained with. */
    parameters: Type.Optional(
      Type.Object({ digest: hex64, source: text, file: Type.Optional(text), commit: Type.Optional(text) }),
    ),
    checks: Type.Array(judgedCheck),
    subjects: Type.Array(subject),
    materials: Type.Array(material),
    waivers: Type.Array(waiver),
    /** How many of the four lists' items were left out so that the entry fits; the evidence has them all. */
    omitted: Type.Integer({ minimum: 0 }),
    /** SHA-256 of the stored evidence or statement that this record sums up. */
    evidence: hex64,
    /** SHA-256 of the signature bundle that was written or checked. */
    bundle: Type.Optional(hex64),
    versions: Type.Object({ sluice: Type.Optional(text) }),
  },
  {
    $id: 'https://raw.githubusercontent.com/sluice-ml/sluice/v1/schemas/audit-record.json',
    title: 'Sluice audit record',
  },
);
export type AuditRecordJson = Static<typeof recordSchema>;
