import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadDuckDb } from '../../src/engine/load.js';
import { tempFolder } from '../temp.js';

const folder = tempFolder();
const instance = loadDuckDb(import.meta.filename).DuckDBInstance.create(':memory:');

/** The rows of a SELECT as the bytes of a Parquet file, written by DuckDB itself. */
export function parquetOf(select: string): Promise<Uint8Array> {
  return written(select, 'FORMAT parquet');
}

/** The same, encrypted with a key that is in no setting; the module that DuckDB brings is good enough for a test. */
export function encryptedParquet(select: string): Promise<Uint8Array> {
  const before = ['SET force_mbedtls_unsafe = true', "PRAGMA add_parquet_key('k', '0123456789112345')"];
  return written(select, "FORMAT parquet, ENCRYPTION_CONFIG {footer_key: 'k'}", before);
}

async function written(select: string, options: string, before: readonly string[] = []): Promise<Uint8Array> {
  const file = path.join(folder, 'rows.parquet');
  const connection = await (await instance).connect();
  for (const statement of before) await connection.run(statement);
  await connection.run(`COPY (${select}) TO '${file}' (${options})`);
  connection.closeSync();
  const bytes = readFileSync(file);
  rmSync(file);
  return bytes;
}
