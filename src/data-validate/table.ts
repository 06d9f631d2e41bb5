import type { CellType } from './plan.js';

export type Format = 'csv' | 'jsonl' | 'parquet' | 'arrow';
export type Newline = '\n' | '\r\n';

export interface Column {
  readonly name: string;
  /** Of a typed file; null where every cell says for itself. */
  readonly type: CellType | null;
  /** The file's own word for its type, `DECIMAL(10,2)`; null as above. */
  readonly declared: string | null;
}

export interface TableFile {
  /** Absolute, for the engine. */
  readonly path: string;
  /** As people know it. */
  readonly shown: string;
  /** Data rows. */
  readonly rows: number;
  /** Of text files. */
  readonly newline: Newline;
  /** What its folders say, by the table's partitions; null for no value. */
  readonly folders: readonly (string | null)[];
}

/** How a CSV file is written. */
export interface CsvForm {
  readonly delimiter: string;
  readonly quote: string;
  readonly header: boolean;
  readonly nullValues: readonly string[];
}

/** A column that stands in the names of folders, with the engine's type. */
export interface Partition {
  readonly name: string;
  readonly type: 'BIGINT' | 'DATE' | 'VARCHAR';
}

interface SameColumns {
  readonly files: readonly TableFile[];
  /** Those of the files, then those of their folders. */
  readonly columns: readonly Column[];
  readonly partitions: readonly Partition[];
}

/** The files of one dataset, all with the same columns, as an engine needs to know them. */
export type Table = SameColumns &
  (
    | {
        readonly format: 'csv';
        readonly csv: CsvForm;
        /** Whether an underscore stands between two digits anywhere: the engine would take it for a part of a number. */
        readonly underscored: boolean;
        /** Columns that hold nothing but numbers as far as they were looked at. */
        readonly likelyNumbers?: ReadonlySet<number>;
      }
    | { readonly format: 'jsonl' | 'parquet' | 'arrow' }
  );

/** The position of a column; undefined where there is none of that name. */
export function positionOf(table: Table, name: string): number | undefined {
  const at = table.columns.findIndex((column) => column.name === name);
  return at === -1 ? undefined : at;
}

export function rowsOf(table: Table): number {
  return table.files.reduce((sum, { rows }) => sum + rows, 0);
}
