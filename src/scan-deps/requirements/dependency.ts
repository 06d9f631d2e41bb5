import type { Place } from '../../gate/failure.js';
import type { Clause } from './specifier.js';

/** Where a dependency comes from, when not from a package index. */
export interface Source {
  readonly kind: 'url' | 'vcs' | 'path';
  /** Without credentials. */
  readonly url: string;
  /** Whether it names one content for ever: a full commit, or an archive with a hash. */
  readonly fixed: boolean;
}

/** One line of a requirements file that names something to install. */
export interface Dependency {
  /** Normalised as PEP 503 asks; `null` where the line names only a place. */
  readonly name: string | null;
  /** As written. */
  readonly label: string;
  readonly extras: readonly string[];
  readonly clauses: readonly Clause[];
  /** The one exact version, else null. */
  readonly version: string | null;
  /** As text, checked against PEP 508. */
  readonly marker: string | null;
  readonly hashes: readonly string[];
  readonly source: Source | null;
  readonly editable: boolean;
}

/** A dependency with where it stands. */
export interface LockedDependency extends Dependency {
  readonly place: Place & { readonly line: number; readonly column: number };
  /** Files from the one that was asked for to the one the line is in. */
  readonly via: readonly string[];
  /** From a `-c` file: bounds versions, installs nothing by itself. */
  readonly constraint: boolean;
  /** The file or a file above it asks for `--require-hashes`. */
  readonly hashesRequired: boolean;
}

/** PEP 503: runs of `-`, `_` and `.` are one `-`, lower case. */
export function normaliseName(name: string): string {
  return name.replaceAll(/[-_.]+/g, '-').toLowerCase();
}
