import { inputError } from '../gate/failure.js';
import { compareCodePoints } from '../gate/order.js';
import type { DataFile } from './data-file.js';
import { quoteName } from './names.js';
import type { DatasetSettings } from './settings.js';
import type { Partition } from './table.js';

const none = '__HIVE_DEFAULT_PARTITION__';

/**
 * The columns that stand in the folders' names, `year=2024/month=01/x.parquet`, as Hive writes them, in the order of their names.
 * Whole numbers and days are such where every folder's are; else they are texts.
 *
 * @throws Failure('input') when one file's folders have other names than the first's.
 */
export function partitionsOf(
  files: readonly DataFile[],
  { hive }: Pick<DatasetSettings, 'hive'>,
): readonly Partition[] {
  if (hive === false) return [];
  const all = files.map(({ shown }) => pairsIn(shown));
  const names = [...new Set(all.flatMap((pairs) => [...pairs.keys()]))].sort(compareCodePoints);
  if (names.length === 0) return [];
  assertSameNames(files, all);
  return names.map((name) => ({ name, type: typeOf(all.map((pairs) => pairs.get(name))) }));
}

function assertSameNames(files: readonly DataFile[], all: readonly ReadonlyMap<string, string>[]): void {
  const namesOf = (pairs: ReadonlyMap<string, string> | undefined) => [...(pairs?.keys() ?? [])].join('/');
  const [expected, other] = [namesOf(all[0]), all.findIndex((pairs) => namesOf(pairs) !== namesOf(all[0]))];
  if (other < 0) return;
  const show = (names: string) => (names === '' ? 'in no partition' : `partitioned by ${quoteName(names)}`);
  throw inputError(`is ${show(namesOf(all[other]))}, and ${files[0]?.shown} is ${show(expected)}`, {
    place: { file: files[other]?.shown ?? '' },
    fix: 'partition all files alike, or set `hive: false`',
  });
}

/** What a file's folders say, by partition; null for no value. */
export function foldersOf(
  { shown }: Pick<DataFile, 'shown'>,
  partitions: readonly Partition[],
): readonly (string | null)[] {
  const pairs = pairsIn(shown);
  return partitions.map(({ name }) => {
    const value = pairs.get(name) ?? none;
    return value === none ? null : value;
  });
}

function pairsIn(path: string): ReadonlyMap<string, string> {
  const folders = path.split(/[/\\]/).slice(0, -1);
  return new Map(
    folders.flatMap((folder) => {
      const [, key, value] = /^([^=]+)=(.*)$/.exec(folder) ?? [];
      return key === undefined || value === undefined ? [] : [[unescaped(key), unescaped(value)] as const];
    }),
  );
}

/** Hive writes what a folder cannot be named by as %XX. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function typeOf(values: readonly (string | undefined)[]): Partition['type'] {
  const given = values.filter((value) => value !== undefined && value !== none);
  const all = (pattern: RegExp) => given.length > 0 && given.every((value) => pattern.test(value ?? ''));
  if (all(/^-?(?:0|[1-9]\d{0,17})$/)) return 'BIGINT';
  return all(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/) ? 'DATE' : 'VARCHAR';
}
