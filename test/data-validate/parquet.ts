import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadDuckDb } from '../../src/engine/load.js';
import { tempFolder } from '../temp.js';

const folder = tempFolder();
const instance = loadDuckDb(import.meta.filename).DuckDBInstance.create(':memory:');

/** The rows of a SELECT as the bytes of a Parquet file, written by DuckDB itself. */
export async function parquetOf(select: string): Promise<Uint8Array> {
  const file = path.join(folder, 'rows.parquet');
  const connection = await (await instance).connect();
  await connection.run(`COPY (${select}) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  const bytes = readFileSync(file);
  rmSync(file);
  return bytes;
}
