import { Float64, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow';
import { type Row, types } from './expectation-cases.js';

/** Rows of `expectation-cases` in typed columns, as the bytes of an Arrow IPC file. */
export function asArrow(rows: readonly Row[]): Uint8Array {
  const columns = Object.entries(types).map(([name, type], i) => {
    const cells = rows.map((row) => row[i] ?? null);
    return [name, vectorFromArray(cells, type === 'float64' ? new Float64() : new Utf8())] as const;
  });
  return tableToIPC(new Table(Object.fromEntries(columns)), 'file');
}
