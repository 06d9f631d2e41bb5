import { type Check, check } from '../../gate/check.js';
import { configError, Failure } from '../../gate/failure.js';
import { finding } from '../../gate/finding.js';
import type { Material } from '../../gate/subject.js';
import type { Ports } from '../../platform/ports.js';
import { groupByAlias } from '../osv/aliases.js';
import { answersItsOwn, buildDatabase } from '../osv/database.js';
import { readCatalogue } from '../osv/kev.js';
import { readSources, type Source } from '../osv/source.js';
import { SourceError } from '../osv/source-error.js';
import { daysOf, type Settings } from '../settings.js';
import type { Knowledge } from './vulnerability.js';

const advisoriesId = 'scan-deps/advisories';
const title = 'The advisory databases are whole, recent and answer';
const dayMs = 24 * 60 * 60 * 1000;
/** Without `max-age`, the age from which a database is worth a note. */
const notableDays = 30;

export interface Loaded {
  /** `null` when a database cannot be relied on: then nothing was looked up. */
  readonly knowledge: Knowledge | null;
  readonly check: Check;
  readonly materials: readonly Material[];
}

/**
 * Loads what is known of vulnerabilities. A database that is missing, empty, broken, stale or mute makes the check an error
 * ("not checked"), never a clean result.
 *
 * @throws Failure('config') when no database is named.
 */
export async function loadKnowledge(ports: Ports, settings: Settings): Promise<Loaded> {
  if (!settings.osv) {
    throw configError('no source of advisories is named, so no dependency can be checked', {
      fix: 'name a database: `osv: [advisories/]` under `scan-deps`, or `--osv ZIP|DIR`',
    });
  }
  const sources: Source[] = [];
  for (const path of settings.osv) {
    const read = await readOrReason(ports, path);
    if (typeof read === 'string') return unusable(ports.files.display(path), read);
    sources.push(...read);
  }
  const catalogue = settings.kev === undefined ? null : await readCatalogue(ports.files, settings.kev);
  const database = buildDatabase(sources.flatMap(({ advisories }) => advisories));
  const groups = groupByAlias(database.advisories);
  return {
    knowledge: { database, groups, exploited: catalogue?.ids ?? new Set() },
    check: checkAge(sources, settings['max-age'], ports.clock.now()),
    materials: [...sources.map(materialOf), ...(catalogue ? [catalogue.material] : [])],
  };
}

/** The sources at a path, or why they cannot be relied on. */
async function readOrReason(ports: Ports, path: string): Promise<readonly Source[] | string> {
  try {
    const sources = await readSources(ports, path);
    const mute = sources.find(({ advisories }) => !answersItsOwn(buildDatabase(advisories)));
    return mute ? 'does not find its own advisories at the versions they name' : sources;
  } catch (error) {
    if (error instanceof SourceError) return error.message;
    if (error instanceof Failure && error.kind === 'input')
      return error.problems.map(({ message }) => message).join('; ');
    throw error;
  }
}

function unusable(name: string, why: string): Loaded {
  const reason = `not checked: the advisory database ${name} ${why}`;
  const fix =
    'fetch the database again, whole: https://osv-vulnerabilities.storage.googleapis.com/PyPI/all.zip';
  return {
    knowledge: null,
    check: check({
      id: advisoriesId,
      title,
      findings: [finding(advisoriesId, { severity: 'error', message: reason, fix, item: name })],
      outcome: { status: 'error', reason },
    }),
    materials: [],
  };
}

function checkAge(sources: readonly Source[], maxAge: string | undefined, now: Date): Check {
  const ages = sources.map((source) => ({
    ...source,
    days: Math.floor((now.getTime() - Date.parse(source.date)) / dayMs),
  }));
  const limit = maxAge === undefined ? notableDays : daysOf(maxAge);
  const old = ages.filter(({ days }) => days > limit);
  const reason = old
    .map(({ name, date, days }) => `${name} is of ${date.slice(0, 10)}, ${days} days old`)
    .join('; ');
  return check({
    id: advisoriesId,
    title,
    observed: { 'age-days': Math.max(...ages.map(({ days }) => days)) },
    ...(maxAge !== undefined && { threshold: { 'age-days': limit } }),
    findings: old.map(({ name, date, days }) =>
      finding(advisoriesId, {
        severity: maxAge === undefined ? 'note' : 'error',
        message: `${name} is of ${date.slice(0, 10)}, ${days} days old: what was published since is not known to it`,
        fix: 'fetch the database again',
        item: name,
      }),
    ),
    ...(old.length > 0 &&
      maxAge !== undefined && { outcome: { status: 'error', reason: `stale: ${reason}` } }),
  });
}

function materialOf({ name, digest, date, records, advisories }: Source): Material {
  const packages = new Set(advisories.flatMap(({ affected }) => [...affected.keys()])).size;
  return { name, digest, date, facts: { records, advisories: advisories.length, packages } };
}
