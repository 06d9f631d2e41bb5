import { scanLimits } from '../limits.js';
import { normaliseName } from '../requirements/dependency.js';

/** What we use of an OSV record (OSV schema 1.x), read out of JSON that nobody vouches for. */
export interface Advisory {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly summary: string;
  /** ISO 8601, as the record states it; empty where absent. */
  readonly modified: string;
  readonly published: string;
  readonly withdrawn: boolean;
  readonly severity: SeverityFacts;
  /** The packages of our ecosystem, by normalised name. */
  readonly affected: ReadonlyMap<string, readonly AffectedText[]>;
}

export interface SeverityFacts {
  /** CVSS vectors of any version. */
  readonly vectors: readonly string[];
  /** `database_specific.severity`: LOW, MODERATE, HIGH, CRITICAL. */
  readonly words: readonly string[];
}

/** One entry of `affected`, versions still as text. */
export interface AffectedText {
  readonly ranges: readonly { readonly events: readonly EventText[] }[];
  readonly versions: readonly string[];
}

const eventKinds = ['introduced', 'fixed', 'last_affected', 'limit'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface EventText {
  readonly kind: EventKind;
  readonly version: string;
}

/** The record is not what the OSV schema says; the message tells where. */
export class AdvisoryError extends Error {
  override readonly name = 'AdvisoryError';
}

export const ecosystem = 'PyPI';

/**
 * Reads one OSV record. Fields that we do not use are not looked at; those that we use must have the form the schema gives
 * them, since a record that is half understood would be half applied.
 *
 * @throws AdvisoryError
 */
export function readAdvisory(json: unknown): Advisory {
  const record = asObject(json, 'the record');
  const id = asText(record.id, 'id');
  const aliases = asList(record.aliases, 'aliases').map((alias) => asText(alias, 'aliases[]'));
  if (id === '') throw new AdvisoryError('id is empty');
  if ([id, ...aliases].some((name) => name.length > scanLimits.advisoryId))
    throw new AdvisoryError('an id is too long');
  const entries = asList(record.affected, 'affected').map((entry) => asObject(entry, 'affected[]'));
  return {
    id,
    aliases,
    summary: asText(record.summary, 'summary').slice(0, 300),
    modified: asText(record.modified, 'modified'),
    published: asText(record.published, 'published'),
    withdrawn: asText(record.withdrawn, 'withdrawn') !== '',
    severity: severityOf(record, entries),
    affected: affectedOf(entries),
  };
}

function affectedOf(entries: readonly JsonRecord[]): ReadonlyMap<string, readonly AffectedText[]> {
  const packages = new Map<string, AffectedText[]>();
  for (const entry of entries) {
    const { ecosystem: system, name } = asObject(entry.package ?? {}, 'affected[].package');
    // An ecosystem may carry a suffix: `Debian:12`.
    if (asText(system, 'affected[].package.ecosystem').split(':', 1)[0] !== ecosystem) continue;
    const normal = normaliseName(asText(name, 'affected[].package.name'));
    const texts = packages.get(normal) ?? [];
    texts.push(affectedText(entry));
    packages.set(normal, texts);
  }
  return packages;
}

function affectedText(entry: JsonRecord): AffectedText {
  const ranges = asList(entry.ranges, 'affected[].ranges').map((range) => asObject(range, 'ranges[]'));
  return {
    // GIT ranges speak of commits; a package has versions.
    ranges: ranges
      .filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER')
      .map(({ events }) => ({ events: asList(events, 'ranges[].events').flatMap(eventsOf) })),
    versions: asList(entry.versions, 'affected[].versions').map((version) => asText(version, 'versions[]')),
  };
}

function eventsOf(json: unknown): readonly EventText[] {
  const event = asObject(json, 'events[]');
  return eventKinds.flatMap((kind) =>
    event[kind] === undefined ? [] : [{ kind, version: asText(event[kind], `events[].${kind}`) }],
  );
}

function severityOf(record: JsonRecord, entries: readonly JsonRecord[]): SeverityFacts {
  const rated = [record, ...entries].flatMap((place) =>
    asList(place.severity, 'severity').map((entry) => asObject(entry, 'severity[]')),
  );
  const databases = [record, ...entries].map((place) =>
    asObject(place.database_specific ?? {}, 'database_specific'),
  );
  return {
    vectors: rated.map(({ score }) => asText(score, 'severity[].score')),
    words: databases.map(({ severity }) => severity).filter((word) => typeof word === 'string'),
  };
}

interface JsonRecord {
  readonly [key: string]: unknown;
}

function asObject(value: unknown, where: string): JsonRecord {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AdvisoryError(`${where} is no object`);
  }
  return { ...value };
}

function asList(value: unknown, where: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new AdvisoryError(`${where} is no list`);
  return value;
}

function asText(value: unknown, where: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw new AdvisoryError(`${where} is no text`);
  return value;
}
