import os from 'node:os';
import path from 'node:path';
import envPaths from 'env-paths';
import { openHasher } from '../digest/hasher.js';
import { loadInstalledEngine } from '../engine/find-engine.js';
import { openEngine } from '../engine/session.js';
import { systemClock } from './clock.js';
import { openFiles } from './files.js';
import { openFolderLog } from './folder-log-store.js';
import { folderStore } from './folder-store.js';
import { openGit } from './git.js';
import { localContext } from './github-context.js';
import { openTerminalLog, wantsColor } from './log.js';
import { once } from './once.js';
import type { Ports } from './ports.js';
import { openS3 } from './s3/store.js';
import { openScratch } from './scratch.js';
import { openSubprocess } from './subprocess.js';

export interface LocalOptions {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute, or relative to the workspace. */
  readonly evidenceFolder: string;
  readonly signal: AbortSignal;
  readonly verbose?: boolean;
}

export interface OpenPorts {
  readonly ports: Ports;
  /** Stops what runs in the background. */
  close(): Promise<void>;
}

/** The ports of the command line: any path the user names, evidence in a folder, everything said on standard error. */
export async function openLocalPorts(options: LocalOptions): Promise<OpenPorts> {
  const { workspace, signal } = options;
  const stream = process.stderr;
  const log = openTerminalLog({
    stream,
    verbose: options.verbose ?? false,
    color: wantsColor(process.env, stream),
  });
  const files = openFiles({ workspace, confined: false, signal });
  const hasher = openHasher({ signal, log, display: files.display });
  const scratch = openScratch(os.tmpdir());
  const subprocess = openSubprocess({
    signal,
    env: process.env,
    stderr: stream,
    underActions: process.env.GITHUB_ACTIONS === 'true',
  });
  const run = await localContext(openGit(workspace, subprocess));
  const ports: Ports = {
    clock: systemClock,
    log,
    files,
    scratch,
    objects: openS3({
      env: process.env,
      cache: path.join(envPaths('sluice', { suffix: '' }).cache, 'objects'),
      scratch,
      log,
    }),
    hasher,
    engine: once(async () =>
      openEngine(loadInstalledEngine(import.meta.url), { tempFolder: os.tmpdir(), signal }),
    ),
    evidence: folderStore(options.evidenceFolder, files),
    openLog: (folder) => openFolderLog(files.resolve(folder), files.display(folder), { signal }),
    subprocess,
    run,
    signal,
  };
  return { ports, close: () => closeAll(hasher, scratch) };
}

export async function closeAll(...open: readonly { close(): Promise<void> }[]): Promise<void> {
  await Promise.all(open.map((one) => one.close()));
}
