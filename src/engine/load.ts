import { createRequire } from 'node:module';

export type DuckDb = typeof import('@duckdb/node-api');

/**
 * Loads DuckDB's binding as a file at this place would: from `node_modules/@duckdb/…` beside it or above. Resolved at run
 * time, since a bundle cannot hold native code.
 *
 * @param from absolute path or `file:` address, there or not.
 * @throws Error when there is none, or none for this platform.
 */
export function loadDuckDb(from: string): DuckDb {
  const api: DuckDb = createRequire(from)('@duckdb/node-api');
  // Text of a TIMESTAMPTZ must not depend on the machine's time zone.
  api.DuckDBTimestampTZValue.timezoneOffsetInMinutes = 0;
  return api;
}
