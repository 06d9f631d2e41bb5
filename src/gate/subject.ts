import type { JsonObject } from './json.js';
import { by } from './order.js';

/** in-toto DigestSet (spec/v1/digest_set.md): algorithm → lower-case hex. */
export interface DigestSet {
  readonly sha256?: string;
  /** Go's `dirhash.Hash1` in hex: names are covered. */
  readonly dirHash?: string;
  /** OMS root: SHA-256 over the raw resource digests; names are not covered. An additional digest of a model. */
  readonly omsRoot?: string;
  readonly gitCommit?: string;
}

type SubjectKind = 'file' | 'set' | 'snapshot';
type Grade = 'bytes' | 'store-checksum' | 'snapshot';

export const roles = [
  'dataset',
  'lock-file',
  'model',
  'predictions',
  'reference-data',
  'evidence',
  'bundle',
  'log',
  'training-input',
  'training-output',
] as const;
export type Role = (typeof roles)[number];

/** What a gate judged, by digest. */
export interface Subject {
  /** Path relative to the workspace with `/`; for a snapshot its URI and version. */
  readonly name: string;
  readonly kind: SubjectKind;
  readonly role: Role;
  readonly digest: DigestSet;
  readonly grade: Grade;
  /** Which dataset, split or lock file of the pipeline this is, where the config names it. */
  readonly label?: string;
}

/** Something that a judgement rests on beside its subjects: an advisory database, a reference table. */
export interface Material {
  readonly name: string;
  readonly digest: DigestSet;
  /** Date the source itself states, ISO 8601. */
  readonly date?: string;
  readonly facts?: JsonObject;
}

/** The digest a subject is compared by. Throws on a subject without one. */
export function identityOf({ name, digest }: { readonly name: string; readonly digest: DigestSet }): string {
  for (const algorithm of ['dirHash', 'sha256', 'gitCommit'] as const) {
    const value = digest[algorithm];
    if (value !== undefined) return `${algorithm}:${value}`;
  }
  throw new TypeError(`subject ${name} has no digest`);
}

export const bySubject = by<Subject>(
  (s) => s.role,
  (s) => s.name,
  (s) => identityOf(s),
);
