import { configError, inputError } from '../gate/failure.js';
import { compareCodePoints } from '../gate/order.js';
import type { Files, PipelineFacts } from '../platform/ports.js';
import { nearestName, quoteName } from './names.js';
import { nativeRules } from './native-rules.js';
import type { Rule } from './rule.js';
import type { DatasetSettings, Settings } from './settings.js';
import { expandKey } from './short-form.js';
import { readSuite } from './suite.js';
import type { Format } from './table.js';

/** How a dataset is stored; one array of JSON becomes JSON lines before it is read. */
export type StoredFormat = Format | 'json';

/** Of tables with a log of their own, which Spark alone reads. */
type LakeFormat = 'delta' | 'iceberg';

/** A dataset of the pipeline with everything that is asked of it. */
export interface Dataset {
  readonly name: string;
  readonly owner?: string;
  /** Files; with Spark what the pipeline says, since Spark finds its files itself. */
  readonly paths: readonly string[];
  readonly settings: DatasetSettings;
  readonly rules: readonly Rule[];
}

/**
 * The datasets of the pipeline, with rules or without, in code point order.
 *
 * @throws Failure('config') when there is none, or rules are given for another.
 */
export function datasetNames(pipeline: PipelineFacts, settings: Settings): readonly string[] {
  const names = Object.keys(pipeline.datasets).sort(compareCodePoints);
  if (names.length === 0)
    throw configError('no dataset is named, so there is nothing to judge', {
      fix: 'name one under `datasets` of the pipeline, or pass `data`',
    });
  for (const name of Object.keys(settings))
    if (!names.includes(name))
      throw configError(
        `rules are given for ${quoteName(name)}, which is no dataset of the pipeline${nearestName(name, names)}`,
        { fix: 'name it under `datasets` of the pipeline' },
      );
  return names;
}

/**
 * @throws Failure('config') when a suite cannot be read; Failure('input') when a file is missing or a glob matches nothing.
 */
export async function readDataset(
  name: string,
  { datasets }: PipelineFacts,
  settings: DatasetSettings,
  files: Files,
): Promise<Dataset> {
  const { path = [], key = [], owner } = datasets[name] ?? {};
  const patterns = [path].flat();
  const imported = settings.suite === undefined ? [] : await readSuite(settings.suite, name, files);
  return {
    name,
    ...(owner !== undefined && { owner }),
    paths: settings.engine === 'spark' ? patterns : await existingFiles(name, patterns, files),
    settings,
    rules: [...expandKey(key), ...nativeRules(settings), ...imported],
  };
}

/** Of a store: s3://, hdfs://. */
export function isUri(path: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//.test(path);
}

/** @throws Failure('config') on a URI; Failure('input') when nothing is there. */
async function existingFiles(
  name: string,
  patterns: readonly string[],
  files: Files,
): Promise<readonly string[]> {
  const remote = patterns.find(isUri);
  if (remote !== undefined)
    throw configError(
      `${quoteName(remote)} lies in a store, and files of this machine are what is read here`,
      {
        fix: 'fetch it in a step before, or judge it with `engine: spark`',
      },
    );
  const paths = await filesOf(patterns, files);
  if (paths.length === 0)
    throw inputError(
      `no file of the dataset ${quoteName(name)} matches ${patterns.map(quoteName).join(', ')}`,
      {
        fix: 'mend the path, or write the data before this gate runs',
      },
    );
  for (const found of paths) await assertFile(found, files);
  return paths;
}

/** A folder means all its files but those that tools keep for themselves. */
async function filesOf(patterns: readonly string[], files: Files): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of await files.glob(patterns)) {
    const isFolder = (await files.kind(path)) === 'folder';
    found.push(...(isFolder ? await filesInFolder(path.replace(/\/+$/, ''), files) : [path]));
  }
  return found;
}

