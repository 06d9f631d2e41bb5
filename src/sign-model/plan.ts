import { configError } from '../gate/failure.js';
import { type SignatureFiles, signatureFiles } from '../gate/signature-files.js';
import type { PipelineFacts, Ports } from '../platform/ports.js';
import type { Settings } from './settings.js';

export type RequiredGate = Exclude<NonNullable<Settings['require']>[number], 'none'>;
const judging: readonly RequiredGate[] = ['data-validate', 'scan-deps', 'fairness-gate', 'policy-gate'];

export interface SigningPlan extends SignatureFiles {
  readonly model: string;
  /** PEM file, or the PEM itself. */
  readonly key: string;
  /** Empty: sign bytes only, as asked for. */
  readonly required: readonly RequiredGate[];
  /** Milliseconds. */
  readonly maxAge: ReadonlyMap<string, number>;
}

/** @throws Failure('config') on what is missing or contradictory. */
export function planSigning(
  settings: Settings,
  pipeline: PipelineFacts,
  files: Pick<Ports['files'], 'resolve'>,
): SigningPlan {
  const model = settings.model ?? pipeline.model;
  if (model === undefined) {
    throw configError('there is no model to sign', { fix: 'give `model`, or write it in the pipeline' });
  }
  if (settings.key === undefined) {
    throw configError('there is no key to sign with', { fix: 'give `key`, a private key in PEM' });
  }
  const signature = signatureFiles(model, settings.bundle, files.resolve);
  if (files.resolve(signature.bundle) === files.resolve(model)) {
    throw configError('`bundle` is the model itself', { fix: 'name another file' });
  }
  return {
    model,
    ...signature,
    key: settings.key,
    required: requiredGates(settings, pipeline),
    maxAge: agesOf(settings),
  };
}

function requiredGates({ require }: Settings, { gates }: PipelineFacts): readonly RequiredGate[] {
  const asked = require ?? judging.filter((gate) => gates.includes(gate));
  const named = judging.filter((gate) => asked.includes(gate));
  if (asked.includes('none') && named.length > 0) {
    throw configError('`require` names `none` beside gates', { fix: 'name the gates, or `none` alone' });
  }
  if (asked.length === 0) {
    throw configError('nothing says which gates must have passed', {
      fix: 'name them in `require`; `none` signs the bytes and says nothing of data, code or fairness',
    });
  }
  return named;
}

const hourMs = 3_600_000;

function agesOf(settings: Settings): ReadonlyMap<string, number> {
  const ages = { 'scan-deps': '24h', ...settings['max-age'] };
  return new Map(
    Object.entries(ages).map(([gate, age]) => [
      gate,
      Number.parseInt(age, 10) * (age.endsWith('d') ? 24 : 1) * hourMs,
    ]),
  );
}
