import { scanLimits } from '../limits.js';
import { type Part, readPep440 } from '../pep440.js';

/** A version that can be ordered, parsed once: a database is compared with each dependency. */
export interface VersionKey {
  readonly text: string;
  readonly epoch: number;
  /** Without trailing zeros: `1.0` is `1`. */
  readonly release: readonly number[];
  /** Pre, post and dev as PEP 440 orders them, number by number. */
  readonly suffix: readonly number[];
  readonly local: readonly (string | number)[] | null;
}

/** Below and above every number that a version holds. */
const lowest = -1;
const highest = Number.POSITIVE_INFINITY;
/** Numbers of 16 digits and more do not all fit a double. */
const inexact = /\d{16}/;

/**
 * Parses a version of PEP 440; `null` when it is none, or when a number in it is too large to be compared exactly.
 * Read by @renovatebot/pep440, except for the local part, whose `1e5` and `0x10` it takes for numbers.
 */
export function parseVersion(text: string): VersionKey | null {
  const trimmed = text.trim();
  const version = trimmed.length > scanLimits.word || inexact.test(trimmed) ? null : readPep440(trimmed);
  if (!version) return null;
  const { epoch, release, pre, post, dev } = version;
  return {
    text: trimmed,
    epoch,
    release: withoutTrailingZeros(release),
    suffix: [...preOrder(pre, post !== null, dev !== null), numberOf(post, lowest), numberOf(dev, highest)],
    local: localOf(trimmed),
  };
}

/** `1.0.dev1` comes before `1.0a1`, and that before `1.0` (PEP 440, "Summary of permitted suffixes and relative ordering"). */
function preOrder(pre: Part | null, hasPost: boolean, hasDev: boolean): readonly [number, number] {
  if (pre) return [['a', 'b', 'rc'].indexOf(String(pre[0])), Number(pre[1])];
  return [!hasPost && hasDev ? lowest : highest, 0];
}

function numberOf(part: Part | null, absent: number): number {
  return part ? Number(part[1]) : absent;
}

function withoutTrailingZeros(release: readonly number[]): readonly number[] {
  return release.slice(0, release.findLastIndex((n) => n !== 0) + 1);
}

function localOf(text: string): readonly (string | number)[] | null {
  const plus = text.indexOf('+');
  if (plus < 0) return null;
  return text
    .slice(plus + 1)
    .toLowerCase()
    .split(/[-_.]/)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** PEP 440's order: negative, zero or positive. */
export function compareVersions(a: VersionKey, b: VersionKey): number {
  return (
    a.epoch - b.epoch ||
    compareLists(a.release, b.release) ||
    compareLists(a.suffix, b.suffix) ||
    compareLocal(a.local, b.local)
  );
}

/** One text for all spellings of a version. */
export function canonicalVersion({ epoch, release, suffix, local }: VersionKey): string {
  return `${epoch}!${release.join('.')};${suffix.join(';')}${local ? `+${local.join('.')}` : ''}`;
}

/** Without a local part comes before with one; words come before numbers (PEP 440, "Local version identifiers"). */
function compareLocal(a: VersionKey['local'], b: VersionKey['local']): number {
  if (!a || !b) return (a ? 1 : 0) - (b ? 1 : 0);
  return compareLists(a, b);
}

function compareLists(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    if (x === y) continue;
    if (typeof x !== typeof y) return typeof x === 'string' ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return a.length - b.length;
}
