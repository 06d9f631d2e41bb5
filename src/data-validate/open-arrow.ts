import type { EngineSession } from '../engine/engine.js';
import { inputError } from '../gate/failure.js';
import type { Ports } from '../platform/ports.js';
import { openArrowFile } from './arrow/batches.js';
import { askEngine, blameData } from './ask-engine.js';
import type { DataFile } from './data-file.js';
import { cellTypeOf } from './declared-type.js';
import { loadedName } from './duckdb-source.js';
import { faultsOf, type Opened } from './fault.js';
import { differingColumns, repeatedColumns } from './shared-columns.js';
import type { Column, TableFile } from './table.js';

interface LoadedFile {
  readonly file: TableFile;
  readonly columns: readonly Column[];
}

/**
 * Loads files into tables of the engine, each named after its path: DuckDB does not read Arrow here.
 *
 * @throws Failure('input') when a file is no Arrow, cut off, or holds what the engine has no type for.
 */
export async function openArrow(
  files: readonly DataFile[],
  session: EngineSession,
  ports: Pick<Ports, 'files' | 'signal'>,
): Promise<Opened> {
  const all: LoadedFile[] = [];
  for (const file of files) all.push(await loadFile(file, session, ports));
  const [first] = all;
  if (!first) throw new Error('a dataset has at least one file');
  const signature = ({ file, columns }: LoadedFile) => ({
    file,
    names: columns.map(({ name, declared }) => `${name} (${declared})`),
  });
  return {
    table: { format: 'arrow', files: all.map(({ file }) => file), columns: first.columns, partitions: [] },
    faults: all.flatMap((loaded) => [
      ...faultsOf(
        'distinct-columns',
        loaded.file.shown,
        repeatedColumns(
          loaded.columns.map(({ name }) => name),
          undefined,
        ),
      ),
      ...differingColumns(signature(first), signature(loaded)),
    ]),
    linesOf: async () => undefined,
  };
}

async function loadFile(
  { path, shown }: DataFile,
  session: EngineSession,
  { files, signal }: Pick<Ports, 'files' | 'signal'>,
): Promise<LoadedFile> {
  const stored = await files.open(path);
  try {
    const { names, columns, batches } = await openArrowFile(stored, shown, signal);
    if (names.length === 0)
      throw inputError('has no columns', { place: { file: shown }, fix: 'write the data to it' });
    const types = columns.map(({ type }) => type);
    const table = loadedName(path);
    await session.load(table, types, batches).catch((error: unknown) => {
      throw blameData(error, shown);
    });
    const [counted] = await askEngine(session, `SELECT count(*) AS n FROM ${table}`, shown);
    const described = await askEngine(
      session,
      `SELECT column_type FROM (DESCRIBE SELECT * FROM ${table})`,
      shown,
    );
    return {
      file: { path, shown, rows: Number(counted?.n), newline: '\n', folders: [] },
      columns: described.map(({ column_type }, i) => ({
        name: names[i] ?? '',
        declared: String(column_type),
        type: cellTypeOf(String(column_type)),
      })),
    };
  } finally {
    stored.close();
  }
}
