import { verdictOf } from '../gate/check.js';
import { sha256 } from '../gate/evidence.js';
import { builderOf, provenanceName, type RecordedStep, writeProvenance } from '../gate/provenance.js';
import type { Judgement } from '../gate/result.js';
import type { Subject } from '../gate/subject.js';
import { isAccepted } from '../gate/verdict.js';
import type { Gate, Ports, Task } from '../platform/ports.js';
import { checkCommand, checkInputs, checkOutputs, checkSource } from './checks.js';
import { inputs } from './inputs.js';
import { type Hashed, hashItems, tryItems } from './items.js';
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
  const { exitCode, startedOn, finishedOn } = await runCommand(plan, ports);
  const command = checkCommand(exitCode);
  const facts = {
    step: plan.step,
    command: [plan.program, ...plan.args],
    exitCode,
    seconds: (Date.parse(finishedOn) - Date.parse(startedOn)) / 1000,
  };
  if (exitCode !== 0) {
    return {
      checks: [command],
      subjects: used,
      materials: [],
      metrics: { ...facts, record: null, outputs: [] },
    };
  }
  const after = await tryItems(plan.inputs, ports);
  const outputs = await tryItems(plan.outputs, ports);
  const made = subjectsOf(outputs);
  const checks = [command, checkInputs(used, after), checkOutputs(outputs, earlier), checkSource(source)];
  const sound = checks.every((one) => isAccepted(verdictOf(one)));
  const step: RecordedStep = {
    pipeline: pipeline.name,
    step: plan.step,
    command: facts.command,
    ...(source && { source }),
    inputs: used,
    outputs: made,
    startedOn,
    finishedOn,
    ...builderOf(ports.run),
  };
  return {
    checks,
    subjects: [...used, ...made],
    materials: source ? [{ name: source.uri ?? 'source', digest: { gitCommit: source.commit } }] : [],
    metrics: {
      ...facts,
      record: sound ? await store(step, ports) : null,
      outputs: made.map(({ name }) => name),
    },
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

function subjectsOf(outputs: readonly Hashed[]): readonly Subject[] {
  return outputs.flatMap(({ subject }) => subject ?? []);
}
