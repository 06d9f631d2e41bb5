import { createRequire } from 'node:module';
import path from 'node:path';

export type DuckDb = typeof import('@duckdb/node-api');

/**
 * Loads DuckDB's binding from a folder that holds `node_modules/@duckdb/…`. Resolved at run time, since a bundle cannot
 * hold native code.
 *
 * @throws Error when the folder has none, or none for this platform.
 */
export function loadDuckDb(root: string): DuckDb {
  const api: DuckDb = createRequire(path.join(root, 'package.json'))('@duckdb/node-api');
  // Text of a TIMESTAMPTZ must not depend on the machine's time zone.
  api.DuckDBTimestampTZValue.timezoneOffsetInMinutes = 0;
  return api;
}
