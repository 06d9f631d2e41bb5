import type { Severity } from '../gate/finding.js';
import type { Sightings } from './sightings.js';
import type { Table, TableFile } from './table.js';

/** How a dataset can be badly written. A fault of severity `error` leaves nothing to hold rules against. */
export const faultKinds = {
  'well-formed': { asks: 'files are well-formed', severity: 'error' },
  'distinct-columns': { asks: 'column names differ from one another', severity: 'error' },
  'same-columns': { asks: 'all files have the same columns', severity: 'error' },
  'blank-lines': { asks: 'no blank lines between rows', severity: 'warning' },
  'line-breaks': { asks: 'no line ends inside fields', severity: 'note' },
} as const satisfies Readonly<Record<string, { readonly asks: string; readonly severity: Severity }>>;

export interface Fault {
  readonly kind: keyof typeof faultKinds;
  /** As people know it. */
  readonly file: string;
  readonly sightings: Sightings;
}

export function blocks(fault: Fault): boolean {
  return faultKinds[fault.kind].severity === 'error';
}

/** A dataset's files, looked through once. */
export interface Opened {
  readonly table: Table;
  readonly faults: readonly Fault[];
  /**
   * The lines at which data rows of one file stand.
   *
   * @param rows as the engine counts them, from 1, ascending.
   * @returns undefined where the file has no lines.
   */
  linesOf(file: TableFile, rows: readonly number[]): Promise<readonly number[] | undefined>;
}

export function faultsOf(kind: Fault['kind'], file: string, sightings: Sightings): readonly Fault[] {
  return sightings.count === 0 ? [] : [{ kind, file, sightings }];
}
