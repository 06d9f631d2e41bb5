import type { Evidence } from '../gate/evidence.js';
import type { Subject } from '../gate/subject.js';
import {
  describeItem,
  includes,
  type Shortfall,
  type SigningCase,
  shortDigest,
  subjectsOf,
  trainings,
} from './case.js';
import type { RequiredGate } from './plan.js';

/** Whether usable evidence of a gate speaks of this model, and which of it does. */
interface Binding {
  readonly relied: readonly Evidence[];
  readonly shortfalls: readonly Shortfall[];
  /** What was compared, for the chain. */
  readonly reason: string;
}

/** @param others evidence that the gates before rest on. */
type Bind = (usable: readonly Evidence[], facts: SigningCase, others: readonly Evidence[]) => Binding;

/** Which subjects make evidence of each gate evidence about this model (DESIGN §6). */
export const bindings: Readonly<Record<RequiredGate, Bind>> = {
  'data-validate': bindData,
  'scan-deps': bindScan,
  'fairness-gate': bindFairness,
  'policy-gate': bindPolicy,
};

/** The data that went into the model, by its training record; without one, the data that the pipeline names. */
function bindData(usable: readonly Evidence[], facts: SigningCase): Binding {
  const recorded = trainings(facts).flatMap((step) => step.inputs.filter(({ role }) => role === 'dataset'));
  const needed = recorded.length > 0 ? recorded : facts.datasets;
  const judged = subjectsOf(usable, 'dataset');
  const missing = needed.filter(({ digest }) => !includes(judged, digest));
  const origin = recorded.length > 0 ? 'went into the model' : 'is what the pipeline names';
  const relied = usable.filter(({ result }) =>
    result.subjects.some(({ digest }) => includes(needed, digest)),
  );
  const shortfalls = missing.map((item) => ({
    message: `no accepted evidence of data-validate is about ${describeItem(item)}, which ${origin}`,
    fix: 'run `sluice data-validate` on these very files, then sign',
  }));
  const nothing = {
    message: 'nothing says which data the model was made of',
    fix: 'train with `sluice record-training -- COMMAND…`, or name the datasets of the pipeline',
  };
  return {
    relied,
    shortfalls: needed.length === 0 ? [nothing] : shortfalls,
    reason: `${needed.map(describeItem).join(', ')}: validated, and ${origin}`,
  };
}

function bindScan(usable: readonly Evidence[], facts: SigningCase): Binding {
  const relied = usable.filter(({ result }) =>
    result.subjects.some(
      (s) => s.role === 'lock-file' || (s.role === 'model' && includes([facts.model], s.digest)),
    ),
  );
  const locks = subjectsOf(relied, 'lock-file');
  const shortfalls: Shortfall[] = [];
  if (!includes(subjectsOf(relied, 'model'), facts.model.digest)) {
    shortfalls.push(otherModel('scan-deps', subjectsOf(usable, 'model'), facts));
  }
  if (locks.length === 0) {
    const message = 'the evidence of scan-deps names no lock file';
    shortfalls.push({ message, fix: 'give `sluice scan-deps` the lock file the model was trained with' });
  }
  shortfalls.push(...locks.flatMap((lock) => lockShortfalls(lock, facts)));
  return { relied, shortfalls, reason: `${locks.map(describeItem).join(', ')} and the model: scanned` };
}

/** The lock file that was scanned must be the one that lies here, and the one that training used. */
function lockShortfalls(lock: Subject, facts: SigningCase): readonly Shortfall[] {
  const scanned = shortDigest(lock.digest);
  const now = facts.present.get(lock.name);
  const changed = now !== undefined && !includes([lock], now);
  const trained = trainings(facts)
    .flatMap(({ inputs }) => inputs)
    .filter(({ name, digest }) => name === lock.name && !includes([lock], digest));
  return [
    ...(changed
      ? [
          {
            message: `${lock.name} has changed since it was scanned (${scanned}, now ${shortDigest(now)})`,
            fix: 'run `sluice scan-deps` again',
          },
        ]
      : []),
    ...trained.map((item) => ({
      message: `the model was trained with another ${describeItem(item)} than was scanned (${scanned})`,
      fix: 'scan the lock file that training used, or train with the one that was scanned',
    })),
  ];
}

function bindFairness(usable: readonly Evidence[], facts: SigningCase): Binding {
  const relied = usable.filter(({ result }) =>
    result.subjects.some((s) => s.role === 'model' && includes([facts.model], s.digest)),
  );
  if (relied.length === 0) {
    const shortfalls = [otherModel('fairness-gate', subjectsOf(usable, 'model'), facts)];
    return { relied, shortfalls, reason: '' };
  }
  const predictions = subjectsOf(relied, 'predictions');
  const none = {
    message: 'the evidence of fairness-gate names no predictions',
    fix: 'run `sluice fairness-gate` with `predictions` and `model`',
  };
  return {
    relied,
    shortfalls: predictions.length === 0 ? [none] : [],
    reason: `${predictions.map(describeItem).join(', ')}: judged as predictions of this model`,
  };
}

/** The policy judged evidence: all that the signature rests on otherwise, and some that is about this model. */
function bindPolicy(usable: readonly Evidence[], facts: SigningCase, others: readonly Evidence[]): Binding {
  const judged = new Set(subjectsOf(usable, 'evidence').map(({ digest }) => digest.sha256));
  const unseen = others.filter(({ digest }) => !judged.has(digest));
  const models = subjectsOf(
    facts.evidence.filter(({ digest }) => judged.has(digest)),
    'model',
  );
  const about = includes(models, facts.model.digest) ? [] : [otherModel('policy-gate', models, facts)];
  return {
    relied: usable,
    shortfalls: [
      ...about,
      ...unseen.map(({ result, digest }) => ({
        message: `policy-gate did not judge the evidence of ${result.gate} that lies here (sha256:${digest.slice(0, 12)})`,
        fix: 'run `sluice policy-gate` after the gates it judges',
      })),
    ],
    reason: `the policy accepted ${judged.size} pieces of evidence`,
  };
}

function otherModel(gate: string, models: SigningCase['datasets'], { model }: SigningCase): Shortfall {
  const about = models.length === 0 ? 'no model' : models.map(describeItem).join(', ');
  return {
    message: `the evidence of ${gate} is about ${about}, not about ${describeItem(model)}`,
    fix: `run \`sluice ${gate}\` on this model; if the model changed since, find out what changed it first`,
  };
}
