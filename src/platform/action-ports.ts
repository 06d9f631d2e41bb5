import os from 'node:os';
import path from 'node:path';
import * as core from '@actions/core';
import { type BaseReader, baseReader } from '../config/base-reader.js';
import { openHasher } from '../digest/hasher.js';
import { findVerifiedEngine } from '../engine/find-engine.js';
import { engineRelease } from '../engine/manifest.js';
import { openEngine } from '../engine/session.js';
import { outsideError } from '../gate/failure.js';
import { artifactStore } from './artifact-store.js';
import { systemClock } from './clock.js';
import { openFiles } from './files.js';
import { openFolderLog } from './folder-log-store.js';
import { folderStore } from './folder-store.js';
import { type Git, openGit } from './git.js';
import { openGithubApi } from './github-api.js';
import { type GithubContext, githubContext } from './github-context.js';
import { type Http, openHttp } from './http.js';
import { type OpenPorts, once } from './local-ports.js';
import { openActionsLog } from './log.js';
import type { EvidenceStore, Files, Log } from './ports.js';
import { openSubprocess } from './subprocess.js';

export interface ActionOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** `artifact`, or a folder. */
  readonly evidenceStore?: string;
  readonly engine?: string;
  readonly enginePath?: string;
  readonly token?: string;
}

export interface ActionPorts extends OpenPorts {
  readonly git: Git;
  /** The base branch of a pull request or merge group. */
  readonly base?: BaseReader;
  /** Of this job; reports go below it. */
  readonly tempFolder: string;
}

/** The ports of an action: nothing outside workspace and temp folder is touched, and what was fetched is verified. */
export function openActionPorts(options: ActionOptions): ActionPorts {
  const { env, signal } = options;
  const workspace = path.resolve(env.GITHUB_WORKSPACE ?? process.cwd());
  const tempFolder = path.resolve(env.RUNNER_TEMP ?? os.tmpdir());
  const log = openActionsLog(core);
  if (options.token) log.mask(options.token);
  const files = openFiles({ workspace, confined: true, extraRoots: [tempFolder], signal });
  const subprocess = openSubprocess({ signal, env, stderr: process.stderr, underActions: true });
  const http = openHttp({ signal });
  const context = githubContext(env);
  const git = openGit(workspace, subprocess);
  const hasher = openHasher({ signal, log, display: files.display });
  const base = baseOf(context, git, http, options.token);
  return {
    ports: {
      clock: systemClock,
      log,
      files,
      hasher,
      engine: once(async () =>
        openEngine(await findEngine(options, tempFolder, http, log), { tempFolder, signal }),
      ),
      evidence: storeFor(options, context, { files, tempFolder, log }),
      openLog: (folder) => openFolderLog(files.resolve(folder), files.display(folder), { signal }),
      subprocess,
      run: context.run,
      signal,
    },
    git,
    ...(base && { base }),
    tempFolder,
    close: () => hasher.close(),
  };
}

function storeFor(
  { evidenceStore = 'artifact', signal }: ActionOptions,
  { run }: GithubContext,
  { files, tempFolder, log }: { readonly files: Files; readonly tempFolder: string; readonly log: Log },
): EvidenceStore {
  if (evidenceStore !== 'artifact') return folderStore(evidenceStore, files);
  return artifactStore({ attempt: run.runAttempt ?? '1', tempFolder, log, signal });
}

function baseOf(
  { base, repository, apiUrl }: GithubContext,
  local: Git,
  http: Http,
  token: string | undefined,
): BaseReader | undefined {
  if (!base) return undefined;
  const remote = repository && openGithubApi({ http, apiUrl, repository, ...(token && { token }) });
  return baseReader({ branch: base.branch, local, ...(remote && { remote }) });
}

function findEngine({ env, engine, enginePath }: ActionOptions, tempFolder: string, http: Http, log: Log) {
  return findVerifiedEngine({
    release: engineRelease(),
    ...(enginePath !== undefined && { enginePath: path.resolve(enginePath) }),
    ...(env.RUNNER_TOOL_CACHE && { toolCache: env.RUNNER_TOOL_CACHE }),
    mode: engine === 'never' ? 'never' : 'fetch',
    tempFolder,
    log,
    download: async (url) => {
      const { status, body } = await http.get(url, { maxBytes: mostAssetBytes });
      if (status !== 200)
        throw outsideError(`${url} answered ${status}`, {
          fix: 'set `engine-path`, see docs/closed-networks.md',
        });
      return body;
    },
  });
}

/** The release asset of one platform, compressed. */
const mostAssetBytes = 256 * 1024 * 1024;
