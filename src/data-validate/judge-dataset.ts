import type { Engine, EngineSession } from '../engine/engine.js';
import type { Check } from '../gate/check.js';
import type { JsonObject } from '../gate/json.js';
import type { Subject } from '../gate/subject.js';
import type { Ports } from '../platform/ports.js';
import { assertRegexes, unjudgedChecks } from './compile-rules.js';
import { type Dataset, formatOf } from './dataset.js';
import { duckDbSpeaker } from './duckdb/speaker.js';
import { blocks, type Opened } from './fault.js';
import { identify } from './identity.js';
import { judgeTable } from './judge-table.js';
import { openCsv } from './open-csv.js';
import { openJsonl } from './open-jsonl.js';
import { openParquet } from './open-parquet.js';
import type { DatasetFacts } from './rule-check.js';
import { structureChecks } from './structure-checks.js';
import { rowsOf } from './table.js';

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
 * @throws Failure('input') when it cannot be read or changes meanwhile; Failure('config') when a rule makes no sense.
 */
export async function judgeDataset(dataset: Dataset, engine: Engine, ports: Ports): Promise<JudgedDataset> {
  const format = formatOf(dataset.paths, dataset.settings);
  const identity = await identify(dataset.name, dataset.paths, ports);
  const facts: DatasetFacts = {
    name: dataset.name,
    shown: identity.subject.name,
    showSamples: dataset.settings['show-samples'] ?? false,
  };
  const session = await engine.open(
    dataset.paths.map((path) => ports.files.resolve(path)),
    { ordered: true },
  );
  try {
    await assertRegexes(dataset.rules, session);
    const opened = await openFiles(dataset, format, session, ports);
    const judged = await judgeOpened(dataset, opened, session, ports.clock.now(), facts);
    await identity.assertUnchanged();
    return { ...judged, subject: identity.subject };
  } finally {
    await session.close();
  }
}

function openFiles(
  { paths, settings }: Dataset,
  format: ReturnType<typeof formatOf>,
  session: EngineSession,
  ports: Ports,
): Promise<Opened> {
  switch (format) {
    case 'csv':
      return openCsv(paths, settings, ports);
    case 'jsonl':
      return openJsonl(paths, session, ports);
    case 'parquet':
      return openParquet(paths, session, ports.files);
  }
}

async function judgeOpened(
  dataset: Dataset,
  opened: Opened,
  session: EngineSession,
  now: Date,
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
    { table, others: new Map(), now },
    duckDbSpeaker(session),
    facts,
  );
  return { ...size, checks: [...structure, ...checks], metrics: { ...told, profile } };
}
