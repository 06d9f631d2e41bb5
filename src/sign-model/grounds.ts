import type { ChainLink } from '../gate/chain.js';
import type { Check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import type { Provenance } from '../gate/provenance.js';
import type { Subject } from '../gate/subject.js';
import type { Task } from '../platform/ports.js';
import { type SigningCase, trainings } from './case.js';
import { presentDatasets, presentLocks } from './facts.js';
import type { SigningPlan } from './plan.js';
import { judgePredictions, judgeTraining } from './records.js';
import { judgeRequirement } from './required.js';
import type { Settings } from './settings.js';
import { readStore } from './store.js';

/** What the evidence comes to: whether the model may be signed, and what the signature would rest on. */
export interface Grounds {
  readonly checks: readonly Check[];
  readonly links: readonly ChainLink[];
  readonly evidence: readonly Evidence[];
  readonly provenance: readonly Provenance[];
}

/** @throws Failure('input') when something that evidence is held against cannot be hashed. */
export async function findGrounds(
  { required, maxAge }: SigningPlan,
  { pipeline, ports, announced }: Omit<Task<Settings>, 'settings'>,
  model: Subject,
): Promise<Grounds> {
  const { check, ...contents } = readStore(await ports.evidence.list(), pipeline.name, announced);
  const known = {
    now: ports.clock.now(),
    run: ports.run,
    model,
    ...contents,
    ...(announced && { announced }),
  };
  const bare: SigningCase = { ...known, datasets: [], present: new Map() };
  const facts: SigningCase = {
    ...bare,
    datasets:
      trainings(bare).length === 0 && required.includes('data-validate')
        ? await presentDatasets(pipeline, ports)
        : [],
    present: await presentLocks(contents.evidence, ports),
  };
  const relied: Evidence[] = [];
  const requirements = required.map((gate) => {
    const requirement = judgeRequirement(gate, facts, maxAge.get(gate), relied);
    relied.push(...requirement.relied);
    return requirement;
  });
  const training = judgeTraining(facts);
  const fairness = relied.filter(({ result }) => result.gate === 'fairness-gate');
  const predictions = fairness.length > 0 ? judgePredictions(facts, fairness) : undefined;
  return {
    checks: [
      check,
      training.check,
      ...(predictions ? [predictions.check] : []),
      ...requirements.map((r) => r.check),
    ],
    links: [...training.links, ...(predictions?.links ?? []), ...requirements.map((r) => r.link)],
    evidence: relied,
    provenance: [...new Set([...training.relied, ...(predictions?.relied ?? [])])],
  };
}

/** Asked for with `require: none`: the signature then says whose bytes these are, and nothing of where they come from. */
export function noGrounds(): Grounds {
  const reason = 'not looked at: the model was signed with `require: none`';
  const links = ['data → training record', 'training record → model', 'gate evidence → model signature'];
  return {
    checks: [],
    links: links.map((link) => ({ link, assurance: null, ok: false, reason })),
    evidence: [],
    provenance: [],
  };
}
