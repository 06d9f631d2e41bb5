import { type Static, Type } from 'typebox';
import { evidenceKey, sha256 } from './evidence.js';
import { digestSetSchema } from './evidence-schema.js';
import { canonicalJson, type Json } from './json.js';
import { limits } from './limits.js';
import type { RunContext } from './run-context.js';
import { schemaGuard } from './schema-guard.js';
import { parseStatement, StatementError, statementType } from './statement.js';
import { type DigestSet, type Role, roles } from './subject.js';

/** SLSA provenance v1.0 (slsa.dev/spec/v1.0/provenance). */
export const provenanceType = 'https://slsa.dev/provenance/v1';
/** How to read `externalParameters` and `resolvedDependencies`: one command, run by `record-training`. */
const buildType = 'https://sluice-ml.github.io/build-types/recorded-step/v1';
const localBuilder = 'https://sluice-ml.github.io/builders/local/v1';

/** What went into a recorded step, or came out. */
export interface StepItem {
  readonly name: string;
  readonly role: Role;
  readonly digest: DigestSet;
  /** Which dataset of the pipeline, where it is one. */
  readonly label?: string;
}

/** The commit that was checked out, and whether the files were still those of the commit. */
export interface StepSource {
  readonly commit: string;
  /** `git+https://…`, where the run knows its repository. */
  readonly uri?: string;
  /** Tracked files that differ from the commit when the step began. */
  readonly modified: number;
  /** Files that are neither tracked nor ignored. */
  readonly untracked: number;
}

/** One recorded run of a command. Nothing of its environment is kept: it holds secrets. */
export interface RecordedStep {
  readonly pipeline: string;
  /** `train`, `predict` … */
  readonly step: string;
  readonly command: readonly string[];
  /** Absent outside a git checkout. */
  readonly source?: StepSource;
  readonly inputs: readonly StepItem[];
  readonly outputs: readonly StepItem[];
  /** ISO 8601, UTC. */
  readonly startedOn: string;
  readonly finishedOn: string;
  readonly builder: string;
  /** Address of the run, where it has one. */
  readonly invocationId?: string;
}

export interface Provenance extends RecordedStep {
  /** SHA-256 of the stored bytes, lower-case hex. */
  readonly storedDigest: string;
}

/** Name in the evidence store; one per pipeline and step. */
export function provenanceName({ pipeline, step }: Pick<RecordedStep, 'pipeline' | 'step'>): string {
  return evidenceKey({ pipeline, gate: 'training', instance: step === 'train' ? '' : step });
}

/** Who ran a step, and in which run (SLSA `builder.id`, `invocationId`). */
export function builderOf(run: RunContext): Pick<RecordedStep, 'builder' | 'invocationId'> {
  const { serverUrl, repository, runId, runAttempt = '1' } = run;
  const workflow = run.jobWorkflowRef ?? run.workflowRef;
  return {
    builder: serverUrl && workflow ? `${serverUrl}/${workflow}` : localBuilder,
    ...(serverUrl &&
      repository &&
      runId && { invocationId: `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt}` }),
  };
}

/** Canonical JSON and a newline. @throws RangeError when it would be too large to be read again. */
export function writeProvenance(record: RecordedStep): Uint8Array {
  const { pipeline, step, command, source, inputs, outputs } = record;
  const statement = {
    _type: statementType,
    subject: outputs.map(describeItem),
    predicateType: provenanceType,
    predicate: {
      buildDefinition: {
        buildType,
        externalParameters: { command, pipeline, step },
        resolvedDependencies: [...(source ? [describeSource(source)] : []), ...inputs.map(describeItem)],
      },
      runDetails: {
        builder: { id: record.builder },
        metadata: {
          ...(record.invocationId !== undefined && { invocationId: record.invocationId }),
          startedOn: record.startedOn,
          finishedOn: record.finishedOn,
        },
      },
    },
  };
  const bytes = Buffer.from(`${canonicalJson(JSON.parse(JSON.stringify(statement)) as Json)}\n`);
  if (bytes.byteLength > limits.evidenceBytes) throw new RangeError('the training record is too large');
  return bytes;
}

