import { type Check, check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import { type Finding, finding } from '../gate/finding.js';
import { sameBytes } from '../gate/model.js';
import type { Subject } from '../gate/subject.js';
import type { Named } from './gather.js';
import { shorten } from './list-some.js';

const id = 'policy-gate/same-subjects';

interface Sighting {
  readonly evidence: Named<Evidence>;
  readonly subject: Subject;
}

/** That gates which speak of the same thing speak of the same bytes. */
export function judgeSubjects(evidence: readonly Named<Evidence>[]): Check {
  const sightings = evidence.flatMap((one) =>
    one.item.result.subjects.map((subject): Sighting => ({ evidence: one, subject })),
  );
  return check({
    id,
    title: 'All gates speak of the same data, model and lock files',
    findings: [...mismatches(sightings), ...strangers(sightings)],
  });
}

/** One name (or label), two digests. */
function mismatches(sightings: readonly Sighting[]): readonly Finding[] {
  const first = new Map<string, Sighting>();
  const findings: Finding[] = [];
  for (const sighting of sightings) {
    const { role, label, name } = sighting.subject;
    const key = JSON.stringify([role, label ?? name]);
    const known = first.get(key);
    if (known === undefined) first.set(key, sighting);
    else if (!sameBytes(known.subject.digest, sighting.subject.digest))
      findings.push(mismatch(`${role} ${label ?? name}`, known, sighting));
  }
  return findings;
}

function mismatch(what: string, a: Sighting, b: Sighting): Finding {
  return finding(id, {
    severity: 'error',
    file: b.evidence.name,
    item: what,
    message: `${shorten(what)} is not the same for ${a.evidence.item.result.gate} and ${b.evidence.item.result.gate}`,
    fix: 'let all gates judge the files of one commit and one training run',
    distinct: a.evidence.name,
  });
}

/** Models may lie at different paths in different jobs, but two gates must have one in common. */
function strangers(sightings: readonly Sighting[]): readonly Finding[] {
  const models = sightings.filter(({ subject }) => subject.role === 'model');
  const gates = [...new Set(models.map(({ evidence }) => evidence.item.result.gate))];
  const of = (gate: string) => models.filter(({ evidence }) => evidence.item.result.gate === gate);
  return gates.slice(1).flatMap((gate, i) => {
    const [before = [], here] = [of(gates[i] ?? ''), of(gate)];
    const shared = here.some((b) => before.some((a) => sameBytes(a.subject.digest, b.subject.digest)));
    const [a, b] = [before[0], here[0]];
    return shared || a === undefined || b === undefined ? [] : [mismatch('model', a, b)];
  });
}