/** All files of a folder but those that tools keep for themselves. @throws Failure('config') on a Delta or Iceberg table. */
export async function filesInFolder(folder: string, files: Files): Promise<readonly string[]> {
  const all = await files.glob([`${escapeWildcards(folder)}/**`]);
  const names = all.map((path) => path.slice(folder.length + 1));
  const place = { file: files.display(folder) };
  const lake = names.some((name) => name.startsWith('_delta_log/'))
    ? 'a Delta table'
    : names.some((name) => /^metadata\/.*\.metadata\.json$/.test(name))
      ? 'an Iceberg table'
      : undefined;
  if (lake !== undefined)
    throw configError(`is ${lake}: which of its files belong to it, its log alone tells`, {
      place,
      fix: 'judge it with `engine: spark`, or write the version that is meant as Parquet',
    });
  return all.filter((_, i) => !names[i]?.split('/').some(isOfTools));
}

/** `_SUCCESS`, `_metadata`, `_temporary/`; but `_key=value` is a partition, as Spark has it, too. */
function isOfTools(part: string): boolean {
  return part.startsWith('_') && !part.includes('=');
}

function escapeWildcards(path: string): string {
  return path.replaceAll(/[*?[{]/g, '[$&]');
}

async function assertFile(path: string, files: Files): Promise<void> {
  if ((await files.kind(path)) !== 'missing') return;
  throw inputError('is missing', {
    place: { file: files.display(path) },
    fix: 'mend the path, or write the data before this gate runs',
  });
}

const extensions: ReadonlyMap<string, StoredFormat> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['txt', 'csv'],
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['parquet', 'parquet'],
  ['pq', 'parquet'],
  ['arrow', 'arrow'],
  ['arrows', 'arrow'],
  ['feather', 'arrow'],
  ['ipc', 'arrow'],
]);

/** @throws Failure('config') when the names do not tell, disagree, or settings of CSV are given for another format or clash. */
export function formatOf(paths: readonly string[], settings: DatasetSettings): StoredFormat {
  const format = settings.format ?? formatByName(paths);
  if (isLake(format))
    throw configError(`\`format: ${format}\` is read by Spark alone`, { fix: 'set `engine: spark`' });
  const ofCsv = (['delimiter', 'quote', 'header', 'null-values'] as const).filter(
    (key) => settings[key] !== undefined,
  );
  const ofText = (['compression', 'encoding'] as const).filter((key) => settings[key] !== undefined);
  if ((format === 'parquet' || format === 'arrow') && ofText.length > 0)
    throw configError(`${ofText.map(quoteName).join(', ')}: only for text, and this dataset is ${format}`, {
      fix: 'take it away: its files say by themselves how they are written',
    });
  if (format !== 'csv' && ofCsv.length > 0)
    throw configError(`${ofCsv.map(quoteName).join(', ')}: only for CSV, and this dataset is ${format}`, {
      fix: 'take it away, or set `format: csv`',
    });
  if (format === 'csv' && settings.delimiter === (settings.quote ?? '"'))
    throw configError('`delimiter` and `quote` are the same', { fix: 'give them different characters' });
  return format;
}

function isLake(format: StoredFormat | LakeFormat): format is LakeFormat {
  return format === 'delta' || format === 'iceberg';
}

/** The last ending but one of a compressed file. */
function endingOf(path: string): string {
  const parts = path.toLowerCase().split('.');
  const last = parts.at(-1) ?? '';
  return (last === 'gz' || last === 'zst' ? parts.at(-2) : last) ?? '';
}

function formatByName(paths: readonly string[]): StoredFormat {
  const formats = new Set(paths.map((path) => extensions.get(endingOf(path))));
  const [format] = formats;
  if (formats.size > 1)
    throw configError('the files of one dataset have names of different formats', {
      fix: 'make them two datasets, or set `format`',
    });
  if (format === undefined)
    throw configError(`the format of ${quoteName(paths[0] ?? '')} cannot be told from its name`, {
      fix: 'set `format` to csv, jsonl, json, parquet or arrow',
    });
  return format;
}
