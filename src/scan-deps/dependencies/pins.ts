import path from 'node:path';
import { type Check, check } from '../../gate/check.js';
import { type Finding, finding, type Severity } from '../../gate/finding.js';
import { readPep440 } from '../pep440.js';
import type { LockedDependency } from '../requirements/dependency.js';
import type { Policy } from '../settings.js';
import { lineFor, type Resolved } from './resolved.js';

export const pinnedId = 'scan-deps/pinned';
const hashedId = 'scan-deps/hashed';

const howToPin = 'write one exact version, as `pip-compile` or `uv pip compile` does for the whole file';

/** Every dependency has one exact version that advisories can be looked up for. */
export function checkPinned(resolved: readonly Resolved[], policy: Policy): Check {
  const pins = new Map(
    resolved.flatMap(({ dependency: { name }, version }) => (name && version ? [[name, version]] : [])),
  );
  const findings = resolved.flatMap(({ dependency, version }) => {
    const lack = lackOf(dependency, version, policy.unpinned ? 'error' : 'warning');
    if (!lack) return [];
    const known = dependency.name === null || dependency.source ? undefined : pins.get(dependency.name);
    const fix = known === undefined || version !== null ? lack.fix : lineFor(dependency, known);
    return [findingAt(pinnedId, dependency, { ...lack, fix })];
  });
  return check({
    id: pinnedId,
    title: 'Every dependency has one exact version',
    observed: findings.length,
    threshold: 0,
    findings,
  });
}

interface Lack {
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string;
}

function lackOf(dependency: LockedDependency, version: string | null, severity: Severity): Lack | null {
  if (dependency.source !== null && version === null) return lackOfSource(dependency, severity);
  // A constraint installs nothing; where it is only a bound, the line that it bounds is judged.
  if (dependency.constraint && version === null) return null;
  if (version === null) {
    const asked = dependency.clauses.map((clause) => clause.operator + clause.version).join(',');
    const range = asked === '' ? 'names no version' : `names the range ${asked}, not one version`;
    return {
      severity,
      message: `${dependency.label} ${range}: what gets installed may change`,
      fix: howToPin,
    };
  }
  if (readPep440(version)) return null;
  const message = `${dependency.label} has the version ${JSON.stringify(version)}, which PEP 440 does not order: not every advisory can be applied`;
  return { severity, message, fix: 'write the version as the package index states it' };
}

/** A place instead of a version: no advisory can be looked up, so it is never clean. */
function lackOfSource({ source, label, place }: LockedDependency, severity: Severity): Lack | null {
  if (source === null) return null;
  if (source.kind === 'path' && !liesOutside(source.url, place.file)) {
    return {
      severity: 'note',
      message: `${label} is installed from the repository itself: not looked up in advisories`,
      fix: 'judge its own lock file',
    };
  }
  const fixed = source.fixed
    ? 'has no version that advisories could be looked up for'
    : 'may change its content';
  return {
    severity: source.fixed ? 'warning' : severity,
    message: `${label} comes from ${source.url} and ${fixed}`,
    fix:
      source.kind === 'vcs'
        ? 'take a released version, or name a full commit: …@<40 hexadecimal digits>'
        : 'take a released version, or add #sha256=… to the URL',
  };
}

/** A path that leads out of the repository, by where the lock file lies: its content is in no commit. */
function liesOutside(url: string, lockFile: string): boolean {
  const target = url.replace(/^file:/i, '').replaceAll('\\', '/');
  if (target.startsWith('/') || /^[A-Za-z]:/.test(target)) return true;
  const [first] = path.posix.join(path.posix.dirname(lockFile), target).split('/', 1);
  return first === '..';
}

/** Pinned dependencies carry a hash, where the policy or a file asks for it. */
export function checkHashed(resolved: readonly Resolved[], policy: Policy): Check {
  const asked = resolved.filter(
    ({ dependency: d }) => (policy.missingHash || d.hashesRequired) && !d.constraint && d.source === null,
  );
  const findings = asked
    .filter(({ dependency }) => dependency.hashes.length === 0)
    .map(({ dependency }) =>
      findingAt(hashedId, dependency, {
        severity: 'error',
        message: `${dependency.label} has no --hash: the index could hand out other bytes`,
        fix: 'add its hashes, as `pip-compile --generate-hashes` or `uv pip compile --generate-hashes` does',
      }),
    );
  const title = 'Every pinned dependency carries a hash';
  if (asked.length > 0)
    return check({ id: hashedId, title, observed: findings.length, threshold: 0, findings });
  const reason = 'neither `block.missing-hash` nor a `--require-hashes` asks for it';
  return check({ id: hashedId, title, outcome: { status: 'skip', reason } });
}

function findingAt(id: string, dependency: LockedDependency, lack: Lack): Finding {
  const { name, label, place } = dependency;
  return finding(id, { ...lack, ...place, item: name ?? label, distinct: dependency.marker ?? '' });
}
