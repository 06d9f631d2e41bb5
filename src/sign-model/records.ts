import type { ChainLink } from '../gate/chain.js';
import { type Check, check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import { type Finding, finding } from '../gate/finding.js';
import type { Provenance } from '../gate/provenance.js';
import { describeItem, includes, type SigningCase, subjectsOf, trainings } from './case.js';

export interface RecordedLinks {
  readonly check: Check;
  readonly links: readonly ChainLink[];
  /** Records that the chain rests on. */
  readonly relied: readonly Provenance[];
}

const missing = (link: string, reason: string): ChainLink => ({ link, assurance: null, ok: false, reason });
const claimed = (link: string, reason: string): ChainLink => ({
  link,
  assurance: 'claimed',
  ok: true,
  reason,
});

/** Data → training record → model, as far as a record says. A record is `claimed`: the job that trained wrote it. */
export function judgeTraining(facts: SigningCase): RecordedLinks {
  const id = 'sign-model/training-record';
  const steps = trainings(facts);
  const [step] = steps;
  if (!step) return withoutTraining(id);
  const data = steps.flatMap(({ inputs }) => inputs.filter(({ role }) => role === 'dataset'));
  const prepared = facts.records.filter(({ outputs }) =>
    outputs.some(({ digest }) => includes(data, digest)),
  );
  const ran = `step ${step.step} made these bytes: ${[...step.command.join(' ')].slice(0, 200).join('')}`;
  return {
    check: check({ id, title: trainingTitle, observed: steps.length }),
    links: [
      ...prepared.map(({ inputs, step: name }) =>
        claimed(
          'raw data → processed data',
          `step ${name} made it of ${inputs.map(describeItem).join(', ')}`,
        ),
      ),
      data.length > 0
        ? claimed('data → training record', `${data.map(describeItem).join(', ')} went in`)
        : missing('data → training record', 'the training record names no dataset of the pipeline'),
      claimed(
        'training record → model',
        step.source ? `${ran}, at commit ${step.source.commit.slice(0, 12)}` : ran,
      ),
    ],
    relied: [...prepared, ...steps],
  };
}

const trainingTitle = 'A training record leads from data to this model';

function withoutTraining(id: string): RecordedLinks {
  const message = 'no training record names this model, so nothing links it to its data';
  const fix = 'train with `sluice record-training -- COMMAND…`';
  const findings = [finding(id, { severity: 'warning', message, fix })];
  return {
    check: check({ id, title: trainingTitle, observed: 0, findings }),
    links: [missing('data → training record', message), missing('training record → model', message)],
    relied: [],
  };
}

/** Model → predictions: what the fairness gate judged must be what this model predicted, where a record says. */
export function judgePredictions(facts: SigningCase, fairness: readonly Evidence[]): RecordedLinks {
  const id = 'sign-model/predictions';
  const link = 'model → predictions';
  const predictions = subjectsOf(fairness, 'predictions');
  const steps = facts.records.filter(({ inputs }) => inputs.some(({ role }) => role === 'model'));
  const findings: Finding[] = [];
  const relied: Provenance[] = [];
  for (const item of predictions) {
    const made = facts.records.filter(({ outputs }) => includes(outputs, item.digest));
    const byThis = made.filter(({ inputs }) => includes(inputs, facts.model.digest));
    relied.push(...byThis);
    if (byThis.length > 0 || (made.length === 0 && steps.length === 0)) continue;
    const message =
      made.length > 0
        ? `${describeItem(item)} was judged, but its record names another model as input`
        : `${describeItem(item)} was judged, but the recorded prediction made other files`;
    const fix =
      'predict with this model through `sluice record-training --step predict`, and judge what comes out';
    findings.push(finding(id, { severity: 'error', message, fix, item: item.name }));
  }
  const [problem] = findings;
  const reason =
    'no record of a prediction: that this model made the predictions is what the fairness gate was told';
  const sound =
    relied.length > 0
      ? claimed(link, 'a recorded step took this model and made the predictions')
      : claimed(link, reason);
  return {
    check: check({ id, title: 'Predictions come from this model', observed: predictions.length, findings }),
    links: [problem ? missing(link, problem.message) : sound],
    relied,
  };
}
