import { clip } from './clip.js';
import { type Evidence, sha256 } from './evidence.js';
import { canonicalJson, type Json, type JsonObject } from './json.js';
import type { Provenance } from './provenance.js';
import { type AuditRecordJson, type RecordEvent, recordSchema } from './record-schema.js';
import type { GateResult } from './result.js';
import type { RunContext } from './run-context.js';
import { schemaGuard } from './schema-guard.js';
import { JsonError, parseStrictJson } from './strict-json.js';
import type { DigestSet } from './subject.js';

/** One entry of the audit log. */
export type AuditRecord = AuditRecordJson;
const recordVersion = '1.0';
/** The length of an entry is a uint16 (C2SP tlog-tiles). */
export const maxRecordBytes = 0xffff;
/** Characters of a name or path that a record keeps. */
const maxText = 1024;
/** Bytes of a check's observed value or threshold that a record keeps. */
const maxValueBytes = 512;

type ListName = 'checks' | 'subjects' | 'materials' | 'waivers';

/** The bytes are not an audit record. The message says why. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
}

const events: Readonly<Record<string, RecordEvent>> = {
  'sign-model': 'signature',
  'verify-model': 'verification',
  'record-training': 'training',
};
const stages: Readonly<Record<string, string>> = {
  'data-validate': 'data',
  'scan-deps': 'dependencies',
  'record-training': 'training',
  'fairness-gate': 'evaluation',
  'policy-gate': 'policy',
  'sign-model': 'signing',
  'verify-model': 'deployment',
};

/** The record of what a gate came to, from its evidence. */
export function recordOf({ result, run, toolVersion, digest }: Evidence): AuditRecord {
  const { settings } = result;
  const bundle = result.subjects.find(({ role }) => role === 'bundle')?.digest.sha256;
  return fitted({
    schemaVersion: recordVersion,
    event: events[result.gate] ?? 'gate',
    key: keyOf(run, result.gate, result.instance, digest),
    time: result.judgedAt,
    stage: stages[result.gate] ?? clip(result.gate, maxText),
    pipeline: result.pipeline,
    gate: result.gate,
    instance: result.instance,
    verdict: result.verdict,
    mode: result.mode,
    run,
    parameters: {
      digest: settings.digest,
      source: settings.source,
      file: clip(settings.file, maxText),
      ...(settings.commit !== undefined && { commit: settings.commit }),
    },
    ...listsOf(result),
    omitted: 0,
    evidence: digest,
    ...(bundle !== undefined && { bundle }),
    versions: { sluice: toolVersion },
  });
}

function listsOf({ checks, subjects, materials, waivers }: GateResult): Pick<AuditRecord, ListName> {
  return {
    checks: checks.map(({ id, status, findingCount, observed, threshold }) => ({
      id,
      status,
      findings: findingCount,
      ...small('observed', observed),
      ...small('threshold', threshold),
    })),
    subjects: subjects.map(({ name, role, digest }) => ({ name: clip(name, maxText), role, digest })),
    materials: materials.map(({ name, digest, date }) => ({
      name: clip(name, maxText),
      digest,
      ...(date !== undefined && { date }),
    })),
    waivers: waivers.map(({ id, scope, owner, approver, expires, approval }) => ({
      id,
      scope: clip(scope, maxText),
      owner,
      approver,
      expires,
      approval,
    })),
  };
}

/** The record of a training run (or another recorded step), from its provenance statement. */
export function recordOfTraining(step: Provenance): AuditRecord {
  const run = runOf(step);
  const items = [...step.outputs, ...step.inputs];
  return fitted({
    schemaVersion: recordVersion,
    event: 'training',
    key: keyOf(run, 'training', step.step, step.storedDigest),
    time: step.finishedOn,
    stage: 'training',
    pipeline: step.pipeline,
    gate: 'training',
    instance: step.step,
    run,
    parameters: { digest: sha256(canonicalJson(step.command)), source: 'command' },
    checks: [],
    subjects: items.map(({ name, role, digest }) => ({ name: clip(name, maxText), role, digest })),
    materials: [],
    waivers: [],
    omitted: 0,
    evidence: step.storedDigest,
    versions: {},
  });
}

