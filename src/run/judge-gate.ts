import type { LoadedConfig } from '../config/load.js';
import { check } from '../gate/check.js';
import { Failure } from '../gate/failure.js';
import {
  conclude,
  exitCodeOf,
  exitCodeOfFailure,
  exitCodes,
  type GateResult,
  type Judgement,
} from '../gate/result.js';
import type { Announced, Gate, Ports } from '../platform/ports.js';
import { type Fallback, failedResult, unknownSetting } from './failed-result.js';

export interface Verdict {
  readonly result: GateResult;
  readonly exitCode: number;
  /** The exception behind a verdict `error`, for the log. */
  readonly failure?: unknown;
}

/** What a judgement is made with. A fault in any of it is an outcome, too. */
export interface Sources {
  load(): Promise<LoadedConfig<unknown>>;
  announced(): Promise<Announced | undefined>;
}

/**
 * Config → judgement → result. Whatever is thrown on the way becomes a result of verdict `error`, so that a gate that could
 * not judge still leaves evidence that it did not pass. An interruption alone is thrown on.
 */
export async function judgeGate(
  gate: Gate,
  ports: Ports,
  sources: Sources,
  fallback: Fallback,
): Promise<Verdict> {
  let setting = unknownSetting(gate.name, ports.clock.now(), fallback);
  try {
    const config = await sources.load();
    const { pipeline, mode, waivers } = config;
    setting = { ...setting, mode, settings: config.record, waivers, pipeline: pipeline.name };
    if (!config.applies)
      return { result: conclude(notApplicable(gate, pipeline.name), setting), exitCode: exitCodes.accepted };
    const { settings } = config;
    setting = { ...setting, instance: setting.instance || (gate.instanceOf?.(settings) ?? '') };
    const files = { ...ports.files, readJudging: config.readJudging };
    const announced = await sources.announced();
    const judgement = await gate.judge({
      settings,
      pipeline,
      ports: { ...ports, files },
      ...(announced && { announced }),
    });
    ports.signal.throwIfAborted();
    const result = conclude(judgement, { ...setting, settings: config.record });
    return { result, exitCode: exitCodeOf(result) };
  } catch (failure) {
    ports.signal.throwIfAborted();
    return {
      result: failedResult(setting, failure),
      exitCode: exitCodeOfThrown(failure),
      failure,
    };
  }
}

function notApplicable(gate: Gate, pipeline: string): Judgement {
  const reason = `the pipeline ${pipeline} has no section \`${gate.name}\``;
  const id = `${gate.name}/applicable`;
  return {
    checks: [
      check({ id, title: 'The pipeline has something for this gate', outcome: { status: 'skip', reason } }),
    ],
    subjects: [],
    materials: [],
    metrics: {},
  };
}

function exitCodeOfThrown(failure: unknown): number {
  return failure instanceof Failure ? exitCodeOfFailure(failure.kind) : exitCodes.internal;
}
