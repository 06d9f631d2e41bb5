import { type Check, check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import { finding } from '../gate/finding.js';
import { contradictions, type Demands, faultsOf } from './faults.js';
import type { Named } from './gather.js';
import { listSome } from './list-some.js';
import type { Requirable } from './settings.js';

/** What became of one gate's evidence. */
export interface GateFate {
  readonly gate: Requirable;
  readonly required: boolean;
  readonly evidence: readonly Named<Evidence>[];
  readonly check: Check;
}

/** Whether a gate's evidence is there and good. */
export function judgeGate(
  gate: Requirable,
  required: boolean,
  evidence: readonly Named<Evidence>[],
  demands: Demands,
): GateFate {
  const id = `policy-gate/${gate}`;
  const faults = [...evidence.flatMap((one) => faultsOf(one, demands)), ...contradictions(evidence, gate)];
  const errors = [
    ...(evidence.length === 0
      ? [`there is no evidence of ${gate} that counts; run it before this gate, over the same evidence`]
      : []),
    ...faults.flatMap((fault) => ('error' in fault ? [fault.error] : [])),
  ];
  const findings = faults.flatMap((fault) => ('finding' in fault ? [finding(id, fault.finding)] : []));
  const verdicts = evidence.map(({ item }) => item.result.verdict);
  return {
    gate,
    required,
    evidence,
    check: check({
      id,
      title: `${gate} has judged, and its evidence is good`,
      observed: verdicts.join(', ') || null,
      threshold: demands.accept.join(' or '),
      findings,
      facts: { gate, digests: evidence.map(({ item }) => `sha256:${item.digest}`) },
      ...(errors.length > 0 && { outcome: { status: 'error', reason: listSome(errors) } }),
    }),
  };
}
