import { type Check, check } from '../../gate/check.js';
import type { JsonObject } from '../../gate/json.js';
import type { Judgement } from '../../gate/result.js';
import type { Subject } from '../../gate/subject.js';
import type { Ports } from '../../platform/ports.js';
import { ecosystem } from '../osv/advisory.js';
import type { Lock } from '../requirements/lock.js';
import { readLocks } from '../requirements/lock.js';
import { policyOf, type Settings } from '../settings.js';
import { loadKnowledge } from './knowledge.js';
import { checkHashed, checkPinned } from './pins.js';
import { byPlace, type Resolved, resolveVersions } from './resolved.js';
import { findVulnerabilities, type Vulnerability } from './vulnerability.js';
import { checkVulnerable } from './vulnerable.js';

const lockFileId = 'scan-deps/lock-file';
const defaultLock = 'requirements.txt';

/**
 * Judges the lock files: pins, hashes, known vulnerabilities.
 *
 * @throws Failure as reading them and loading the databases do.
 */
export async function judgeDependencies(ports: Ports, settings: Settings): Promise<Judgement> {
  const paths = await lockPaths(ports, settings);
  if (paths.length === 0) return withoutLock(settings);
  const lock = await readLocks(ports.files, paths);
  const resolved = resolveVersions(lock.dependencies).toSorted(byPlace);
  const policy = policyOf(settings);
  const { knowledge, check: advisories, materials } = await loadKnowledge(ports, settings);
  const vulnerabilities = knowledge ? findVulnerabilities(resolved, knowledge) : [];
  return {
    checks: [
      checkFound(lock),
      checkPinned(resolved, policy),
      checkHashed(resolved, policy),
      advisories,
      ...(knowledge ? [checkVulnerable(vulnerabilities, policy, ports.clock.now())] : []),
    ],
    subjects: lock.files.map(
      ({ name, sha256 }): Subject => ({
        name,
        kind: 'file',
        role: 'lock-file',
        digest: { sha256 },
        grade: 'bytes',
      }),
    ),
    materials,
    metrics: {
      dependencies: resolved.filter(({ dependency }) => dependency.name !== null).map(dependencyToJson),
      vulnerabilities: vulnerabilities.map(vulnerabilityToJson),
    },
  };
}

async function lockPaths({ files }: Ports, settings: Settings): Promise<readonly string[]> {
  const given = settings['lock-files'];
  if (given) return files.glob(given);
  return (await files.kind(defaultLock)) === 'missing' ? [] : [defaultLock];
}

function withoutLock(settings: Settings): Judgement {
  const modelsOnly = settings['lock-files'] === undefined && settings.models !== undefined;
  const reason = modelsOnly
    ? `no lock file is named and there is no ${defaultLock}: only model files are judged`
    : `no lock file found${settings['lock-files'] ? ` that matches ${settings['lock-files'].join(', ')}` : `: there is no ${defaultLock}`}; write one, or name it: \`lock-files\` under \`scan-deps\`, or \`--lock FILE\``;
  const found = check({
    id: lockFileId,
    title: 'There is a lock file to judge',
    outcome: { status: modelsOnly ? 'skip' : 'error', reason },
  });
  return { checks: [found], subjects: [], materials: [], metrics: { dependencies: [], vulnerabilities: [] } };
}

/** Lock files that name nothing are more likely the wrong files than a pipeline without dependencies. */
function checkFound({ files, dependencies }: Lock): Check {
  const names = files.map(({ name }) => name).join(', ');
  return check({
    id: lockFileId,
    title: 'There is a lock file to judge',
    observed: dependencies.length,
    ...(dependencies.length === 0 && {
      outcome: {
        status: 'error',
        reason: `${names}: no dependency is named there, so nothing can be judged; name the file that pins them`,
      },
    }),
  });
}

function dependencyToJson({ dependency, version }: Resolved): JsonObject {
  const { name, place } = dependency;
  return { name, version, ecosystem, file: place.file, line: place.line };
}

function vulnerabilityToJson({
  name,
  version,
  id,
  aliases,
  severity,
  fixed,
  exploited,
}: Vulnerability): JsonObject {
  return { name, version, id, aliases, severity, fixed, exploited };
}
