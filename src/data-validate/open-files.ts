import type { EngineSession } from '../engine/engine.js';
import type { Ports } from '../platform/ports.js';
import type { DataFile } from './data-file.js';
import { type Dataset, formatOf } from './dataset.js';
import type { Opened } from './fault.js';
import { asJsonLines } from './json-array.js';
import { openCsv } from './open-csv.js';
import { openJsonl } from './open-jsonl.js';
import { openParquet } from './open-parquet.js';
import { plainCopy } from './plain-copy.js';

type Stored = Pick<Dataset, 'paths' | 'settings'>;

/** The files as an engine can read them. */
export async function prepareFiles({ paths, settings }: Stored, ports: Ports): Promise<readonly DataFile[]> {
  const format = formatOf(paths, settings);
  const prepared: DataFile[] = [];
  for (const path of paths) {
    if (format === 'parquet')
      prepared.push({ path: ports.files.resolve(path), shown: ports.files.display(path) });
    else {
      const plain = await plainCopy(path, settings, ports);
      prepared.push(format === 'json' ? await asJsonLines(plain, ports) : plain);
    }
  }
  return prepared;
}

/** @throws Failure('input') when one is not what its format says. */
export function openFiles(
  { paths, settings }: Stored,
  files: readonly DataFile[],
  session: EngineSession,
  ports: Ports,
): Promise<Opened> {
  switch (formatOf(paths, settings)) {
    case 'csv':
      return openCsv(files, settings, ports);
    case 'jsonl':
    case 'json':
      return openJsonl(files, session, ports);
    case 'parquet':
      return openParquet(files, settings, session);
  }
}
