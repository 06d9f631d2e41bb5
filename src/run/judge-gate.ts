import type { LoadedConfig } from '../config/load.js';
import { check } from '../gate/check.js';
import { sha256 } from '../gate/evidence.js';
import { Failure, type FailureKind, type Problem } from '../gate/failure.js';
import { finding } from '../gate/finding.js';
import {
  conclude,
  exitCodeOf,
  exitCodeOfFailure,
  exitCodes,
  type GateResult,
  type Judgement,
  type Setting,
} from '../gate/result.js';
import type { Announced, Gate, Ports } from '../platform/ports.js';

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

/** Names for evidence and reports when the config, which would have said, could not be read. */
export interface Fallback {
  readonly pipeline: string;
  readonly instance: string;
  readonly configFile: string;
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
  let setting = unknownSetting(gate, ports, fallback);
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
      result: conclude(judgementOf(gate, failure), setting),
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

function unknownSetting(gate: Gate, ports: Ports, { pipeline, instance, configFile }: Fallback): Setting {
  return {
    gate: gate.name,
    pipeline,
    instance,
    mode: 'enforce',
    settings: { digest: sha256(''), source: 'local', file: configFile, ignored: [] },
    waivers: [],
    now: ports.clock.now(),
  };
}

const titles: Record<FailureKind | 'internal', string> = {
  config: 'The settings can be read',
  outside: 'What the gate needs from outside can be had',
  input: 'What is to be judged can be read',
  internal: 'Sluice itself works',
};

const reasons: typeof titles = {
  config: 'the settings cannot be used',
  outside: 'something outside did not do its part',
  input: 'what is to be judged cannot be read',
  internal: 'this is a bug',
};

function judgementOf(gate: Gate, failure: unknown): Judgement {
  const kind = failure instanceof Failure ? failure.kind : 'internal';
  const problems: readonly Problem[] =
    failure instanceof Failure ? failure.problems : [internalProblem(failure)];
  const id = `${gate.name}/${kind}`;
  const findings = problems.map(({ message, fix, place }, i) =>
    finding(id, { severity: 'error', message, ...(fix && { fix }), ...place, distinct: `${i}` }),
  );
  return {
    checks: [
      check({ id, title: titles[kind], findings, outcome: { status: 'error', reason: reasons[kind] } }),
    ],
    subjects: [],
    materials: [],
    metrics: {},
  };
}

function internalProblem(failure: unknown): Problem {
  const name = failure instanceof Error ? failure.name : typeof failure;
  return {
    message: `Sluice failed where it should not have (${name})`,
    fix: 'please report it with the debug log at https://github.com/sluice-ml/sluice/issues',
  };
}

function exitCodeOfThrown(failure: unknown): number {
  return failure instanceof Failure ? exitCodeOfFailure(failure.kind) : exitCodes.internal;
}
