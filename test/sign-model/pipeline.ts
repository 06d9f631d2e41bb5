import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modelOf, subjectOf } from '../../src/digest/digest.js';
import { check } from '../../src/gate/check.js';
import { writeEvidence } from '../../src/gate/evidence.js';
import { finding } from '../../src/gate/finding.js';
import { provenanceName, type RecordedStep, writeProvenance } from '../../src/gate/provenance.js';
import type { GateResult, Setting } from '../../src/gate/result.js';
import type { Subject } from '../../src/gate/subject.js';
import type { Verdict } from '../../src/gate/verdict.js';
import type { Announced, PipelineFacts } from '../../src/platform/ports.js';
import { signModel } from '../../src/sign-model/gate.js';
import type { Settings } from '../../src/sign-model/settings.js';
import { concludeFor } from '../conclude.js';
import { makePorts } from '../ports.js';

export const facts: PipelineFacts = {
  name: 'pd',
  model: 'model',
  datasets: { train: { path: 'train.csv' } },
  gates: ['data-validate', 'scan-deps', 'fairness-gate', 'sign-model'],
  waivers: [],
};

export interface Subjects {
  readonly data: Subject;
  readonly lock: Subject;
  readonly model: Subject;
  readonly predictions: Subject;
}

/** A trained, predicted and judged pipeline in a folder of its own; a test then takes something away or forges it. */
export class TrainedPipeline {
  readonly ports: ReturnType<typeof makePorts>;

  constructor(workspace?: string, signal?: AbortSignal) {
    this.ports = makePorts({ ...(workspace !== undefined && { workspace }), ...(signal && { signal }) });
  }

  at(name: string): string {
    return path.join(this.ports.workspace, name);
  }

  put(name: string, content: string): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
  }

  async subjects(): Promise<Subjects> {
    const { ports } = this;
    return {
      data: await subjectOf(ports, 'dataset', ['train.csv'], 'train'),
      lock: await subjectOf(ports, 'lock-file', ['requirements.txt']),
      model: (await modelOf(ports, 'model')).subject,
      predictions: await subjectOf(ports, 'predictions', ['out/p.csv']),
    };
  }

  /** Evidence as the run layer stores it. */
  async judge(
    gate: string,
    subjects: readonly Subject[],
    verdict: Verdict = 'pass',
    setting: Partial<Setting> = {},
  ): Promise<string> {
    const result = concludeFor(gate, judgement(gate, subjects, verdict), setting);
    const name = [result.pipeline, gate, result.instance].filter(Boolean).join('.');
    await this.ports.evidence.put({ name, bytes: writeEvidence(result, this.ports.run, '0.1.0') });
    return name;
  }

  async record(step: Partial<RecordedStep>): Promise<void> {
    const { data, lock, model } = await this.subjects();
    const record: RecordedStep = {
      pipeline: 'pd',
      step: 'train',
      command: ['python', 'train.py'],
      inputs: [data, lock],
      outputs: [model],
      startedOn: '2026-11-21T10:00:00.000Z',
      finishedOn: '2026-11-21T11:00:00.000Z',
      builder: 'https://example.org/builder',
      ...step,
    };
    await this.ports.evidence.put({ name: provenanceName(record), bytes: writeProvenance(record) });
  }

  async sign(
    settings: Settings = {},
    pipeline: PipelineFacts = facts,
    announced?: Announced,
  ): Promise<GateResult> {
    const task = {
      settings: { key: 'key.pem', ...settings },
      pipeline,
      ports: this.ports,
      ...(announced && { announced }),
    };
    return concludeFor('sign-model', await signModel.judge(task));
  }
}

export function judgement(gate: string, subjects: readonly Subject[], verdict: Verdict) {
  const id = `${gate}/rule`;
  const outcome =
    verdict === 'skip' || verdict === 'error'
      ? { outcome: { status: verdict, reason: 'a test says so' } }
      : {};
  const severity = verdict === 'fail' ? 'error' : verdict === 'warn' ? 'warning' : undefined;
  const findings = severity ? [finding(id, { severity, message: 'a test says so' })] : [];
  return {
    checks: [check({ id, title: 'Rule', findings, ...outcome })],
    subjects,
    materials: [],
    metrics: {},
  };
}

export async function makeTrainedPipeline(curve = 'prime256v1'): Promise<TrainedPipeline> {
  const pipeline = new TrainedPipeline();
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: curve });
  pipeline.put('key.pem', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  pipeline.put('public.pem', publicKey.export({ type: 'spki', format: 'pem' }).toString());
  pipeline.put('train.csv', 'id\n1\n');
  pipeline.put('requirements.txt', 'numpy==2.0.0\n');
  pipeline.put('model/config.json', '{}');
  pipeline.put('model/weights.bin', 'weights');
  pipeline.put('out/p.csv', 'id,score\n1,0.5\n');
  const { data, lock, model, predictions } = await pipeline.subjects();
  await pipeline.record({});
  await pipeline.record({
    step: 'predict',
    inputs: [model],
    outputs: [{ ...predictions, role: 'training-output' }],
  });
  await pipeline.judge('data-validate', [data]);
  await pipeline.judge('scan-deps', [lock, model]);
  await pipeline.judge('fairness-gate', [model, predictions]);
  return pipeline;
}
