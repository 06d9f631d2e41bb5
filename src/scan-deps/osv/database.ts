import type { Advisory } from './advisory.js';
import { type Affected, fixedVersions, isAffected, isListed, parseAffected, witnesses } from './affected.js';
import { parseVersion, type VersionKey } from './version.js';

/** Advisories by package, parsed when a package is first asked for. */
export interface Database {
  readonly size: number;
  readonly packages: number;
  /** Every advisory that says the version is affected. */
  affecting(name: string, version: string): readonly Advisory[];
  /** Versions at which the advisories of a package say they are mended. */
  fixesOf(name: string): readonly string[];
  /** All advisories, one for each id. */
  readonly advisories: readonly Advisory[];
}

interface Known {
  readonly advisory: Advisory;
  readonly affected: readonly Affected[];
}

/** Where two sources know one id, the record that was modified last counts. */
export function buildDatabase(advisories: readonly Advisory[]): Database {
  const unique = newestById(advisories);
  const byName = new Map<string, Advisory[]>();
  for (const advisory of unique) {
    for (const name of advisory.affected.keys()) {
      const known = byName.get(name);
      if (known) known.push(advisory);
      else byName.set(name, [advisory]);
    }
  }
  const parsed = new Map<string, readonly Known[]>();
  const knownOf = (name: string) => {
    const known = parsed.get(name) ?? (byName.get(name) ?? []).map((advisory) => parseKnown(advisory, name));
    parsed.set(name, known);
    return known;
  };
  return {
    size: unique.length,
    packages: byName.size,
    advisories: unique,
    affecting: (name, version) => {
      const key = parseVersion(version);
      return knownOf(name)
        .filter(({ affected }) => affected.some((entry) => hits(version, key, entry)))
        .map(({ advisory }) => advisory);
    },
    fixesOf: (name) =>
      (byName.get(name) ?? []).flatMap((advisory) =>
        (advisory.affected.get(name) ?? []).flatMap(fixedVersions),
      ),
  };
}

function newestById(advisories: readonly Advisory[]): readonly Advisory[] {
  const byId = new Map<string, Advisory>();
  for (const advisory of advisories) {
    const other = byId.get(advisory.id);
    if (!other || other.modified < advisory.modified) byId.set(advisory.id, advisory);
  }
  return [...byId.values()];
}

function parseKnown(advisory: Advisory, name: string): Known {
  return { advisory, affected: (advisory.affected.get(name) ?? []).map(parseAffected) };
}

function hits(version: string, key: VersionKey | null, affected: Affected): boolean {
  return key === null ? isListed(version, affected) : isAffected(key, affected);
}

/**
 * The canary: whether the database, asked through the very look-up that judges dependencies, finds an advisory at a version
 * which that advisory says is affected. A source that is there but answers nothing would read as clean.
 */
export function answersItsOwn({ advisories, affecting }: Database): boolean {
  return advisories.some(({ id, affected }) =>
    [...affected].some(([name, texts]) =>
      texts.flatMap(witnesses).some((version) => affecting(name, version).some((found) => found.id === id)),
    ),
  );
}
