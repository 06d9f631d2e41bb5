import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type Budget, bufferShare, measureBudget } from './budget.js';
import {
  type Columns,
  type Engine,
  EngineError,
  type EngineSession,
  escapeGlob,
  type OpenOptions,
  type Row,
  type SqlValue,
  sqlName,
  sqlString,
} from './engine.js';
import { classifyError } from './errors.js';
import type { DuckDb } from './load.js';
import { parameterType, parameterValue, plainRow, storedAs } from './values.js';

export interface SessionOptions {
  /** Where a private folder for spilled data is made; removed on close. */
  readonly tempFolder: string;
  readonly signal: AbortSignal;
  /** Measured when absent. */
  readonly budget?: Budget;
}

export function openEngine(api: DuckDb, options: SessionOptions): Engine {
  return {
    version: api.version(),
    open: (readable, open = {}) => openSession(api, readable, open, options),
  };
}

async function openSession(
  api: DuckDb,
  readable: readonly string[],
  { ordered = false, memory, signal: own }: OpenOptions,
  { tempFolder, signal: ofRun, budget }: SessionOptions,
): Promise<EngineSession> {
  const signal = own ? AbortSignal.any([ofRun, own]) : ofRun;
  signal.throwIfAborted();
  const folder = await mkdtemp(path.join(tempFolder, 'sluice-engine-'));
  try {
    const most = budget ?? (await measureBudget(folder));
    const granted = {
      ...most,
      memory: Math.min(most.memory, memory === undefined ? most.memory : bufferShare(memory)),
    };
    const instance = await api.DuckDBInstance.create(':memory:', configOf(folder, ordered, granted));
    const connection = await instance.connect();
    // As an option of `create`, DuckDB 1.5 accepts this limit and does not keep it.
    await connection.run(`SET max_temp_directory_size = '${granted.spill}B'`);
    await lock(connection, readable);
    return new Session(api, instance, connection, folder, signal);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw classifyError(error);
  }
}

function configOf(folder: string, ordered: boolean, budget: Budget): Record<string, string> {
  return {
    memory_limit: `${budget.memory}B`,
    threads: String(budget.threads),
    temp_directory: path.join(folder, 'spill'),
    preserve_insertion_order: String(ordered),
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
    extension_directory: path.join(folder, 'extensions'),
  };
}

/** The order matters: what is open to reading is named before the door is closed, and then nothing can be changed. */
async function lock(connection: DuckDBConnection, readable: readonly string[]): Promise<void> {
  const names = new Set(readable.flatMap((file) => [file, escapeGlob(file)]));
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(`SET allowed_paths = [${[...names].map(sqlString).join(', ')}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

class Session implements EngineSession {
  readonly #api: DuckDb;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #folder: string;
  readonly #signal: AbortSignal;

  constructor(
    api: DuckDb,
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    folder: string,
    signal: AbortSignal,
  ) {
    this.#api = api;
    this.#instance = instance;
    this.#connection = connection;
    this.#folder = folder;
    this.#signal = signal;
  }

  async rows(sql: string, values: readonly SqlValue[] = []): Promise<readonly Row[]> {
    this.#signal.throwIfAborted();
    let again: NodeJS.Timeout | undefined;
    // DuckDB forgets an interrupt that comes before the statement has started in its thread, hence again until it ends.
    const interrupt = () => {
      this.#connection.interrupt();
      again = setTimeout(interrupt, 50);
    };
    this.#signal.addEventListener('abort', interrupt);
    try {
      return await this.#run(sql, values);
    } catch (error) {
      if (this.#signal.aborted) throw this.#signal.reason;
      throw error instanceof EngineError ? error : classifyError(error);
    } finally {
      this.#signal.removeEventListener('abort', interrupt);
      clearTimeout(again);
    }
  }

  async #run(sql: string, values: readonly SqlValue[]): Promise<readonly Row[]> {
    const api = this.#api;
    const statements = await this.#connection.extractStatements(sql).catch((error: unknown) => {
      throw new EngineError('statement', classifyError(error).message);
    });
    if (statements.count !== 1)
      throw new EngineError('statement', `one statement expected, got ${statements.count}`);
    const statement = await statements.prepare(0);
    const { SELECT, CREATE, INSERT, DROP } = api.StatementType;
    if (![SELECT, CREATE, INSERT, DROP].some((type) => type === statement.statementType))
      throw new EngineError('statement', `statement not allowed: ${sql.trim().slice(0, 40)}`);
    statement.bind(
      values.map((value) => parameterValue(api, value)),
      values.map((value) => parameterType(api, value)),
    );
    const reader = await statement.runAndReadAll();
    const names = reader.deduplicatedColumnNames();
    return reader.getRows().map((cells) =>
      plainRow(
        api,
        names.map((name, i) => [name, cells[i] ?? null]),
      ),
    );
  }

  async load(table: string, types: readonly string[], batches: AsyncIterable<Columns>): Promise<void> {
    const columns = types.map((type, i) => `c${i} ${type}`).join(', ');
    await this.rows(`CREATE OR REPLACE TABLE ${sqlName(table)} (${columns})`);
    try {
      const described = await this.#connection.run(`SELECT * FROM ${sqlName(table)} LIMIT 0`);
      const known = described.columnTypes();
      const convert = known.map((type) => storedAs(this.#api, type));
      const appender = await this.#connection.createAppender(table);
      for await (const batch of batches) {
        this.#signal.throwIfAborted();
        const chunk = this.#api.DuckDBDataChunk.create(known, batch[0]?.length ?? 0);
        batch.forEach((values, i) => {
          chunk.setColumnValues(
            i,
            values.map((value) => convert[i]?.(value) ?? null),
          );
        });
        classified(() => appender.appendDataChunk(chunk));
      }
      classified(() => appender.closeSync());
    } catch (error) {
      if (this.#signal.aborted) throw this.#signal.reason;
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

function classified(act: () => void): void {
  try {
    act();
  } catch (error) {
    throw classifyError(error);
  }
}
