import type { Check } from '../gate/check.js';
import { configError } from '../gate/failure.js';
import { canonicalJson, type JsonObject } from '../gate/json.js';
import type { ProfileFile } from '../gate/profile.js';
import type { Material, Subject } from '../gate/subject.js';
import type { Ports } from '../platform/ports.js';
import { assertRegexes, unjudgedChecks } from './compile-rules.js';
import type { Dataset } from './dataset.js';
import { openInDuckDb } from './duckdb/open.js';
import { blocks } from './fault.js';
import { judgeTable } from './judge-table.js';
import { quoteName } from './names.js';
import { readResults } from './results/read.js';
import type { DatasetFacts } from './rule-check.js';
import { openInSpark } from './spark/open.js';
import { structureChecks, wordsChecks } from './structure-checks.js';
import { describeChanges } from './suite-changes.js';
import { rowsOf } from './table.js';
import type { OpenedDatasets } from './world.js';

export interface JudgedDataset {
  readonly subject: Subject;
  readonly checks: readonly Check[];
  /** What others judged it by. */
  readonly materials: readonly Material[];
  readonly rows: number;
  readonly columns: number;
  /** What machines read of it: rows, columns and a profile of each column. */
  readonly metrics: JsonObject;
}

/**
 * Hashes, opens, measures and samples one dataset.
 *
 * @param others the datasets that its rules name.
 * @throws Failure('input') when one cannot be read or changes meanwhile; Failure('config') when a rule makes no sense.
 */
export async function judgeDataset(
  dataset: Dataset,
  others: readonly Dataset[],
  ports: Ports,
): Promise<JudgedDataset> {
  const { results = [], profile } = dataset.settings;
  const engine = engineOf(dataset);
  const elsewhere = others.find((other) => engineOf(other) !== engine);
  if (elsewhere)
    throw configError(
      `a rule of ${quoteName(dataset.name)} names ${quoteName(elsewhere.name)}, which another engine judges`,
      { fix: 'give both the same `engine`' },
    );
  if (engine === 'duckdb' && dataset.settings.spark !== undefined)
    throw configError(`the dataset ${quoteName(dataset.name)} has settings for Spark, and DuckDB judges it`, {
      fix: 'set `engine: spark`, or take `spark` away',
    });
  const world = await (engine === 'spark' ? openInSpark : openInDuckDb)(dataset, others, ports);
  try {
    await assertRegexes(dataset.rules, world.speaker);
    const { file, ...judged } = await judgeOpened(dataset, world, ports);
    const elsewhere = await readResults(results, dataset.name, ports);
    await world.assertUnchanged();
    if (file && profile !== undefined) await ports.files.write(profile, `${canonicalJson(file)}\n`);
    return {
      ...judged,
      checks: [...judged.checks, ...elsewhere.checks],
      materials: elsewhere.materials,
      subject: world.subject,
    };
  } finally {
    await world.close();
  }
}

function engineOf({ settings }: Dataset): 'duckdb' | 'spark' {
  return settings.engine ?? 'duckdb';
}

async function judgeOpened(
  dataset: Dataset,
  { opened, others, speaker, subject }: OpenedDatasets,
  { clock }: Pick<Ports, 'clock'>,
): Promise<Omit<JudgedDataset, 'subject' | 'materials'> & { readonly file?: ProfileFile }> {
  const { table, faults } = opened;
  const { owner, changes } = dataset;
  const facts: DatasetFacts = {
    name: dataset.name,
    shown: subject.name,
    subject,
    showSamples: dataset.settings['show-samples'] ?? false,
  };
  const size = { rows: rowsOf(table), columns: table.columns.length };
  const told = {
    ...size,
    ...(owner !== undefined && { owner }),
    ...(changes && { suiteChanges: describeChanges(changes) }),
  };
  const structure = [
    ...structureChecks(faults, table.files.length, facts),
    ...wordsChecks(dataset.words, facts),
  ];
  if (faults.some(blocks)) {
    const checks = [...structure, ...unjudgedChecks(dataset.rules, facts)];
    return { ...size, checks, metrics: { ...told, profile: [] } };
  }
  const { checks, profile, file } = await judgeTable(
    dataset,
    opened,
    { table, others, now: clock.now() },
    speaker,
    facts,
  );
  return {
    ...size,
    checks: [...structure, ...checks],
    metrics: { ...told, profile },
    ...(file && { file }),
  };
}
