import { type EngineSession, sqlFile } from '../engine/engine.js';
import { askEngine } from './ask-engine.js';
import type { DataFile } from './data-file.js';
import { cellTypeOf } from './declared-type.js';
import { faultsOf, type Opened } from './fault.js';
import { differingColumns, repeatedColumns } from './shared-columns.js';
import type { Column, TableFile } from './table.js';

interface ParquetFile {
  readonly file: TableFile;
  readonly columns: readonly Column[];
  readonly names: readonly string[];
}

/** @throws Failure('input') when a file is no Parquet, cut off or encrypted. */
export async function openParquet(files: readonly DataFile[], session: EngineSession): Promise<Opened> {
  const all: ParquetFile[] = [];
  for (const { path, shown } of files) all.push(await describeFile(path, shown, session));
  const [first] = all;
  if (!first) throw new Error('a dataset has at least one file');
  return {
    table: { format: 'parquet', files: all.map(({ file }) => file), columns: first.columns, partitions: [] },
    faults: all.flatMap((parquet) => [
      ...faultsOf('distinct-columns', parquet.file.shown, repeatedColumns(parquet.names, undefined)),
      ...differingColumns(signature(first), signature(parquet)),
    ]),
    linesOf: async () => undefined,
  };
}

async function describeFile(path: string, shown: string, session: EngineSession): Promise<ParquetFile> {
  const ask = (sql: string) => askEngine(session, sql, shown);
  const schema = await ask(
    `SELECT name, coalesce(num_children, 0) AS children FROM parquet_schema(${sqlFile(path)})`,
  );
  const names = topLevel(
    schema.map(({ name, children }) => ({ name: String(name), children: Number(children) })),
  );
  const described = await ask(
    `SELECT column_type FROM (DESCRIBE SELECT * FROM read_parquet(${sqlFile(path)}, hive_partitioning = false))`,
  );
  const [counted] = await ask(`SELECT count(*) AS n FROM read_parquet(${sqlFile(path)})`);
  const types = described.map(({ column_type }) => String(column_type));
  const columns = types.map((declared, i) => ({
    name: names[i] ?? '',
    declared,
    type: cellTypeOf(declared),
  }));
  return { file: { path, shown, rows: Number(counted?.n), newline: '\n', folders: [] }, columns, names };
}

/** The schema comes depth first, its root in front; DuckDB itself renames columns that differ in case alone. */
function topLevel(nodes: readonly { readonly name: string; readonly children: number }[]): readonly string[] {
  const names: string[] = [];
  const open = [1];
  for (const { name, children } of nodes) {
    if (open.length === 2) names.push(name);
    open.push((open.pop() ?? 0) - 1);
    if (children > 0) open.push(children);
    while (open.at(-1) === 0) open.pop();
  }
  return names;
}

/** Files agree when names and types do. */
function signature({ file, columns }: ParquetFile) {
  return { file, names: columns.map(({ name, declared }) => `${name} (${declared})`) };
}
