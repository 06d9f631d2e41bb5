import type { EngineSession } from '../engine/engine.js';
import type { Ports } from '../platform/ports.js';
import type { DataFile } from './data-file.js';
import { type Dataset, formatOf } from './dataset.js';
import { cellTypeOf } from './declared-type.js';
import { faultsOf, type Opened } from './fault.js';
import { asJsonLines } from './json-array.js';
import { quoteName } from './names.js';
import { openArrow } from './open-arrow.js';
import { openCsv } from './open-csv.js';
import { openJsonl } from './open-jsonl.js';
import { openParquet } from './open-parquet.js';
import { foldersOf, partitionsOf } from './partitions.js';
import { plainCopy } from './plain-copy.js';
import { SightingList } from './sightings.js';

type Stored = Pick<Dataset, 'files' | 'settings'>;

/** The files as an engine can read them. */
export async function prepareFiles(dataset: Stored, ports: Ports): Promise<readonly DataFile[]> {
  const format = formatOf(dataset);
  if (format === 'parquet' || format === 'arrow') return dataset.files;
  const prepared: DataFile[] = [];
  for (const file of dataset.files) {
    const plain = await plainCopy(file, dataset.settings, ports);
    prepared.push(format === 'json' ? await asJsonLines(plain, ports) : plain);
  }
  return prepared;
}

/**
 * The table that the files and the names of their folders make.
 *
 * @throws Failure('input') when a file is not what its format says, or its folders have other names than the first's.
 */
export async function openFiles(
  dataset: Stored,
  files: readonly DataFile[],
  session: EngineSession,
  ports: Ports,
): Promise<Opened> {
  const partitions = partitionsOf(files, dataset.settings);
  const { table, faults, linesOf } = await openStored(dataset, files, session, ports);
  if (partitions.length === 0) return { table, faults, linesOf };
  const ofFolders = partitions.map(({ name, type }) => ({ name, declared: type, type: cellTypeOf(type) }));
  const names = new Set(table.columns.map(({ name }) => name));
  const repeated = new SightingList();
  for (const { name } of partitions)
    if (names.has(name)) repeated.add(undefined, `a folder and a column are both named ${quoteName(name)}`);
  return {
    table: {
      ...table,
      columns: [...table.columns, ...ofFolders],
      partitions,
      files: table.files.map((file) => ({ ...file, folders: foldersOf(file, partitions) })),
    },
    faults: [...faults, ...faultsOf('distinct-columns', table.files[0]?.shown ?? '', repeated)],
    linesOf,
  };
}

function openStored(
  dataset: Stored,
  files: readonly DataFile[],
  session: EngineSession,
  ports: Ports,
): Promise<Opened> {
  switch (formatOf(dataset)) {
    case 'csv':
      return openCsv(files, dataset.settings, ports);
    case 'jsonl':
    case 'json':
      return openJsonl(files, session, ports);
    case 'parquet':
      return openParquet(files, session);
    case 'arrow':
      return openArrow(files, session, ports);
  }
}
