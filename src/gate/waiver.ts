import { type Check, withStatus } from './check.js';
import { byImportance, type Finding } from './finding.js';
import { by } from './order.js';

/** A named exception (DESIGN §2). `expires` is a calendar day, `YYYY-MM-DD`; the waiver holds through that day, UTC. */
export interface Waiver {
  readonly id: string;
  readonly scope: string;
  readonly reason: string;
  readonly owner: string;
  readonly approver: string;
  readonly expires: string;
}

export interface UsedWaiver extends Waiver {
  /** `verified` only where the API showed a review by that login. */
  readonly approval: 'claimed' | 'verified';
  /** Fingerprints of the findings it excuses. */
  readonly findings: readonly string[];
}

export interface WaiverOutcome {
  readonly checks: readonly Check[];
  readonly used: readonly UsedWaiver[];
  /** Matched a finding but had expired: the finding stands. */
  readonly expired: readonly Waiver[];
}

export function isExpired(waiver: Waiver, now: Date): boolean {
  return now.toISOString().slice(0, 10) > waiver.expires;
}

/** Excuses exactly the findings that carry a waiver's id and scope; all others are left as they were. */
export function applyWaivers(checks: readonly Check[], waivers: readonly Waiver[], now: Date): WaiverOutcome {
  const matching = (f: Finding) => waivers.filter((w) => f.ids.includes(w.id) && f.scopes.includes(w.scope));
  const excuses = new Map<Waiver, string[]>();
  const expired = new Set<Waiver>();

  const excuse = (f: Finding): Finding => {
    const [live] = matching(f).filter((w) => {
      if (isExpired(w, now)) expired.add(w);
      return !isExpired(w, now);
    });
    if (!live) return f;
    excuses.set(live, [...(excuses.get(live) ?? []), f.fingerprint]);
    return { ...f, waivedBy: live.id };
  };
  const waived = checks.map((c) => withStatus({ ...c, findings: c.findings.map(excuse).sort(byImportance) }));

  return {
    checks: waived,
    used: [...excuses]
      .map(([w, findings]) => ({ ...w, approval: 'claimed' as const, findings: findings.sort() }))
      .sort(byName),
    expired: [...expired].sort(byName),
  };
}

const byName = by<Waiver>(
  (w) => w.id,
  (w) => w.scope,
);
