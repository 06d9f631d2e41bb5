import { configError, inputError } from '../../gate/failure.js';
import { isUri } from '../../gate/uri.js';
import type { Files } from '../../platform/ports.js';
import type { Dataset } from '../dataset.js';

/** Where Spark finds a dataset. */
export interface Location {
  readonly format: 'parquet' | 'delta' | 'iceberg';
  /** As people know it. */
  readonly shown: string;
  /** Relative to the workspace, where it lies in this machine's files. */
  readonly local?: string;
  /** What Spark is told: a URI, or the name of a table in backticks. */
  readonly uri: string;
  /** What stands after FROM. */
  readonly relation: string;
}

/** What only our own readers heed. */
const unheeded = [
  'compression',
  'encoding',
  'hive',
  'memory-limit',
  'delimiter',
  'quote',
  'header',
  'null-values',
] as const;

/**
 * One folder or file of the workspace, a URI of a store that Spark can read, or the name of a table in its catalog.
 *
 * @throws Failure('config') when it is none of them or its format is not told; Failure('input') when it is missing.
 */
export async function locate(
  { name, patterns, settings }: Pick<Dataset, 'name' | 'patterns' | 'settings'>,
  files: Files,
): Promise<Location> {
  const [path = '', ...more] = patterns;
  if (more.length > 0 || /[*?[\]{}]/.test(path))
    throw configError(
      `the dataset ${name}: Spark reads one folder, file or table, and here is more than one`,
      {
        fix: 'name the folder that holds them',
      },
    );
  const idle = unheeded.filter((key) => settings[key] !== undefined);
  if (idle.length > 0)
    throw configError(
      `the dataset ${name}: ${idle.map((key) => `\`${key}\``).join(', ')} means nothing to Spark`,
      {
        fix: 'take it away, or judge with DuckDB; memory is set by `conf` under `spark`',
      },
    );
  const format = settings.format;
  if (format !== undefined && format !== 'parquet' && format !== 'delta' && format !== 'iceberg')
    throw configError(`the dataset ${name} is ${format}: Spark judges Parquet, Delta and Iceberg`, {
      fix: 'write it as Parquet, or judge it with DuckDB',
    });
  if (isUri(path)) return remote(path, format, name);
  if (format === 'iceberg' || (format === 'delta' && isMissingName(path, await files.kind(path))))
    return table(path, format);
  return local(path, format, files);
}

function remote(path: string, format: Location['format'] | undefined, name: string): Location {
  if (format !== 'parquet' && format !== 'delta')
    throw configError(`the dataset ${name} lies in a store, and its format is not told`, {
      fix: 'set `format` to parquet or delta: files of a Delta table that were deleted are still there',
    });
  const uri = path.replace(/\/+$/, '');
  return { format, shown: uri, uri, relation: `${format}.${quotedPath(uri)}` };
}

function isMissingName(path: string, kind: string): boolean {
  return kind === 'missing' && !path.includes('/');
}

function table(path: string, format: 'delta' | 'iceberg'): Location {
  const parts = path.split('.');
  if (!parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part)))
    throw configError('is no name of a table: `catalog.schema.table`', {
      place: { file: path },
      fix: 'name the table as Spark’s catalog does',
    });
  const quoted = parts.map((part) => `\`${part}\``).join('.');
  return { format, shown: path, uri: quoted, relation: quoted };
}

async function local(path: string, format: 'parquet' | 'delta' | undefined, files: Files): Promise<Location> {
  const folder = path.replace(/\/+$/, '');
  const shown = files.display(folder);
  if ((await files.kind(folder)) === 'missing')
    throw inputError('is missing', { place: { file: shown }, fix: 'mend the path, or write the data first' });
  const isDelta = (await files.kind(`${folder}/_delta_log`)) === 'folder';
  if (format === 'parquet' && isDelta)
    throw configError('is a Delta table, and read as Parquet it would have rows that were deleted', {
      place: { file: shown },
      fix: 'set `format: delta`',
    });
  const found = format ?? (isDelta ? 'delta' : 'parquet');
  const uri = `file://${files.resolve(folder)}`;
  return { format: found, shown, local: folder, uri, relation: `${found}.${quotedPath(uri)}` };
}

/** In backticks, which have no escapes. */
function quotedPath(path: string): string {
  if (/[`'";\\\p{Cc}]/u.test(path))
    throw configError('has a quote, a semicolon, a backslash or a control character in its path', {
      place: { file: path },
      fix: 'rename it: Spark’s shell cannot be told of it',
    });
  return `\`${path}\``;
}
