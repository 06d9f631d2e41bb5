import type { Assurance, ChainLink } from '../gate/chain.js';
import { type Check, check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import { type Finding, finding } from '../gate/finding.js';
import type { Provenance, StepItem } from '../gate/provenance.js';
import { assuranceOf, describeItem, includes, type SigningCase, subjectsOf, trainings } from './case.js';
import { type Origins, originsOf } from './raw-data.js';

export interface RecordedLinks {
  readonly check: Check;
  readonly links: readonly ChainLink[];
  /** Records that the chain rests on. */
  readonly relied: readonly Provenance[];
}

const missing = (link: string, reason: string): ChainLink => ({ link, assurance: null, ok: false, reason });
/** A link that records lead along. */
const recorded = (link: string, reason: string, assurance: Assurance): ChainLink => ({
  link,
  assurance,
  ok: true,
  reason,
});

/** Raw data → data → training record → model, as far as records say. */
export function judgeTraining(facts: SigningCase): RecordedLinks {
  const id = 'sign-model/training-record';
  const steps = trainings(facts);
  const [step] = steps;
  if (!step) return withoutTraining(id);
  const data = steps.flatMap(({ inputs }) => inputs.filter(({ role }) => role === 'dataset'));
  const origins = originsOf(data, facts);
  const assurance = assuranceOf(facts, steps);
  const ran = `step ${step.step} made these bytes: ${[...step.command.join(' ')].slice(0, 200).join('')}`;
  return {
    check: check({ id, title: trainingTitle, observed: steps.length }),
    links: [
      ...origins.links,
      data.length > 0
        ? recorded('data → training record', describeData(data, origins), assurance)
        : missing('data → training record', 'the training record names no dataset of the pipeline'),
      recorded(
        'training record → model',
        step.source ? `${ran}, at commit ${step.source.commit.slice(0, 12)}` : ran,
        assurance,
      ),
    ],
    relied: [...origins.relied, ...steps],
  };
}

function describeData(data: readonly StepItem[], { unrecorded }: Origins): string {
  const names = unrecorded.map(({ name }) => name).join(', ');
  const begin = `; what ${names} was made of is not recorded: the chain begins there`;
  return `${data.map(describeItem).join(', ')} went in${unrecorded.length > 0 ? begin : ''}`;
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
      ? recorded(link, 'a recorded step took this model and made the predictions', assuranceOf(facts, relied))
      : recorded(link, reason, 'claimed');
  return {
    check: check({ id, title: 'Predictions come from this model', observed: predictions.length, findings }),
    links: [problem ? missing(link, problem.message) : sound],
    relied,
  };
}
