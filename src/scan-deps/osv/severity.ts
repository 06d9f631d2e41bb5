import cvss from 'ae-cvss-calculator';
import type { SeverityFacts } from './advisory.js';

/** Qualitative severities, worst last; `unknown` is none of them. */
const severityOrder = ['low', 'medium', 'high', 'critical'] as const;
type KnownSeverity = (typeof severityOrder)[number];
export type VulnerabilitySeverity = KnownSeverity | 'unknown';

/** GitHub's advisory database says MODERATE where CVSS says medium. */
const words: ReadonlyMap<string, KnownSeverity> = new Map([
  ['low', 'low'],
  ['moderate', 'medium'],
  ['medium', 'medium'],
  ['important', 'high'],
  ['high', 'high'],
  ['critical', 'critical'],
]);

/** The worst of what vectors and words say; `unknown` where none of them says anything. */
export function severityOf({ vectors, words: given }: SeverityFacts): VulnerabilitySeverity {
  const said = [...vectors.map(ofVector), ...given.map((word) => words.get(word.toLowerCase()) ?? 'unknown')];
  return said.reduce(worseSeverity, 'unknown');
}

export function worseSeverity(a: VulnerabilitySeverity, b: VulnerabilitySeverity): VulnerabilitySeverity {
  return rankOf(a) >= rankOf(b) ? a : b;
}

/** −1 for `unknown`. */
export function rankOf(severity: VulnerabilitySeverity): number {
  return severity === 'unknown' ? -1 : severityOrder.indexOf(severity);
}

/** Qualitative rating scale of CVSS v3.1 (section 5), v4.0 (section 6) and NVD's for v2.0; a score of 0 is `low`. */
function ofVector(vector: string): VulnerabilitySeverity {
  const score = scoreOf(vector);
  if (score === null) return 'unknown';
  if (score >= 9 && vector.startsWith('CVSS:')) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

/** Base score as the vector's own version defines it; `null` for anything but a whole vector. */
function scoreOf(vector: string): number | null {
  // The longest vector of v4.0 with all metrics has about 250 characters.
  if (vector.length > 400) return null;
  try {
    const parsed: { isBaseFullyDefined(): boolean; calculateScores(): { base?: number } } | null =
      cvss.fromVector(vector);
    const base = parsed?.isBaseFullyDefined() ? parsed.calculateScores().base : undefined;
    return base === undefined || !Number.isFinite(base) ? null : base;
  } catch {
    return null;
  }
}
