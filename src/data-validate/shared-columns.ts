import { type Fault, faultsOf } from './fault.js';
import { quoteName } from './names.js';
import { SightingList, type Sightings } from './sightings.js';
import type { TableFile } from './table.js';

interface Columns {
  readonly file: TableFile;
  readonly names: readonly string[];
}

/** @param line where the names stand; undefined where the file has no lines. */
export function repeatedColumns(names: readonly string[], line: number | undefined): Sightings {
  const seen = new Map<string, number>();
  const repeated = new SightingList();
  names.forEach((name, i) => {
    const before = seen.get(name);
    if (before === undefined) seen.set(name, i + 1);
    else repeated.add(line, `columns ${before} and ${i + 1} are both named ${quoteName(name)}`);
  });
  return repeated;
}

/** One dataset is one table: its files must have the columns of the first, in the same order. */
export function differingColumns(first: Columns, other: Columns): readonly Fault[] {
  const differences = new SightingList();
  for (let i = 0; i < Math.max(first.names.length, other.names.length); i++) {
    const [wanted, found] = [first.names[i], other.names[i]];
    if (wanted !== found)
      differences.add(
        undefined,
        `column ${i + 1} is ${named(found)}; in ${first.file.shown} it is ${named(wanted)}`,
      );
  }
  return faultsOf('same-columns', other.file.shown, differences);
}

function named(name: string | undefined): string {
  return name === undefined ? 'absent' : quoteName(name);
}
