import type { Engine, EngineSession } from '../engine/engine.js';
import type { Check } from '../gate/check.js';
import { inputError } from '../gate/failure.js';
import type { JsonObject } from '../gate/json.js';
import type { Subject } from '../gate/subject.js';
import type { Ports } from '../platform/ports.js';
import { assertRegexes, unjudgedChecks } from './compile-rules.js';
import type { DataFile } from './data-file.js';
import type { Dataset } from './dataset.js';
import { duckDbSpeaker } from './duckdb/speaker.js';
import { blocks, type Opened } from './fault.js';
import { type Identity, identify } from './identity.js';
import { judgeTable } from './judge-table.js';
import { quoteName } from './names.js';
import { openFiles, prepareFiles } from './open-files.js';
import { memoryOf } from './resources.js';
import type { DatasetFacts } from './rule-check.js';
import { structureChecks } from './structure-checks.js';
import { rowsOf, type Table } from './table.js';

export interface JudgedDataset {
  readonly subject: Subject;
  readonly checks: readonly Check[];
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
  engine: Engine,
  ports: Ports,
): Promise<JudgedDataset> {
  const identities = new Map<Dataset, Identity>();
  for (const one of [dataset, ...others]) identities.set(one, await identify(one.name, one.paths, ports));
  const { subject } = identities.get(dataset) as Identity;
  const facts: DatasetFacts = {
    name: dataset.name,
    shown: subject.name,
    showSamples: dataset.settings['show-samples'] ?? false,
  };
  const files = new Map<Dataset, readonly DataFile[]>();
  for (const one of [dataset, ...others]) files.set(one, await prepareFiles(one, ports));
  const session = await engine.open(
    [...files.values()].flat().map(({ path }) => path),
    { ordered: true, ...memoryOf(dataset.settings), signal: ports.signal },
  );
  try {
    await assertRegexes(dataset.rules, session);
    const opened = await openFiles(dataset, files.get(dataset) ?? [], session, ports);
    const tables = new Map<string, Table>();
    for (const other of others)
      tables.set(other.name, await openOther(other, files.get(other) ?? [], session, ports));
    const judged = await judgeOpened(dataset, opened, tables, session, ports, facts);
    for (const identity of identities.values()) await identity.assertUnchanged();
    return { ...judged, subject };
  } finally {
    await session.close();
  }
}

/** @throws Failure('input') when it is not well-formed: nothing can be looked up in it. */
async function openOther(
  other: Dataset,
  files: readonly DataFile[],
  session: EngineSession,
  ports: Ports,
): Promise<Table> {
  const { table, faults } = await openFiles(other, files, session, ports);
  const fault = faults.find(blocks);
  if (fault)
    throw inputError(`is not well-formed, and a rule of another dataset names ${quoteName(other.name)}`, {
      place: { file: fault.file },
      fix: 'judge that dataset first, and mend what it lists',
    });
  return table;
}

async function judgeOpened(
  dataset: Dataset,
  opened: Opened,
  others: ReadonlyMap<string, Table>,
  session: EngineSession,
  { clock }: Pick<Ports, 'clock'>,
  facts: DatasetFacts,
): Promise<Omit<JudgedDataset, 'subject'>> {
  const { table, faults } = opened;
  const { owner } = dataset;
  const size = { rows: rowsOf(table), columns: table.columns.length };
  const told = { ...size, ...(owner !== undefined && { owner }) };
  const structure = structureChecks(faults, table.files.length, facts);
  if (faults.some(blocks)) {
    const checks = [...structure, ...unjudgedChecks(dataset.rules, facts)];
    return { ...size, checks, metrics: { ...told, profile: [] } };
  }
  const { checks, profile } = await judgeTable(
    dataset,
    opened,
    { table, others, now: clock.now() },
    duckDbSpeaker(session),
    facts,
  );
  return { ...size, checks: [...structure, ...checks], metrics: { ...told, profile } };
}
