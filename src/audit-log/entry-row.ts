import type { JsonObject } from '../gate/json.js';
import type { AuditRecord } from '../gate/record.js';
import { jsonSize } from './outcome.js';

/** A record as a line of `metrics.entries`. */
export function entryRow(index: bigint, record: AuditRecord): JsonObject {
  const { event, time, stage, pipeline, gate, instance, verdict, run, evidence, bundle } = record;
  return {
    index: jsonSize(index),
    time,
    event,
    stage,
    ...(pipeline !== undefined && { pipeline }),
    gate,
    ...(instance !== undefined && instance !== '' && { instance }),
    ...(verdict !== undefined && { verdict }),
    ...(run.actor !== undefined && { actor: run.actor }),
    ...(run.runId !== undefined && { run: run.runId }),
    ...(run.commit !== undefined && { commit: run.commit }),
    evidence,
    ...(bundle !== undefined && { bundle }),
  };
}
