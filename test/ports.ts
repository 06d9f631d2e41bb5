import path from 'node:path';
import { afterAll } from '@jest/globals';
import type { Hasher } from '../src/digest/digest.js';
import { type OpenHasher, openHasher } from '../src/digest/hasher.js';
import { loadDuckDb } from '../src/engine/load.js';
import { openEngine } from '../src/engine/session.js';
import type { RunContext } from '../src/gate/run-context.js';
import { openFiles } from '../src/platform/files.js';
import { openFolderLog } from '../src/platform/folder-log-store.js';
import { folderStore } from '../src/platform/folder-store.js';
import type { Log, Ports } from '../src/platform/ports.js';
import { openS3 } from '../src/platform/s3/store.js';
import { openScratch } from '../src/platform/scratch.js';
import { openSubprocess } from '../src/platform/subprocess.js';
import { tempFolder } from './temp.js';

export interface PortsOptions {
  /** A new temporary folder unless given. */
  readonly workspace?: string;
  /** The clock stands still: `2026-11-21T12:00:00.000Z` unless given. */
  readonly now?: string;
  readonly run?: RunContext;
  readonly hasher?: Hasher;
  readonly signal?: AbortSignal;
  readonly openLog?: Ports['openLog'];
  /** Of which a store and its credentials are told; none unless given. */
  readonly env?: NodeJS.ProcessEnv;
}

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  progress: () => undefined,
  mask: () => undefined,
};

const hashers: OpenHasher[] = [];
afterAll(() => Promise.all(hashers.map((hasher) => hasher.close())));

/** Real ports on a folder of its own: real files, hasher, engine and subprocess; only the clock and the log are not. */
export function makePorts(options: PortsOptions = {}): Ports & { readonly workspace: string } {
  const workspace = options.workspace ?? tempFolder();
  const signal = options.signal ?? new AbortController().signal;
  const files = openFiles({ workspace, confined: false, signal });
  const now = new Date(options.now ?? '2026-11-21T12:00:00.000Z');
  const spill = tempFolder();
  const scratch = openScratch(spill);
  return {
    workspace,
    clock: { now: () => now },
    log: silentLog,
    files,
    scratch,
    objects: openS3({ env: options.env ?? {}, cache: path.join(spill, 'objects'), scratch, log: silentLog }),
    hasher: options.hasher ?? realHasher(signal, files.display),
    engine: async () => openEngine(loadDuckDb(import.meta.filename), { tempFolder: spill, signal }),
    evidence: folderStore('.sluice', files),
    openLog:
      options.openLog ??
      ((folder) => openFolderLog(files.resolve(folder), files.display(folder), { signal })),
    subprocess: openSubprocess({ signal, env: process.env, stderr: process.stderr, underActions: false }),
    run: options.run ?? { kind: 'local', event: 'local' },
    signal,
  };
}

function realHasher(signal: AbortSignal, display: Ports['files']['display']): Hasher {
  const hasher = openHasher({ signal, display });
  hashers.push(hasher);
  return hasher;
}