/** What the statement says of its run: its address holds repository, run and attempt. */
function runOf({ builder, invocationId, source }: Provenance): RunContext {
  const address = /^(https:\/\/[^/]+)\/([^/]+\/[^/]+)\/actions\/runs\/(\d+)\/attempts\/(\d+)$/;
  const [, serverUrl, repository, runId, runAttempt] = address.exec(invocationId ?? '') ?? [];
  return {
    kind: runId === undefined ? 'local' : 'github',
    event: 'training',
    workflowRef: clip(builder, maxText),
    ...(serverUrl && repository && runId && runAttempt && { serverUrl, repository, runId, runAttempt }),
    ...(source && { commit: source.commit }),
  };
}

/** Idempotency key: the same outcome of the same job attempt is one event, however often it is handed in. */
function keyOf(run: RunContext, gate: string, instance: string, digest: string): string {
  const repository = run.repositoryId ?? run.repository ?? '';
  const place = [repository, run.runId ?? '', run.runAttempt ?? '', run.job ?? ''];
  return sha256(canonicalJson([...place, gate, instance, digest]));
}

function small(name: string, value: Json | undefined): JsonObject {
  return value !== undefined && Buffer.byteLength(canonicalJson(value)) <= maxValueBytes
    ? { [name]: value }
    : {};
}

/** Shortens the lists until the entry fits: everything else in a record is bounded, and the evidence's digest covers the rest. */
function fitted(whole: AuditRecord): AuditRecord {
  for (const most of [1000, 300, 100, 30, 10, 3, 1]) {
    const record = shorten(whole, most);
    if (writeRecord(record).byteLength <= maxRecordBytes) return record;
  }
  return shorten(whole, 0);
}

function shorten(whole: AuditRecord, most: number): AuditRecord {
  const { checks, subjects, materials, waivers } = whole;
  const omitted = [checks, subjects, materials, waivers].reduce(
    (sum, list) => sum + Math.max(0, list.length - most),
    0,
  );
  return {
    ...whole,
    checks: checks.slice(0, most),
    subjects: subjects.slice(0, most),
    materials: materials.slice(0, most),
    waivers: waivers.slice(0, most),
    omitted,
  };
}

/** Canonical JSON without a newline: these bytes are the entry. @throws RecordError on what could not be read again. */
export function writeRecord(record: AuditRecord): Uint8Array {
  const plain: Json = JSON.parse(JSON.stringify(record));
  return Buffer.from(canonicalJson(asRecord(plain)));
}

/** Reads an entry of a log, trusting nothing. @throws RecordError when it is not a record of ours. */
export function readRecord(bytes: Uint8Array): AuditRecord {
  if (bytes.byteLength > maxRecordBytes) throw new RecordError(`is over ${maxRecordBytes} bytes`);
  try {
    return asRecord(parseStrictJson(bytes));
  } catch (cause) {
    if (cause instanceof JsonError) throw new RecordError(cause.message, { cause });
    throw cause;
  }
}

const isRecord = schemaGuard<AuditRecord & JsonObject>(recordSchema);

function asRecord(value: Json): AuditRecord & JsonObject {
  if (isRecord(value)) return value;
  const [error] = isRecord.errors ?? [];
  const where = error?.instancePath || 'its top';
  throw new RecordError(`is not an audit record: ${where} ${error?.message ?? 'is invalid'}`);
}

/** Every digest that a record speaks of, as `algorithm:hex`, its evidence's and bundle's as `sha256`. */
export function digestsOf({ evidence, bundle, subjects, materials }: AuditRecord): readonly string[] {
  const named = (digest: DigestSet) =>
    Object.entries(digest).map(([algorithm, value]) => `${algorithm}:${value}`);
  return [
    `sha256:${evidence}`,
    ...(bundle === undefined ? [] : [`sha256:${bundle}`]),
    ...[...subjects, ...materials].flatMap(({ digest }) => named(digest as DigestSet)),
  ];
}
