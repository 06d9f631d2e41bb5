export type SqlValue = string | number | bigint | boolean | null;
export type Row = Readonly<Record<string, unknown>>;

/** A sandboxed DuckDB session: it can read the files it was opened for and nothing else, and its settings are locked. */
export interface EngineSession {
  /**
   * Runs one SELECT, CREATE, INSERT or DROP with positional parameters (`$1` …); any other statement is refused, because
   * COPY may also write what the session may read. BIGINT and HUGEINT come as bigint, DECIMAL and DATE/TIMESTAMP as text
   * (time zones: UTC), BLOB as bytes, lists as arrays, structs as objects, maps as arrays of `{key, value}`; rows and
   * structs are objects without a prototype. A column name that comes twice gets a suffix (`a`, `a:1`).
   *
   * @throws EngineError; the run's abort reason when it was interrupted.
   */
  rows(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /**
   * Makes a table, in place of one of its name, and fills it, for formats that DuckDB does not read itself. Its columns are `c0` …; values as their type stores
   * them: DATE as days and times as units since 1970 (TIME: since midnight), in microseconds but TIMESTAMP_NS; DECIMAL as its
   * unscaled number; 64 bits and more as bigint, smaller ones as number; BLOB as bytes; lists and structs as arrays, maps as
   * arrays of `[key, value]`; null where there is none.
   *
   * @param table any text without a NUL: it is quoted; names that differ in case alone are one.
   * @param types as DuckDB writes them.
   * @param batches the values of each column.
   * @throws EngineError; the run's abort reason; whatever `batches` throws.
   */
  load(table: string, types: readonly string[], batches: AsyncIterable<Columns>): Promise<void>;
  close(): Promise<void>;
}

export type Columns = readonly (readonly unknown[])[];

export interface Engine {
  /** DuckDB's own, `v1.5.5`. */
  readonly version: string;
  /**
   * @param readable absolute paths of files the session may read.
   * @param options.ordered keeps rows in the order of the file (for row numbers), at the price of more memory.
   */
  open(readable: readonly string[], options?: OpenOptions): Promise<EngineSession>;
}

export interface OpenOptions {
  readonly ordered?: boolean;
  /** Bytes that the whole process may take, where that is less than the machine would grant. */
  readonly memory?: number;
  /** Interrupts what runs, beside the run's own. */
  readonly signal?: AbortSignal;
}

/** `resources`: out of memory or disk. `data`: the file is not what it says. `statement`: the SQL is at fault. */
export class EngineError extends Error {
  readonly kind: 'resources' | 'data' | 'statement';

  constructor(kind: EngineError['kind'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EngineError';
    this.kind = kind;
  }
}

/** A string literal of DuckDB's SQL, for the few places that take no parameter (file names in table functions). */
export function sqlString(text: string): string {
  if (text.includes('\0')) throw new RangeError('text with a NUL has no SQL form');
  return `'${text.replaceAll("'", "''")}'`;
}

/** The literal that names exactly this file in a table function, which would take `*`, `?` and `[` as wildcards. */
export function sqlFile(path: string): string {
  return sqlString(escapeGlob(path));
}

/** A name in DuckDB's SQL, whatever it holds. */
export function sqlName(text: string): string {
  if (text.includes('\0')) throw new RangeError('text with a NUL has no SQL form');
  return `"${text.replaceAll('"', '""')}"`;
}

export function escapeGlob(path: string): string {
  return path.replaceAll(/[*?[]/g, '[$&]');
}
