import { configError } from '../gate/failure.js';
import { compareCodePoints } from '../gate/order.js';
import type { PipelineFacts, Ports } from '../platform/ports.js';
import { type Found, findFiles } from './find-files.js';
import { nearestName, quoteName } from './names.js';
import { nativeRules } from './native-rules.js';
import type { Rule } from './rule.js';
import type { DatasetSettings, Settings } from './settings.js';
import { expandKey } from './short-form.js';
import { readSuite, type SuiteChanges } from './suite.js';
import type { Format } from './table.js';

/** How a dataset is stored; one array of JSON becomes JSON lines before it is read. */
export type StoredFormat = Format | 'json';

/** Of tables with a log of their own, which Spark alone reads. */
type LakeFormat = 'delta' | 'iceberg';

/** A dataset of the pipeline with everything that is asked of it. No files are found for Spark, which finds them itself. */
export interface Dataset extends Found {
  readonly name: string;
  readonly owner?: string;
  /** As the pipeline says: paths, patterns, addresses. */
  readonly patterns: readonly string[];
  readonly settings: DatasetSettings;
  readonly rules: readonly Rule[];
  /** What the suite asks in words, for people alone. */
  readonly words: readonly string[];
  /** Where the suite that judges is the base branch's, and another lies here. */
  readonly changes?: SuiteChanges;
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
 * @throws Failure('config') when a suite cannot be read, and as `findFiles` does.
 */
export async function readDataset(
  name: string,
  { datasets }: PipelineFacts,
  settings: DatasetSettings,
  ports: Pick<Ports, 'files' | 'objects' | 'signal'>,
): Promise<Dataset> {
  const { path = [], key = [], owner } = datasets[name] ?? {};
  const patterns = [path].flat();
  const suite = settings.suite === undefined ? undefined : await readSuite(settings.suite, name, ports.files);
  return {
    name,
    ...(owner !== undefined && { owner }),
    patterns,
    ...(settings.engine === 'spark' ? { files: [] } : await findFiles(name, patterns, ports)),
    settings,
    rules: [...expandKey(key), ...nativeRules(settings), ...(suite?.rules ?? [])],
    words: suite?.words ?? [],
    ...(suite?.changes && { changes: suite.changes }),
  };
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
export function formatOf({ files, settings }: Pick<Dataset, 'files' | 'settings'>): StoredFormat {
  const format = settings.format ?? formatByName(files.map(({ shown }) => shown));
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
