import { type Check, verdictOf } from '../gate/check.js';
import { sha256 } from '../gate/evidence.js';
import type { JsonObject } from '../gate/json.js';
import {
  builderOf,
  provenanceName,
  type RecordedStep,
  type StepSource,
  writeProvenance,
} from '../gate/provenance.js';
import type { Judgement } from '../gate/result.js';
import type { Subject } from '../gate/subject.js';
import { isAccepted } from '../gate/verdict.js';
import type { Gate, Ports, Task } from '../platform/ports.js';
import { checkCommand, checkInputs, checkOutputs, checkSource } from './checks.js';
import { inputs } from './inputs.js';
import { hashItems, tryItems } from './items.js';
import { planStep, type StepPlan } from './plan.js';
import { figures, headlines, report } from './report.js';
import { type Settings, settingsSchema } from './settings.js';
import { readSource } from './source.js';

/** Runs a command and writes, as SLSA provenance, what went in and what came out. */
export const recordTraining: Gate<Settings> = {
  name: 'record-training',
  summary: 'Runs a training or prediction command and records what went in and what came out.',
  settings: settingsSchema,
  inputs,
  instanceOf: ({ step }) => step,
  headlines,
  judge,
  figures,
  report,
};

async function judge({ settings, pipeline, ports }: Task<Settings>): Promise<Judgement> {
  const plan = planStep(settings, pipeline);
  const source = await readSource(ports);
  const used = await hashItems(plan.inputs, ports);
  const earlier = await tryItems(plan.outputs, ports);
  const ran = await runCommand(plan, ports);
  const command = checkCommand(ran.exitCode);
  if (ran.exitCode !== 0) return judgementOf([command], used, [], source, metricsOf(plan, ran));
  const after = await tryItems(plan.inputs, ports);
  const outputs = await tryItems(plan.outputs, ports);
  const made = outputs.flatMap(({ subject }) => subject ?? []);
  const checks = [command, checkInputs(used, after), checkOutputs(outputs, earlier), checkSource(source)];
  const sound = checks.every((one) => isAccepted(verdictOf(one)));
  const step: RecordedStep = {
    pipeline: pipeline.name,
    step: plan.step,
    command: [plan.program, ...plan.args],
    ...(source && { source }),
    inputs: used,
    outputs: made,
    startedOn: ran.startedOn,
    finishedOn: ran.finishedOn,
    ...builderOf(ports.run),
  };
  const record = sound ? await store(step, ports) : null;
  return judgementOf(checks, used, made, source, { ...metricsOf(plan, ran), record });
}

type Run = Awaited<ReturnType<typeof runCommand>>;

function metricsOf({ step, program, args }: StepPlan, { exitCode, startedOn, finishedOn }: Run): JsonObject {
  const seconds = (Date.parse(finishedOn) - Date.parse(startedOn)) / 1000;
  return { step, command: [program, ...args], exitCode, seconds, record: null };
}

function judgementOf(
  checks: readonly Check[],
  used: readonly Subject[],
  made: readonly Subject[],
  source: StepSource | undefined,
  metrics: JsonObject,
): Judgement {
  return {
    checks,
    subjects: [...used, ...made],
    materials: source ? [{ name: source.uri ?? 'source', digest: { gitCommit: source.commit } }] : [],
    metrics: { ...metrics, outputs: made.map(({ name }) => name) },
  };
}

async function runCommand({ program, args }: StepPlan, { clock, files, signal, subprocess }: Ports) {
  const startedOn = clock.now().toISOString();
  const { exitCode } = await subprocess.run(program, args, {
    cwd: files.resolve('.'),
    // Training needs what its job was given: devices, caches, credentials. None of it is recorded.
    inheritEnv: true,
    show: true,
  });
  signal.throwIfAborted();
  return { exitCode, startedOn, finishedOn: clock.now().toISOString() };
}

/** @returns the SHA-256 of the stored bytes. */
async function store(step: RecordedStep, { evidence }: Ports): Promise<string> {
  const bytes = writeProvenance(step);
  await evidence.put({ name: provenanceName(step), bytes });
  return sha256(bytes);
}
