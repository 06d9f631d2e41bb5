import type { AffectedText, EventKind, EventText } from './advisory.js';
import { canonicalVersion, compareVersions, parseVersion, type VersionKey } from './version.js';

/** One entry of `affected`, its versions parsed and its events in order. */
export interface Affected {
  readonly ranges: readonly Range[];
  /** Canonical forms; a text that is no version stands as it is. */
  readonly versions: ReadonlySet<string>;
}

interface Range {
  readonly events: readonly Event[];
  /** Empty: none. */
  readonly limits: readonly VersionKey[];
}

interface Event {
  readonly kind: Exclude<EventKind, 'limit'>;
  /** `null`: from the first version on. */
  readonly key: VersionKey | null;
}

export function parseAffected(text: AffectedText): Affected {
  return {
    ranges: text.ranges.map(({ events }) => ({
      events: inOrder(events.flatMap(readEvent)),
      limits: limitsOf(events),
    })),
    versions: new Set(text.versions.map(canonicalOrText)),
  };
}

/**
 * An event whose version cannot be read is left out where it would end a range and counts from the start where it begins
 * one: a broken advisory warns too often, never too rarely.
 */
function readEvent({ kind, version }: EventText): readonly Event[] {
  if (kind === 'limit') return [];
  const key = version === '0' ? null : parseVersion(version);
  return key === null && kind !== 'introduced' ? [] : [{ kind, key }];
}

/** `*` lifts every limit, and so does one that cannot be read. */
function limitsOf(events: readonly EventText[]): readonly VersionKey[] {
  const limits = events.filter(({ kind }) => kind === 'limit').map(({ version }) => parseVersion(version));
  return limits.includes(null) ? [] : limits.filter((limit) => limit !== null);
}

/**
 * Sorts events by version. Where several stand at one version, the end comes first if a range is open there (else the range
 * that begins would be lost), and last if none is (`introduced` and `last_affected` of one version mean that version).
 */
function inOrder(events: readonly Event[]): readonly Event[] {
  const sorted = [...events].sort((a, b) => compareKeys(a.key, b.key));
  const walked: Event[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && compareKeys(sorted[start]?.key ?? null, sorted[end]?.key ?? null) === 0)
      end += 1;
    const open = walked.at(-1)?.kind === 'introduced';
    const first = (kind: Event['kind']) => (kind === 'introduced') !== open;
    const together = sorted.slice(start, end);
    for (const event of together) if (first(event.kind)) walked.push(event);
    for (const event of together) if (!first(event.kind)) walked.push(event);
    start = end;
  }
  return walked;
}

function compareKeys(a: VersionKey | null, b: VersionKey | null): number {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  return compareVersions(a, b);
}

/**
 * Whether a version is affected, as the OSV schema's "Evaluation" has it: in a range, or in the list of versions.
 */
export function isAffected(version: VersionKey, { ranges, versions }: Affected): boolean {
  return ranges.some((range) => isInRange(version, range)) || versions.has(canonicalVersion(version));
}

/** For a text that PEP 440 does not order (`===` takes any): only a listing can be decided. */
export function isListed(text: string, { versions }: Affected): boolean {
  return versions.has(canonicalOrText(text));
}

function isInRange(version: VersionKey, { events, limits }: Range): boolean {
  if (limits.length > 0 && !limits.some((limit) => compareVersions(version, limit) < 0)) return false;
  let inside = false;
  for (const { kind, key } of events) {
    const order = key === null ? 1 : compareVersions(version, key);
    if (kind === 'introduced') inside ||= order >= 0;
    else inside &&= kind === 'fixed' ? order < 0 : order <= 0;
  }
  return inside;
}

function canonicalOrText(text: string): string {
  const key = parseVersion(text);
  return key === null ? text : canonicalVersion(key);
}

/** Versions that the advisory itself says are affected, in text: witnesses for the proof that the database works. */
export function witnesses({ ranges, versions }: AffectedText): readonly string[] {
  const bounds = ranges.flatMap(({ events }) =>
    events
      .filter(({ kind }) => kind === 'introduced' || kind === 'last_affected')
      .map(({ version }) => version),
  );
  return [...versions, ...bounds];
}

/** Versions at which an advisory says it is mended. */
export function fixedVersions({ ranges }: AffectedText): readonly string[] {
  return ranges.flatMap(({ events }) =>
    events.filter(({ kind }) => kind === 'fixed').map(({ version }) => version),
  );
}
