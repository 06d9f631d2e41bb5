import { by } from '../../gate/order.js';
import type { LockedDependency } from '../requirements/dependency.js';

/** A dependency and the one version that gets installed, where its line or a constraint says so. */
export interface Resolved {
  readonly dependency: LockedDependency;
  readonly version: string | null;
  /** The constraint that fixed the version, when the line itself did not. */
  readonly by: LockedDependency | null;
}

/** A constraint with a marker may not hold where the package is installed, so it fixes nothing. */
export function resolveVersions(dependencies: readonly LockedDependency[]): readonly Resolved[] {
  const constraints = new Map(
    dependencies
      .filter(({ constraint, marker, version }) => constraint && marker === null && version !== null)
      .map((dependency) => [dependency.name, dependency]),
  );
  return dependencies.map((dependency) => {
    const pin = dependency.source === null ? constraints.get(dependency.name) : undefined;
    if (dependency.version !== null || !pin) return { dependency, version: dependency.version, by: null };
    return { dependency, version: pin.version, by: pin };
  });
}

export const byPlace = by<Resolved>(
  ({ dependency }) => dependency.place.file,
  ({ dependency }) => dependency.place.line,
  ({ dependency }) => dependency.place.column,
);

/** The line that asks for a dependency at one version, everything else of it kept but the hashes. */
export function lineFor({ label, extras, marker }: LockedDependency, version: string): string {
  const options = extras.length > 0 ? `[${extras.join(',')}]` : '';
  return `${label}${options}==${version}${marker === null ? '' : ` ; ${marker}`}`;
}
