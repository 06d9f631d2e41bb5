import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadDuckDb } from '../../src/engine/load.js';
import { tempFolder } from '../temp.js';
import { type Row, toJsonl, types } from './expectation-cases.js';

const folder = tempFolder();
const instance = loadDuckDb(import.meta.filename).DuckDBInstance.create(':memory:');

/** The rows of a SELECT as the bytes of a Parquet file, written by DuckDB itself. */
export function parquetOf(select: string): Promise<Uint8Array> {
  return written(select, 'FORMAT parquet');
}

/** Rows of `expectation-cases` in typed columns. @param more columns of SQL beside them, over `row_number() OVER ()` and the like. */
export function asParquet(rows: readonly Row[], more: readonly string[] = []): Promise<Uint8Array> {
  const file = path.join(tempFolder(), 'rows.jsonl');
  writeFileSync(file, toJsonl(rows));
  const columns = Object.entries(types).map(
    ([name, type]) => `${name}: '${type === 'float64' ? 'DOUBLE' : 'VARCHAR'}'`,
  );
  const source = `read_json('${file}', format = 'newline_delimited', columns = {${columns.join(', ')}})`;
  return parquetOf(`SELECT ${['*', ...more].join(', ')} FROM ${source}`);
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
