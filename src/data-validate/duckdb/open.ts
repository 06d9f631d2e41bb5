import type { EngineSession } from '../../engine/engine.js';
import { inputError } from '../../gate/failure.js';
import type { Ports } from '../../platform/ports.js';
import type { DataFile } from '../data-file.js';
import type { Dataset } from '../dataset.js';
import { blocks } from '../fault.js';
import { type Identity, identify } from '../identity.js';
import { quoteName } from '../names.js';
import { openFiles, prepareFiles } from '../open-files.js';
import { memoryOf } from '../resources.js';
import type { Table } from '../table.js';
import type { OpenedDatasets } from '../world.js';
import { duckDbSpeaker } from './speaker.js';

/** @throws Failure('input') when a file cannot be read, or another dataset is not well-formed. */
export async function openInDuckDb(
  dataset: Dataset,
  others: readonly Dataset[],
  ports: Ports,
): Promise<OpenedDatasets> {
  const all = [dataset, ...others];
  const identities: Identity[] = [];
  for (const one of all) identities.push(await identify(one, ports));
  const [own] = identities;
  if (!own) throw new Error('a dataset is one of its own');
  const files = new Map<Dataset, readonly DataFile[]>();
  for (const one of all) files.set(one, await prepareFiles(one, ports));
  const session = await (await ports.engine()).open(
    [...files.values()].flat().map(({ path }) => path),
    { ordered: true, ...memoryOf(dataset.settings), signal: ports.signal },
  );
  try {
    const opened = await openFiles(dataset, files.get(dataset) ?? [], session, ports);
    const tables = new Map<string, Table>();
    for (const other of others)
      tables.set(other.name, await openOther(other, files.get(other) ?? [], session, ports));
    return {
      opened,
      others: tables,
      speaker: duckDbSpeaker(session),
      subject: own.subject,
      async assertUnchanged() {
        for (const identity of identities) await identity.assertUnchanged();
      },
      close: () => session.close(),
    };
  } catch (error) {
    await session.close();
    throw error;
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
