import { createHash } from 'node:crypto';
import { type Check, verdictOf } from './check.js';
import {
  checkSchema,
  evidenceDetailsSchema,
  type GateResultJson,
  statementSchema,
} from './evidence-schema.js';
import { canonicalJson, type Json, type JsonObject } from './json.js';
import { limits } from './limits.js';
import type { GateResult } from './result.js';
import type { RunContext } from './run-context.js';
import { type SchemaGuard, schemaGuard } from './schema-guard.js';

/** in-toto test-result predicate (spec/predicates/test-result.md, v0.1). */
export const testResultType = 'https://in-toto.io/attestation/test-result/v0.1';
/** A skipped gate tested nothing, so it makes no test-result. */
export const skippedType = 'https://sluice-ml.github.io/predicates/skipped/v1';
/** The field of the predicate that holds our details; parsers of the standard ignore it. */
export const detailsField = 'https://sluice-ml.github.io/evidence/v1';
/** Majors of `schemaVersion` that this version reads. */
const readableMajors = [1];

export interface Evidence {
  readonly result: GateResult;
  readonly run: RunContext;
  readonly toolVersion: string;
  /** SHA-256 of the stored bytes, lower-case hex. */
  readonly digest: string;
}

/** The stored bytes are not evidence that this version reads. The message says why. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError';
}

/** The result as `--json` prints it: a check's facts stand beside its own fields (DESIGN §10). */
export function resultToJson(result: GateResult): GateResultJson & JsonObject {
  const { checks, ...rest } = result;
  return JSON.parse(
    JSON.stringify({ ...rest, checks: checks.map(({ facts, ...own }) => ({ ...facts, ...own })) }),
  );
}

/** The statement's canonical JSON and a newline: these bytes are stored, and hashed as stored. */
export function writeEvidence(result: GateResult, run: RunContext, toolVersion: string): Uint8Array {
  const standard = result.verdict === 'skip' ? {} : testResult(result, run);
  const statement = {
    _type: 'https://in-toto.io/Statement/v1',
    subject: result.subjects.map(({ name, digest }) => ({ name, digest: { ...digest } })),
    predicateType: result.verdict === 'skip' ? skippedType : testResultType,
    predicate: {
      ...standard,
      [detailsField]: {
        critical: [],
        result: resultToJson(result),
        run: { ...run },
        tool: { name: 'sluice', version: toolVersion },
      },
    },
  };
  return Buffer.from(`${canonicalJson(JSON.parse(JSON.stringify(statement)) as Json)}\n`);
}

function testResult({ verdict, settings, checks }: GateResult, run: RunContext): JsonObject {
  const named = (...verdicts: readonly string[]) =>
    checks.filter((c) => verdicts.includes(verdictOf(c))).map(({ id, title }) => `${id}: ${title}`);
  return {
    result: verdict === 'pass' ? 'PASSED' : verdict === 'warn' ? 'WARNED' : 'FAILED',
    configuration: [{ name: settings.file, digest: { sha256: settings.digest } }],
    ...(runUrl(run) && { url: runUrl(run) }),
    passedTests: named('pass'),
    warnedTests: named('warn'),
    failedTests: named('fail', 'error'),
  };
}

function runUrl({ serverUrl, repository, runId, runAttempt }: RunContext): string | undefined {
  return serverUrl && repository && runId
    ? `${serverUrl}/${repository}/actions/runs/${runId}/attempts/${runAttempt ?? '1'}`
    : undefined;
}

/**
 * Reads stored evidence, trusting nothing: size, canonical form (so no duplicate keys), schema, version, agreement of
 * the standard part with our details.
 *
 * @throws EvidenceError
 */
export function readEvidence(bytes: Uint8Array): Evidence {
  if (bytes.byteLength > limits.evidenceBytes)
    throw new EvidenceError(`larger than ${limits.evidenceBytes} bytes`);
  const statement = valid(statementValid, parseCanonical(bytes), 'in-toto statement');
  const { result, run, tool, critical } = valid(
    detailsValid,
    statement.predicate[detailsField],
    'Sluice evidence',
  );
  const [unknown] = critical;
  if (unknown !== undefined) throw new EvidenceError(`needs a reader that knows ${JSON.stringify(unknown)}`);
  const evidence: Evidence = {
    result: resultFromJson(result),
    run,
    toolVersion: tool.version,
    digest: sha256(bytes),
  };
  const again = writeEvidence(evidence.result, run, tool.version);
  assertSameClaims(statement, JSON.parse(Buffer.from(again).toString()) as StatementLike);
  return evidence;
}

interface StatementLike {
  readonly subject: readonly Json[];
  readonly predicateType: string;
  readonly predicate: JsonObject;
}
interface DetailsLike {
  readonly result: JsonObject;
  readonly run: RunContext;
  readonly tool: { readonly version: string };
  readonly critical: readonly string[];
}

function parseCanonical(bytes: Uint8Array): Json {
  let value: Json;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new EvidenceError('is not JSON in UTF-8', { cause });
  }
  if (`${canonicalJson(value)}\n` !== text)
    throw new EvidenceError('is not canonical JSON (RFC 8785) as it was written');
  return value;
}

const statementValid = schemaGuard<StatementLike>(statementSchema);
const detailsValid = schemaGuard<DetailsLike>(evidenceDetailsSchema);

function valid<T>(validate: SchemaGuard<T>, value: unknown, what: string): T {
  if (value === undefined) throw new EvidenceError(`has no ${what}`);
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  throw new EvidenceError(`is not ${what}: ${error?.instancePath || '/'} ${error?.message ?? 'is invalid'}`);
}

const ownCheckFields = Object.keys(checkSchema.properties);

function resultFromJson(json: JsonObject): GateResult {
  const major = Number(String(json.schemaVersion).split('.')[0]);
  if (!readableMajors.includes(major)) throw new EvidenceError(`has schema version ${json.schemaVersion}`);
  const checks = (json.checks as readonly JsonObject[]).map((raw): Check => {
    const entries = Object.entries(raw);
    const own = entries.filter(([key]) => ownCheckFields.includes(key));
    const facts = entries.filter(([key]) => !ownCheckFields.includes(key));
    return { ...Object.fromEntries(own), facts: Object.fromEntries(facts) } as unknown as Check;
  });
  return { ...json, checks } as unknown as GateResult;
}

/** The standard part must say what the details say, else a standard reader and we would believe different things. */
function assertSameClaims(stored: StatementLike, expected: StatementLike) {
  const claims = ({ subject, predicateType, predicate }: StatementLike) =>
    canonicalJson({
      subject,
      predicateType,
      result: predicate.result ?? null,
      failed: predicate.failedTests ?? null,
    });
  if (claims(stored) !== claims(expected))
    throw new EvidenceError('its standard part contradicts its details');
}

const safeName = /^[A-Za-z0-9][\w.-]{0,199}$/;

/**
 * Key by which evidence is unique (DESIGN §6), and a file name everywhere: matrix legs and gates do not overwrite each other. What
 * would make no such name keeps what it can and gets a digest, so that two pipelines never share a key.
 */
export function evidenceKey({
  pipeline,
  gate,
  instance,
}: Pick<GateResult, 'pipeline' | 'gate' | 'instance'>): string {
  const whole = [pipeline, gate, ...(instance === '' ? [] : [instance])].join('.');
  if (safeName.test(whole)) return whole;
  const readable = whole.replaceAll(/[^\w.-]/g, '_').slice(0, 160);
  return `${sha256(JSON.stringify([pipeline, gate, instance])).slice(0, 16)}-${readable}`;
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
