import os from 'node:os';
import path from 'node:path';
import * as core from '@actions/core';
import { type BaseReader, baseReader } from '../config/base-reader.js';
import { openHasher } from '../digest/hasher.js';
import { findVerifiedEngine } from '../engine/find-engine.js';
import { engineRelease } from '../engine/manifest.js';
import { openEngine } from '../engine/session.js';
import { configError } from '../gate/failure.js';
import { artifactStore } from './artifact-store.js';
import { systemClock } from './clock.js';
import { downloadWith } from './download.js';
import { openFiles } from './files.js';
import { openFolderLog } from './folder-log-store.js';
import { folderStore } from './folder-store.js';
import { type Git, openGit } from './git.js';
import { openGithubApi } from './github-api.js';
import { type GithubContext, githubContext } from './github-context.js';
import { type Http, openHttp } from './http.js';
import { closeAll, type OpenPorts } from './local-ports.js';
import { openActionsLog } from './log.js';
import { once } from './once.js';
import type { EvidenceStore, Files, Log, Ports } from './ports.js';
import { openS3 } from './s3/store.js';
import { openScratch } from './scratch.js';
import { openSubprocess } from './subprocess.js';

export interface ActionOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** `artifact`, which is meant when it is absent, or a folder. */
  readonly evidenceStore?: string;
  /** `fetch`, which is meant when it is absent, or `never`. */
  readonly engine?: string;
  readonly enginePath?: string;
  readonly token?: string;
  /** Folders outside the workspace that the workflow itself names. */
  readonly volumes?: readonly string[];
}

export interface ActionPorts extends OpenPorts {
  /** Set where the event names a base branch: pull requests and merge groups. */
  readonly base?: BaseReader;
  /** The runner's, emptied after the job. */
  readonly tempFolder: string;
  /** Tells which findings lie in files that annotations can be shown on. */
  readonly git: Git;
}

interface Parts {
  readonly files: Files;
  readonly log: Log;
  readonly http: Http;
  readonly tempFolder: string;
  readonly context: GithubContext;
}

/** The ports of an action: paths confined to workspace, temp folder and named volumes, evidence as artifacts, the engine proven before it is loaded. */
export function openActionPorts(options: ActionOptions): ActionPorts {
  const { env, signal, token, volumes = [] } = options;
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  const tempFolder = env.RUNNER_TEMP || os.tmpdir();
  const log = openActionsLog(core);
  if (token) log.mask(token);
  const files = openFiles({ workspace, confined: true, extraRoots: [tempFolder, ...volumes], signal });
  const context = githubContext(env);
  const parts: Parts = { files, log, http: openHttp({ signal }), tempFolder, context };
  const hasher = openHasher({ signal, log, display: files.display });
  const scratch = openScratch(tempFolder);
  const subprocess = openSubprocess({ signal, env, stderr: process.stderr, underActions: true });
  const git = openGit(workspace, subprocess);
  const base = openBase(options, parts, git);
  const ports: Ports = {
    clock: systemClock,
    log,
    files,
    scratch,
    objects: openS3({ env, cache: path.join(tempFolder, 'sluice-objects'), scratch, log }),
    hasher,
    engine: once(async () => openEngine(await findEngine(options, parts), { tempFolder, signal })),
    evidence: openEvidence(options, parts),
    openLog: (folder) => openFolderLog(files.resolve(folder), files.display(folder), { signal }),
    subprocess,
    run: context.run,
    signal,
  };
  return { ports, git, tempFolder, ...(base && { base }), close: () => closeAll(hasher, scratch) };
}

function findEngine({ env, engine, enginePath }: ActionOptions, { log, http, tempFolder }: Parts) {
  const toolCache = env.RUNNER_TOOL_CACHE;
  return findVerifiedEngine({
    release: engineRelease(),
    mode: engine === 'never' ? 'never' : 'fetch',
    tempFolder,
    log,
    download: downloadWith(http),
    ...(enginePath && { enginePath }),
    ...(toolCache && { toolCache }),
  });
}

function openEvidence(options: ActionOptions, { files, log, tempFolder, context }: Parts): EvidenceStore {
  const { evidenceStore = 'artifact', signal } = options;
  if (evidenceStore === 'artifact')
    return artifactStore({ attempt: context.run.runAttempt ?? '1', tempFolder, log, signal });
  if (/^[a-z][a-z0-9+.-]*:/i.test(evidenceStore))
    throw configError(`\`evidence-store\`: no such store: ${JSON.stringify(evidenceStore)}`, {
      fix: 'write `artifact`, or a folder below the workspace',
    });
  return folderStore(evidenceStore, files);
}

function openBase({ token }: ActionOptions, { http, context }: Parts, git: Git): BaseReader | undefined {
  const { base, repository, apiUrl } = context;
  if (base === undefined) return undefined;
  const remote = repository && token ? openGithubApi({ http, apiUrl, repository, token }) : undefined;
  return baseReader({ branch: base.branch, local: git, ...(remote && { remote }) });
}
