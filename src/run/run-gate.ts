import { type LoadedConfig, loadConfig } from '../config/load.js';
import { defaultConfigPath } from '../config/load-pipeline.js';
import { gatesBeforeTraining } from '../gate/stage.js';
import type { Gate } from '../platform/ports.js';
import { readAnnounced } from './announced.js';
import { judgeGate, type Verdict } from './judge-gate.js';
import { type Outcome, recordOutcome } from './outcome.js';
import { type CommonValues, readCommon, type Session } from './session.js';

/** One gate, from settings to written reports. */
export async function runGate(gate: Gate, session: Session): Promise<Outcome & Pick<Verdict, 'failure'>> {
  const { ports } = session;
  const common = readCommon(session);
  const { expect } = common;
  const sources = {
    load: async () => atStage(await loadConfig(requestOf(gate, session, common)), common.stage),
    announced: async () => (expect === undefined ? undefined : readAnnounced(expect, ports.files)),
  };
  const fallback = {
    pipeline: common.pipeline ?? 'unknown',
    instance: common.instance ?? '',
    configFile: common.config ?? defaultConfigPath,
  };
  const { result, exitCode, failure } = await judgeGate(gate, ports, sources, fallback);
  const outcome = await recordOutcome(gate, result, exitCode, ports, session.reportFolder);
  return { ...outcome, failure };
}

function requestOf(gate: Gate, { ports, inputs, base }: Session, { config, pipeline, mode }: CommonValues) {
  return {
    gate,
    inputs,
    run: ports.run,
    files: ports.files,
    ...(base && { base }),
    ...(config !== undefined && { config }),
    ...(pipeline !== undefined && { pipeline }),
    ...(mode !== undefined && { mode }),
  };
}

/** Before training there is no model, and only the gates that need none are asked for. */
function atStage(config: LoadedConfig<unknown>, stage: string | undefined): LoadedConfig<unknown> {
  if (stage !== 'before-training') return config;
  const { model: _, ...pipeline } = config.pipeline;
  const gates = pipeline.gates.filter((name) => gatesBeforeTraining.includes(name));
  return {
    ...config,
    pipeline: { ...pipeline, stage, gates },
    // A getter: whether a suite came from the head is known after judging.
    get record() {
      return config.record;
    },
  };
}
