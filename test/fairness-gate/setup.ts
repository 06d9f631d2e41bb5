import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Figures } from '../../src/fairness-gate/figures.js';
import { fairnessGate } from '../../src/fairness-gate/gate.js';
import type { Settings } from '../../src/fairness-gate/settings.js';
import { Failure } from '../../src/gate/failure.js';
import { conclude, type GateResult, type Judgement } from '../../src/gate/result.js';
import type { RunContext } from '../../src/gate/run-context.js';
import { makePorts } from '../ports.js';

export const baseSettings = {
  predictions: 'predictions.csv',
  label: 'label',
  prediction: 'prediction',
  favourable: 1,
  attributes: ['sex'],
} as const satisfies Settings;

export interface JudgeOptions {
  readonly workspace?: string;
  readonly run?: RunContext;
  readonly model?: string;
}

export interface Judged {
  readonly judgement: Judgement;
  readonly result: GateResult;
  readonly figures: Figures;
}

/** The whole gate on real files: engine, hasher and all. */
export async function judgeWith(settings: Settings, options: JudgeOptions = {}): Promise<Judged> {
  const { model, ...forPorts } = options;
  const ports = makePorts(forPorts);
  const pipeline = { name: 'test', datasets: {}, gates: [], waivers: [], ...(model && { model }) };
  const judgement = await fairnessGate.judge({ settings, pipeline, ports });
  const result = conclude(judgement, {
    gate: 'fairness-gate',
    pipeline: 'test',
    instance: '',
    mode: 'enforce',
    settings: { digest: '0'.repeat(64), source: 'local', file: 'sluice.yml', ignored: [] },
    waivers: [],
    now: ports.clock.now(),
  });
  return { judgement, result, figures: judgement.metrics as Figures };
}

/** What the gate says when it cannot judge. */
export async function failureOf(settings: Settings, options: JudgeOptions = {}): Promise<Failure> {
  try {
    await judgeWith(settings, options);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('it came to a judgement');
}

export function writeTo(folder: string, name: string, content: string | Uint8Array): string {
  writeFileSync(path.join(folder, name), content);
  return name;
}

/** So many rows of each kind: `['f', 1, 0, 40]` is 40 rows of sex f, label 1, prediction 0. */
export function csvOf(
  kinds: readonly (readonly [sex: string, label: number, prediction: number, rows: number])[],
): string {
  const rows = kinds.flatMap(([sex, label, prediction, count]) =>
    Array<string>(count).fill(`${sex},${label},${prediction}`),
  );
  return `${['sex,label,prediction', ...rows].join('\n')}\n`;
}

/** A clear difference: selection rate 0.3 for f, 0.6 for m, 1000 rows each. */
export const unequal = csvOf([
  ['f', 1, 1, 200],
  ['f', 0, 1, 100],
  ['f', 1, 0, 200],
  ['f', 0, 0, 500],
  ['m', 1, 1, 400],
  ['m', 0, 1, 200],
  ['m', 1, 0, 100],
  ['m', 0, 0, 300],
]);

export const release: RunContext = { kind: 'github', event: 'push' };
export const pullRequest: RunContext = { kind: 'github', event: 'pull_request' };
