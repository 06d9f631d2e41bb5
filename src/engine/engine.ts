export type SqlValue = string | number | bigint | boolean | null;
export type Row = Readonly<Record<string, unknown>>;

/** A sandboxed DuckDB session: it can read the files it was opened for and nothing else, and its settings are locked. */
export interface EngineSession {
  /**
   * Runs one statement with positional parameters (`$1` …). BIGINT and HUGEINT come as bigint, DECIMAL and DATE/TIMESTAMP
   * as text, lists as arrays, structs as objects; rows are objects without a prototype.
   *
   * @throws EngineError
   */
  rows(sql: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

export interface Engine {
  readonly version: string;
  /** @param readable absolute paths the session may read. */
  open(readable: readonly string[]): Promise<EngineSession>;
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

/** A quoted identifier of DuckDB's SQL. */
export function sqlName(name: string): string {
  if (name.includes('\0')) throw new RangeError('a name with a NUL has no SQL form');
  return `"${name.replaceAll('"', '""')}"`;
}
