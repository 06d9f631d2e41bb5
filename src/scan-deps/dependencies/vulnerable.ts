import { type Check, check } from '../../gate/check.js';
import { type Finding, finding } from '../../gate/finding.js';
import { rankOf } from '../osv/severity.js';
import type { Policy } from '../settings.js';
import { lineFor } from './resolved.js';
import type { Vulnerability } from './vulnerability.js';

const vulnerableId = 'scan-deps/vulnerabilities';
const dayMs = 24 * 60 * 60 * 1000;

/** No dependency has a known vulnerability that the policy blocks. */
export function checkVulnerable(vulnerabilities: readonly Vulnerability[], policy: Policy, now: Date): Check {
  return check({
    id: vulnerableId,
    title: 'No dependency has a known vulnerability',
    observed: vulnerabilities.length,
    threshold: { severity: policy.severity, 'unknown-severity': policy.unknownSeverity },
    findings: vulnerabilities.map((vulnerability) => describeFinding(vulnerability, policy, now)),
  });
}

function describeFinding(vulnerability: Vulnerability, policy: Policy, now: Date): Finding {
  const { dependency, name, version, id, aliases } = vulnerability;
  const { blocks, why } = decide(vulnerability, policy, now);
  return finding(vulnerableId, {
    severity: blocks ? 'error' : 'warning',
    message: `${name} ${version}: ${id}${also(aliases)}${why === '' ? '' : `, ${why}`}${said(vulnerability)}`,
    ...dependency.place,
    fix: fixOf(vulnerability),
    ids: [id, ...aliases],
    item: name,
    distinct: `${id} ${version}`,
  });
}

function also(aliases: readonly string[]): string {
  const [first, ...more] = aliases.filter((alias) => alias.startsWith('CVE-'));
  return first === undefined ? '' : ` (${first}${more.length > 0 ? ` and ${more.length} more` : ''})`;
}

function said({ summary }: Vulnerability): string {
  return summary === '' ? '' : `: ${summary}`;
}

/** The line to write where one version mends everything; else what there is. */
function fixOf({ dependency, clean, fixed, malicious }: Vulnerability): string {
  if (malicious) return 'remove the package, and treat every machine that installed it as taken over';
  const hashes = dependency.hashes.length > 0 ? ', with the hashes of that version' : '';
  if (clean !== null) return `${lineFor(dependency, clean)}${hashes}`;
  if (fixed !== null)
    return `${lineFor(dependency, fixed)}${hashes} mends this one; another has no mended version`;
  return 'no mended version is known: replace the package, or waive this advisory with an expiry date';
}

interface Decision {
  readonly blocks: boolean;
  /** For the message. */
  readonly why: string;
}

/** Malicious and known-exploited block at once; others by severity, after the grace that runs from their publication. */
function decide(vulnerability: Vulnerability, policy: Policy, now: Date): Decision {
  const { severity, malicious, exploited } = vulnerability;
  if (malicious) return { blocks: true, why: 'a malicious package' };
  if (exploited) return { blocks: true, why: `${severity} and known to be exploited` };
  const words = severity === 'unknown' ? 'severity unknown' : severity;
  const counts =
    severity === 'unknown' ? policy.unknownSeverity : rankOf(severity) >= rankOf(policy.severity);
  if (!counts) return { blocks: false, why: words };
  const until = graceEnd(vulnerability, policy);
  if (until === null || now.getTime() >= until.getTime()) return { blocks: true, why: words };
  return { blocks: false, why: `${words}, blocks from ${until.toISOString().slice(0, 10)}` };
}

/** When the grace of an advisory ends; `null` where it has none or states no publication. */
function graceEnd({ severity, published }: Vulnerability, { grace }: Policy): Date | null {
  const days = grace[severity === 'unknown' ? 'high' : severity];
  const from = Date.parse(published);
  return days === undefined || Number.isNaN(from) ? null : new Date(from + days * dayMs);
}
