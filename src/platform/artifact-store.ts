import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Artifact, ArtifactClient } from '@actions/artifact';
import { type Failure, outsideError } from '../gate/failure.js';
import { limits } from '../gate/limits.js';
import { by } from '../gate/order.js';
import { evidenceFile, evidenceName } from './folder-store.js';
import type { EvidenceStore, Log, StoredEvidence } from './ports.js';
import { readOnlyEntry } from './zip-entry.js';

export interface ArtifactStoreOptions {
  /** Of the run; a re-run keeps the artifacts of earlier attempts. */
  readonly attempt: string;
  readonly tempFolder: string;
  readonly log: Log;
  readonly signal: AbortSignal;
}

const prefix = 'sluice-evidence-';
/** What the client lists at most; beyond it something could be missing without notice. */
const mostArtifacts = 1000;
/** What a zip of one file has beside the file. */
const zipOverhead = 64 * 1024;

/**
 * Evidence as artifacts of the workflow run, one each. Any job of the run can write and delete them, so the same name may
 * come more than once; callers tell evidence apart by the digest they expect.
 */
export function artifactStore(options: ArtifactStoreOptions): EvidenceStore {
  return {
    put: (evidence) => inFolder(options, (folder) => upload(evidence, folder, options)),
    list: async () => {
      const client = await openClient();
      const { artifacts } = await client.listArtifacts().catch((error: unknown) => {
        throw unavailable('evidence cannot be listed', error);
      });
      if (artifacts.length >= mostArtifacts)
        throw outsideError(`the run has ${mostArtifacts} artifacts or more, so evidence could be overlooked`);
      const found: StoredEvidence[] = [];
      for (const artifact of artifacts.filter(({ name }) => name.startsWith(prefix))) {
        options.signal.throwIfAborted();
        const evidence = await inFolder(options, (folder) => download(client, artifact, folder, options.log));
        if (evidence) found.push(evidence);
      }
      return found.sort(by(({ name }) => name));
    },
  };
}

/** Loaded only here: it is large, and evidence may be kept elsewhere. */
async function openClient(): Promise<ArtifactClient> {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

async function upload(
  { name, bytes }: StoredEvidence,
  folder: string,
  { attempt }: ArtifactStoreOptions,
): Promise<void> {
  const file = path.join(folder, evidenceFile(name));
  await writeFile(file, bytes);
  const client = await openClient();
  try {
    await client.uploadArtifact(`${prefix}${name}-${attempt}`, [file], folder);
  } catch (error) {
    throw unavailable(`evidence ${name} cannot be uploaded`, error);
  }
}

/** What is no evidence is said and left out: whoever needs it will miss it, and junk must not stop the others. */
async function download(
  client: ArtifactClient,
  { id, name, size }: Artifact,
  folder: string,
  log: Log,
): Promise<StoredEvidence | undefined> {
  try {
    if (size > limits.evidenceBytes + zipOverhead) throw new Error('it is too large');
    await client.downloadArtifact(id, { path: folder, skipDecompress: true });
    const entry = await readOnlyEntry(await readDownloaded(folder), limits.evidenceBytes);
    const evidence = evidenceName(entry.name);
    if (evidence === undefined)
      throw new Error(`it holds ${JSON.stringify(entry.name)}, which is no evidence`);
    return { name: evidence, bytes: entry.bytes };
  } catch (error) {
    log.warn(`artifact ${name} is left out: ${messageOf(error)}`);
    return undefined;
  }
}

async function readDownloaded(folder: string): Promise<Uint8Array> {
  const [name = ''] = await readdir(folder);
  const file = path.join(folder, name);
  const { size } = await stat(file);
  if (size > limits.evidenceBytes + zipOverhead) throw new Error('it is too large');
  return readFile(file);
}

async function inFolder<T>(
  { tempFolder }: ArtifactStoreOptions,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(path.join(tempFolder, 'sluice-artifact-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function unavailable(what: string, error: unknown): Failure {
  const message = messageOf(error);
  return outsideError(`${what}: ${message}`, { fix: remedyOf(message) }, error);
}

function remedyOf(message: string): string {
  if (/already exists/.test(message))
    return 'the gate ran twice in this run: give each its own `instance` (legs of a matrix, repeated steps)';
  if (/GHES|ACTIONS_(RUNTIME_TOKEN|RESULTS_URL)/.test(message))
    return 'artifacts are not to be had here: set `evidence-store` to a folder';
  return 'run the job again; or set `evidence-store` to a folder';
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
