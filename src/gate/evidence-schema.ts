import { type Static, Type } from 'typebox';
import { severities } from './finding.js';
import { textLimits } from './limits.js';
import { roles } from './subject.js';
import { checkStatuses, verdicts } from './verdict.js';

const hex = (digits: number) => Type.String({ pattern: `^[0-9a-f]{${digits}}$` });
const text = (maxLength: number) => Type.String({ maxLength });
const count = Type.Integer({ minimum: 0 });
const anything = Type.Record(Type.String(), Type.Unknown());

export const digestSetSchema = Type.Object(
  {
    sha256: Type.Optional(hex(64)),
    dirHash: Type.Optional(hex(64)),
    omsRoot: Type.Optional(hex(64)),
    gitCommit: Type.Optional(Type.String({ pattern: '^([0-9a-f]{40}|[0-9a-f]{64})$' })),
  },
  { minProperties: 1 },
);

const findingSchema = Type.Object({
  severity: Type.Enum([...severities]),
  message: text(textLimits.message),
  file: Type.Optional(text(textLimits.file)),
  line: Type.Optional(count),
  column: Type.Optional(count),
  row: Type.Optional(count),
  sample: Type.Optional(text(textLimits.sample)),
  fix: Type.Optional(text(textLimits.fix)),
  ids: Type.Array(text(textLimits.id)),
  scopes: Type.Array(text(textLimits.scope)),
  fingerprint: hex(32),
  waivedBy: Type.Optional(text(textLimits.id)),
});

/** A check as written: the gate's own facts stand beside these fields. */
export const checkSchema = Type.Object({
  id: text(textLimits.checkId),
  title: text(textLimits.title),
  status: Type.Enum([...checkStatuses]),
  reason: Type.Optional(text(textLimits.reason)),
  inconclusiveAs: Type.Optional(Type.Enum(['warn', 'fail'])),
  observed: Type.Optional(Type.Unknown()),
  threshold: Type.Optional(Type.Unknown()),
  findings: Type.Array(findingSchema),
  findingCount: count,
});

const subjectSchema = Type.Object({
  name: text(4096),
  kind: Type.Enum(['file', 'set', 'snapshot']),
  role: Type.Enum([...roles]),
  digest: digestSetSchema,
  grade: Type.Enum(['bytes', 'store-checksum', 'snapshot']),
  label: Type.Optional(text(256)),
});

const waiverSchema = Type.Object({
  id: text(textLimits.id),
  scope: text(textLimits.scope),
  reason: text(4096),
  owner: text(256),
  approver: text(256),
  expires: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  approval: Type.Enum(['claimed', 'verified']),
  findings: Type.Array(hex(32)),
});

const settingsSchema = Type.Object({
  digest: hex(64),
  source: Type.Enum(['base', 'bootstrap', 'commit', 'local']),
  commit: Type.Optional(text(64)),
  file: text(4096),
  ignored: Type.Array(
    Type.Object({
      key: text(4096),
      used: Type.Union([text(4096), Type.Null()]),
      ignored: Type.Union([text(4096), Type.Null()]),
      file: Type.Optional(text(4096)),
      line: Type.Optional(count),
    }),
  ),
});

/** `schemas/gate-result.json`: what `--json` prints and what evidence carries. Unknown fields are allowed (minor versions add some). */
export const gateResultSchema = Type.Object(
  {
    schemaVersion: Type.String({ pattern: '^1\\.\\d+$' }),
    gate: text(64),
    pipeline: text(256),
    instance: text(256),
    verdict: Type.Enum([...verdicts]),
    mode: Type.Enum(['enforce', 'report']),
    checks: Type.Array(checkSchema),
    subjects: Type.Array(subjectSchema),
    materials: Type.Array(
      Type.Object({
        name: text(4096),
        digest: digestSetSchema,
        date: Type.Optional(text(64)),
        facts: Type.Optional(anything),
      }),
    ),
    metrics: anything,
    waivers: Type.Array(waiverSchema),
    settings: settingsSchema,
    judgedAt: Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }),
  },
  {
    $id: 'https://raw.githubusercontent.com/sluice-ml/sluice/v1/schemas/gate-result.json',
    title: 'Sluice gate result',
  },
);
export type GateResultJson = Static<typeof gateResultSchema>;

export const runSchema = Type.Object({
  kind: Type.Enum(['github', 'local']),
  event: text(64),
  repository: Type.Optional(text(256)),
  repositoryId: Type.Optional(text(32)),
  ownerId: Type.Optional(text(32)),
  workflowRef: Type.Optional(text(1024)),
  jobWorkflowRef: Type.Optional(text(1024)),
  runId: Type.Optional(text(32)),
  runAttempt: Type.Optional(text(16)),
  job: Type.Optional(text(256)),
  commit: Type.Optional(text(64)),
  ref: Type.Optional(text(1024)),
  actor: Type.Optional(text(256)),
  runnerEnvironment: Type.Optional(text(64)),
  serverUrl: Type.Optional(text(1024)),
});

/** `schemas/evidence.json`: the extension that an evidence statement carries beside the standard predicate. */
export const evidenceDetailsSchema = Type.Object(
  {
    result: gateResultSchema,
    run: runSchema,
    tool: Type.Object({ name: Type.Literal('sluice'), version: text(64) }),
    /** Names of fields a reader must understand or refuse the evidence. */
    critical: Type.Array(text(256)),
  },
  {
    $id: 'https://raw.githubusercontent.com/sluice-ml/sluice/v1/schemas/evidence.json',
    title: 'Sluice evidence extension',
  },
);

const resourceDescriptor = Type.Object({ name: Type.Optional(text(4096)), digest: digestSetSchema });

/** in-toto Statement v1 with the test-result predicate, or ours where the gate was skipped. */
export const statementSchema = Type.Object({
  _type: Type.Literal('https://in-toto.io/Statement/v1'),
  subject: Type.Array(Type.Object({ name: text(4096), digest: digestSetSchema })),
  predicateType: text(256),
  predicate: Type.Object({
    result: Type.Optional(Type.Enum(['PASSED', 'WARNED', 'FAILED'])),
    configuration: Type.Optional(Type.Array(resourceDescriptor)),
    url: Type.Optional(text(2048)),
    passedTests: Type.Optional(Type.Array(text(1300))),
    warnedTests: Type.Optional(Type.Array(text(1300))),
    failedTests: Type.Optional(Type.Array(text(1300))),
  }),
});