function describeItem({ name, digest, role, label }: StepItem) {
  return { name, digest, annotations: { role, ...(label !== undefined && { label }) } };
}

function describeSource({ commit, uri, modified, untracked }: StepSource) {
  return {
    ...(uri !== undefined && { uri }),
    digest: { gitCommit: commit },
    annotations: { modified, untracked },
  };
}

const text = (maxLength: number) => Type.String({ maxLength });
const count = Type.Integer({ minimum: 0 });
const itemSchema = Type.Object({
  name: text(4096),
  digest: digestSetSchema,
  annotations: Type.Object({ role: Type.Enum([...roles]), label: Type.Optional(text(256)) }),
});
const sourceSchema = Type.Object({
  uri: Type.Optional(text(4096)),
  digest: Type.Object({ gitCommit: Type.String({ pattern: '^([0-9a-f]{40}|[0-9a-f]{64})$' }) }),
  annotations: Type.Object({ modified: count, untracked: count }, { additionalProperties: false }),
});
const provenanceSchema = Type.Object({
  _type: Type.Literal(statementType),
  subject: Type.Array(itemSchema, { minItems: 1 }),
  predicateType: Type.Literal(provenanceType),
  predicate: Type.Object({
    buildDefinition: Type.Object({
      buildType: Type.Literal(buildType),
      externalParameters: Type.Object({
        command: Type.Array(Type.String(), { minItems: 1 }),
        pipeline: text(256),
        step: text(64),
      }),
      resolvedDependencies: Type.Array(Type.Union([sourceSchema, itemSchema])),
    }),
    runDetails: Type.Object({
      builder: Type.Object({ id: text(2048) }),
      metadata: Type.Object({
        invocationId: Type.Optional(text(2048)),
        startedOn: text(64),
        finishedOn: text(64),
      }),
    }),
  }),
});
type ProvenanceJson = Static<typeof provenanceSchema>;
const isProvenance = schemaGuard<ProvenanceJson>(provenanceSchema);

/**
 * Reads a stored training record, trusting nothing: size, strict JSON, schema, one source at most.
 *
 * @throws StatementError
 */
export function readProvenance(bytes: Uint8Array): Provenance {
  if (bytes.byteLength > limits.evidenceBytes) {
    throw new StatementError(`is larger than ${limits.evidenceBytes} bytes`);
  }
  const { subject, predicate } = parseStatement(bytes, isProvenance, 'a training record');
  const { buildDefinition, runDetails } = predicate;
  const { command, pipeline, step } = buildDefinition.externalParameters;
  const { invocationId, startedOn, finishedOn } = runDetails.metadata;
  const dependencies = buildDefinition.resolvedDependencies;
  const [source, ...more] = dependencies.filter(isSource);
  if (more.length > 0) throw new StatementError('names two sources');
  return {
    pipeline,
    step,
    command,
    ...(source && { source: readSource(source) }),
    inputs: dependencies.filter(isItem).map(readItem),
    outputs: subject.map(readItem),
    startedOn,
    finishedOn,
    builder: runDetails.builder.id,
    ...(invocationId !== undefined && { invocationId }),
    storedDigest: sha256(bytes),
  };
}

type Item = Static<typeof itemSchema>;
type Source = Static<typeof sourceSchema>;

function isItem(one: Item | Source): one is Item {
  return 'role' in one.annotations;
}

function isSource(one: Item | Source): one is Source {
  return !isItem(one);
}

function readItem({ name, digest, annotations }: Item): StepItem {
  const { role, label } = annotations;
  return { name, digest, role, ...(label !== undefined && { label }) };
}

function readSource({ uri, digest, annotations }: Source): StepSource {
  const { modified, untracked } = annotations;
  return { commit: digest.gitCommit, ...(uri !== undefined && { uri }), modified, untracked };
}
