import { configError, inputError } from '../gate/failure.js';
import { isUri } from '../gate/uri.js';
import type { FetchedObject, Files, Ports } from '../platform/ports.js';
import type { DataFile } from './data-file.js';
import { quoteName } from './names.js';

export interface Found {
  /** Those that are judged. */
  readonly files: readonly DataFile[];
  /** All that were fetched, where the dataset lies in a store. */
  readonly objects?: readonly FetchedObject[];
}

/**
 * The files of a dataset: of this machine, or fetched from a store.
 *
 * @throws Failure('config') on a store that is not read here; Failure('input') when a file is missing or nothing matches;
 * Failure('outside') when the store refuses.
 */
export async function findFiles(
  name: string,
  patterns: readonly string[],
  ports: Pick<Ports, 'files' | 'objects' | 'signal'>,
): Promise<Found> {
  const remote = patterns.filter(isUri);
  if (remote.length > 0 && remote.length < patterns.length)
    throw configError(`the dataset ${quoteName(name)} lies both in a store and here`, {
      fix: 'make them two datasets',
    });
  const found =
    remote.length > 0 ? await fetchAll(patterns, ports) : { files: await filesOf(patterns, ports.files) };
  if (found.files.length === 0)
    throw inputError(
      `no file of the dataset ${quoteName(name)} matches ${patterns.map(quoteName).join(', ')}`,
      { fix: 'mend the path, or write the data before this gate runs' },
    );
  return found;
}

async function filesOf(patterns: readonly string[], files: Files): Promise<readonly DataFile[]> {
  const paths: string[] = [];
  for (const path of await files.glob(patterns)) {
    const kind = await files.kind(path);
    if (kind === 'missing')
      throw inputError('is missing', {
        place: { file: files.display(path) },
        fix: 'mend the path, or write the data before this gate runs',
      });
    paths.push(...(kind === 'folder' ? await filesInFolder(path.replace(/\/+$/, ''), files) : [path]));
  }
  return paths.map((path) => ({ path: files.resolve(path), shown: files.display(path) }));
}

/** All files of a folder but those that tools keep for themselves. @throws Failure('config') on a Delta or Iceberg table. */
export async function filesInFolder(folder: string, files: Files): Promise<readonly string[]> {
  const all = await files.glob([`${escapeWildcards(folder)}/**`]);
  return dataFilesAmong(all, folder.length + 1, (path) => path, files.display(folder));
}

/** @param begin of the names below the folder in their paths. */
function dataFilesAmong<File>(
  all: readonly File[],
  begin: number,
  pathOf: (file: File) => string,
  shown: string,
): readonly File[] {
  const names = all.map((file) => pathOf(file).slice(begin));
  const lake = names.some((name) => name.startsWith('_delta_log/'))
    ? 'a Delta table'
    : names.some((name) => /^metadata\/.*\.metadata\.json$/.test(name))
      ? 'an Iceberg table'
      : undefined;
  if (lake !== undefined)
    throw configError(`is ${lake}: which of its files belong to it, its log alone tells`, {
      place: { file: shown },
      fix: 'judge it with `engine: spark`, or write the version that is meant as Parquet',
    });
  return all.filter((_, i) => !names[i]?.split('/').some(isOfTools));
}

/** `_SUCCESS`, `_metadata`, `_temporary/`, `.crc` files; but `_key=value` is a partition, as Spark has it, too. */
function isOfTools(part: string): boolean {
  return part.startsWith('.') || (part.startsWith('_') && !part.includes('='));
}

function escapeWildcards(path: string): string {
  return path.replaceAll(/[*?[{]/g, '[$&]');
}

async function fetchAll(
  patterns: readonly string[],
  { objects, signal }: Pick<Ports, 'objects' | 'signal'>,
): Promise<Found> {
  const other = patterns.find((pattern) => !/^!?s3:/.test(pattern));
  if (other !== undefined)
    throw configError(`${quoteName(other)} lies in a store that is not read here; s3:// is`, {
      fix: 'fetch it in a step before, or judge it with `engine: spark`',
    });
  const fetched = await objects.fetch(patterns, signal);
  const left = new Set(fetched);
  for (const pattern of patterns) {
    const folder = pattern.replace(/\/*$/, '/');
    const below = fetched.filter(({ uri }) => uri.startsWith(folder));
    const data = new Set(dataFilesAmong(below, folder.length, ({ uri }) => uri, pattern));
    for (const object of below) if (!data.has(object)) left.delete(object);
  }
  return { files: [...left].map(({ path, uri }) => ({ path, shown: uri })), objects: fetched };
}
