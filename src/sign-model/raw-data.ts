import type { ChainLink } from '../gate/chain.js';
import type { Provenance, StepItem } from '../gate/provenance.js';
import { isAccepted } from '../gate/verdict.js';
import { assuranceOf, describeItem, includes, type SigningCase, subjectsOf } from './case.js';

export interface Origins {
  readonly links: readonly ChainLink[];
  /** Records that the links rest on. */
  readonly relied: readonly Provenance[];
  /** Data that no recorded step made: there the chain begins. */
  readonly unrecorded: readonly StepItem[];
}

/** Raw data → processed data, for each recorded step that made data which went into the model. */
export function originsOf(data: readonly StepItem[], facts: SigningCase): Origins {
  const relied = facts.records.filter((step) => madeBy(step, data).length > 0);
  const made = relied.flatMap((step) => madeBy(step, data));
  return {
    links: relied.map((step) => linkOf(step, madeBy(step, data), facts)),
    relied,
    unrecorded: data.filter(({ digest }) => !includes(made, digest)),
  };
}

/** What went in and is unchanged was not made. */
function madeBy({ inputs, outputs }: Provenance, data: readonly StepItem[]): readonly StepItem[] {
  return outputs.filter(({ digest }) => includes(data, digest) && !includes(inputs, digest));
}

/** The data that trained must have been validated; of the data before it, the link says whether it was. */
function linkOf(step: Provenance, made: readonly StepItem[], facts: SigningCase): ChainLink {
  const link = 'raw data → processed data';
  const datasets = step.inputs.filter(({ role }) => role === 'dataset');
  const raw = datasets.length > 0 ? datasets : step.inputs;
  const broken = (reason: string) => ({ link, assurance: null, ok: false, reason });
  if (raw.length === 0) return broken(`the record of step ${step.step} names nothing that went in`);
  const evidence = facts.evidence.filter(
    ({ result }) => result.gate === 'data-validate' && isAccepted(result.verdict),
  );
  const validated = subjectsOf(evidence, 'dataset');
  const without = (items: readonly StepItem[]) => items.filter(({ digest }) => !includes(validated, digest));
  const says = `step ${step.step} made ${list(made)} of ${list(raw)}`;
  const unknown = without(made);
  if (unknown.length > 0)
    return broken(`${says}, but no evidence of data-validate is about ${list(unknown)}`);
  const stated = without(raw);
  const rest =
    stated.length > 0 ? `; no evidence of data-validate is about ${list(stated)}: only stated` : '';
  return { link, assurance: assuranceOf(facts, [step]), ok: true, reason: `${says}${rest}` };
}

function list(items: readonly StepItem[]): string {
  return items.map(describeItem).join(', ');
}
