import type { Assurance, ChainLink } from '../gate/chain.js';
import { verdictOf } from '../gate/check.js';
import type { JsonObject } from '../gate/json.js';
import type { Stage } from '../gate/stage.js';
import { identityOf } from '../gate/subject.js';
import { isAccepted } from '../gate/verdict.js';
import type { Gathered } from './gather.js';
import type { GateFate } from './judge-gate.js';
import { listSome } from './list-some.js';

/** What machines read, and all that the report shows. */
export function metricsOf(
  fates: readonly GateFate[],
  { accepted, ignored }: Gathered,
  stage: Stage,
  announced: boolean,
): JsonObject {
  const assurance: Assurance = announced ? 'bound' : 'claimed';
  const required = fates.filter((fate) => fate.required);
  return {
    stage,
    gatesRequired: required.length,
    gatesPassed: required.filter(({ check }) => isAccepted(verdictOf(check))).length,
    gates: fates.flatMap(gateRows),
    evidence: {
      accepted: accepted.map(({ name, item }) => ({ name, digest: `sha256:${item.digest}` })),
      ignored: ignored.map(({ name, item }) => ({ name, reason: item })),
    },
    chain: fates.flatMap((fate) => linksOf(fate, assurance)).map((link) => ({ ...link })),
  };
}

function gateRows(fate: GateFate): readonly JsonObject[] {
  const { gate, required, evidence, check } = fate;
  const own = { gate, required, status: check.status, reason: reasonOf(fate) };
  if (evidence.length === 0) return [{ ...own, verdict: null, digest: null }];
  return evidence.map(({ item }) => ({
    ...own,
    ...(item.result.instance !== '' && { instance: item.result.instance }),
    verdict: item.result.verdict,
    digest: `sha256:${item.digest}`,
  }));
}

function reasonOf({ check }: GateFate): string {
  const said = [
    ...(check.reason === undefined ? [] : [check.reason]),
    ...check.findings.map((f) => f.message),
  ];
  return listSome(said) || 'present, fresh and accepted';
}

/** From each thing that was judged to the evidence that speaks of it. */
function linksOf(fate: GateFate, assurance: Assurance): readonly ChainLink[] {
  const { gate, evidence, check } = fate;
  const ok = isAccepted(verdictOf(check));
  if (evidence.length === 0)
    return [{ link: `→ ${gate} evidence`, assurance: null, ok: false, reason: reasonOf(fate) }];
  return evidence.flatMap(({ item }) =>
    item.result.subjects.map((subject) => ({
      link: `${subject.role} ${subject.label ?? subject.name} → ${gate} evidence`,
      assurance,
      ok,
      reason: ok ? identityOf(subject) : reasonOf(fate),
    })),
  );
}
