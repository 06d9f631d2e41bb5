import { type Check, check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import { finding } from '../gate/finding.js';
import { isExpired, type Waiver } from '../gate/waiver.js';
import type { Named } from './gather.js';

/** Waivers that have expired, or excuse nothing any more: each is one line to delete. An expired one in use fails its own gate. */
export function judgeWaivers(
  waivers: readonly Waiver[],
  evidence: readonly Named<Evidence>[],
  now: Date,
): Check {
  const id = 'policy-gate/waivers';
  const used = evidence.flatMap(({ item }) => item.result.waivers);
  const isUsed = (w: Waiver) => used.some((u) => u.id === w.id && u.scope === w.scope);
  const findings = waivers
    .filter((w) => isExpired(w, now) || !isUsed(w))
    .map((w) =>
      finding(id, {
        severity: isExpired(w, now) ? 'warning' : 'note',
        item: w.scope,
        distinct: w.id,
        message: isExpired(w, now)
          ? `waiver ${w.id} for ${w.scope} expired on ${w.expires}`
          : `waiver ${w.id} for ${w.scope} excused nothing in this run`,
        fix: `delete it, or have ${w.approver} renew it`,
      }),
    );
  return check({ id, title: 'Every waiver is in force and needed', observed: waivers.length, findings });
}
