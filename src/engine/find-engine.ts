import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { configError, outsideError } from '../gate/failure.js';
import type { Log } from '../platform/ports.js';
import { type DuckDb, loadDuckDb } from './load.js';
import { type EngineRelease, thisPlatform } from './manifest.js';
import {
  copyVerified,
  type ReadEngineFile,
  readFromFolder,
  TamperedError,
  writeEngineFile,
} from './private-copy.js';
import { AssetError, unpackAsset } from './unpack.js';

export interface FindOptions {
  readonly release: EngineRelease;
  /** Named by the user: taken, or refused with a reason, and nothing else is tried. */
  readonly enginePath?: string;
  /** The runner's folder of tools, which outlives jobs on self-hosted machines. */
  readonly toolCache?: string;
  readonly mode: 'fetch' | 'never';
  /** Where the private copy is made. */
  readonly tempFolder: string;
  readonly log: Log;
  /** The bytes behind an address. @throws Failure('outside') */
  readonly download: (url: string) => Promise<Uint8Array>;
}

/**
 * DuckDB as npm installed it beside the running file; npm has checked it against the lock file.
 *
 * @param from the running file, as path or `file:` address.
 * @throws Failure('outside') when npm left it out.
 */
export function loadInstalledEngine(from: string): DuckDb {
  try {
    return loadDuckDb(from);
  } catch (error) {
    throw outsideError(
      `the data engine is not installed for ${thisPlatform()}`,
      { fix: 'install again, with optional dependencies (npm install --include=optional)' },
      error,
    );
  }
}

/**
 * DuckDB in an action, where nobody has checked it before: from `engine-path`, else the tool cache, else our release asset;
 * each file proven against the manifest of this bundle on a private copy.
 *
 * @throws Failure('config') when `engine-path` is not the engine; Failure('outside') when there is none and none can be fetched.
 */
export async function findVerifiedEngine(options: FindOptions): Promise<DuckDb> {
  const { release, enginePath, toolCache } = options;
  if (enginePath !== undefined) return loadCopy(await copyOfNamed(enginePath, options));
  const cached = toolCache && path.join(toolCache, 'sluice-duckdb', release.version, release.platform);
  const copy = cached && (await copyOfCached(cached, options));
  return loadCopy(copy || (await fetchCopy(options, cached)));
}

/** Once loaded, the files are needed no more, except where Windows keeps them open. */
async function loadCopy(folder: string): Promise<DuckDb> {
  const api = loadDuckDb(path.join(folder, 'package.json'));
  if (process.platform !== 'win32') await rm(folder, { recursive: true, force: true });
  return api;
}

async function copyOfNamed(folder: string, { release, tempFolder }: FindOptions): Promise<string> {
  try {
    return await copyVerified(release, readFromFolder(folder), tempFolder);
  } catch (error) {
    if (!(error instanceof TamperedError)) throw error;
    throw configError(
      `\`engine-path\` is not DuckDB ${release.version} for ${release.platform}: ${error.message}`,
      {
        fix: `unpack ${release.url} there`,
      },
    );
  }
}

async function copyOfCached(
  folder: string,
  { release, tempFolder, log }: FindOptions,
): Promise<string | undefined> {
  if (!(await exists(folder))) return undefined;
  try {
    return await copyVerified(release, readFromFolder(folder), tempFolder);
  } catch (error) {
    if (!(error instanceof TamperedError)) throw error;
    log.warn(`the data engine in the tool cache was altered and is not used: ${error.message}`);
    return undefined;
  }
}

async function fetchCopy(options: FindOptions, cached: string | undefined): Promise<string> {
  const { release, mode, tempFolder, log, download } = options;
  if (mode === 'never')
    throw outsideError('there is no data engine here, and `engine: never` forbids to fetch it', {
      fix: `set \`engine: fetch\`, or unpack ${release.url} and set \`engine-path\``,
    });
  log.info(`fetching the data engine (DuckDB ${release.version}, once per runner)`);
  const files = await unpackAsset(await download(release.url), release).catch((error: unknown) => {
    if (!(error instanceof AssetError)) throw error;
    throw outsideError(`${release.url} was altered or cut on the way: ${error.message}`, {}, error);
  });
  const read: ReadEngineFile = async (file) => files.get(file.path) ?? new Uint8Array();
  const copy = await copyVerified(release, read, tempFolder);
  if (cached !== undefined) await store(release, read, cached, log);
  return copy;
}

/** For the next job; that it may fail is no reason to fail this one. */
async function store(release: EngineRelease, read: ReadEngineFile, cached: string, log: Log): Promise<void> {
  const parent = path.dirname(cached);
  try {
    await mkdir(parent, { recursive: true });
    const made = await mkdtemp(path.join(parent, '.making-'));
    try {
      for (const file of release.files) await writeEngineFile(made, file, await read(file));
      await rm(cached, { recursive: true, force: true });
      await rename(made, cached);
    } catch (error) {
      await rm(made, { recursive: true, force: true });
      throw error;
    }
  } catch (error) {
    log.debug(`the data engine was not kept in the tool cache: ${String(error)}`);
  }
}

async function exists(folder: string): Promise<boolean> {
  return stat(folder).then(
    () => true,
    () => false,
  );
}
