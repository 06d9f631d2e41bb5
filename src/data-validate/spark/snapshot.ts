import { createHash } from 'node:crypto';
import path from 'node:path';
import { configError, Failure, inputError } from '../../gate/failure.js';
import { canonicalJson } from '../../gate/json.js';
import { compareCodePoints } from '../../gate/order.js';
import type { Ports } from '../../platform/ports.js';
import { filesInFolder } from '../find-files.js';
import { type Identity, identify } from '../identity.js';
import type { Location } from './location.js';
import type { SparkSession } from './session.js';

/** What a dataset was when it was judged. */
export interface Snapshot extends Identity {
  /** Of a table with versions: what Spark is told to read. */
  readonly version?: string;
  /** Its files below the folder that was named; none of a table, whose log knows its columns. */
  readonly files: readonly string[];
}

type SnapshotPorts = Pick<Ports, 'files' | 'objects' | 'hasher' | 'log' | 'signal'>;

interface StoredFile {
  /** As Spark names it: a URI, percent-encoded. */
  readonly path: string;
  /** Bytes. */
  readonly size: string;
  /** Microseconds since 1970; of files that nothing better is known of. */
  readonly modified?: string;
  /** The store's name of its contents. */
  readonly etag?: string;
}

/**
 * The bytes of local Parquet; the version and files of a Delta or Iceberg table; else the list of files with their sizes and ETags, or
 * times where the store has none for us; it is compared again after judging.
 *
 * @throws Failure('input') when Spark cannot read it.
 */
export async function takeSnapshot(
  label: string,
  location: Location,
  session: SparkSession,
  ports: SnapshotPorts,
): Promise<Snapshot> {
  if (location.format !== 'parquet') return ofVersion(label, location, session);
  if (location.local !== undefined) return ofBytes(label, location, session, ports);
  const listed = async () => withEtags(location, await storedFiles(location, session), ports);
  const files = await listed();
  const digest = digestOf(location, files);
  return {
    subject: subjectOf(label, location.shown, digest),
    files: files.map((file) => below(location, file)),
    async assertUnchanged() {
      if (digestOf(location, await listed()) !== digest)
        throw inputError('changed while it was being judged', {
          place: { file: location.shown },
          fix: 'let nothing write to the data while the gate runs',
        });
    },
  };
}

async function ofVersion(label: string, location: Location, session: SparkSession): Promise<Snapshot> {
  const version = await versionOf(location, session);
  const files = await storedFiles(location, session, version);
  const name = `${location.shown}@${version ?? 'empty'}`;
  return {
    subject: subjectOf(label, name, digestOf(location, files, version)),
    ...(version !== undefined && { version }),
    files: [],
    // The version is what was read, whatever was written since.
    assertUnchanged: async () => undefined,
  };
}

/** Of an Iceberg table without rows there is none. */
async function versionOf(
  { format, relation, shown }: Location,
  session: SparkSession,
): Promise<string | undefined> {
  if (format === 'iceberg') {
    const sql = `SELECT CAST(snapshot_id AS STRING) AS id FROM ${relation}.refs WHERE name = 'main'`;
    const [row] = await session.rows(sql, shown);
    return row && String(row.id);
  }
  const [first] = await session.lines(`DESCRIBE HISTORY ${relation} LIMIT 1`, /^\d+\t/);
  if (first === undefined) await session.rows(`SELECT 1 AS one FROM ${relation} LIMIT 1`, shown);
  return /^\d+/.exec(first ?? '')?.[0] ?? noVersion(shown);
}

function noVersion(shown: string): never {
  throw inputError('is no Delta table that Spark can tell the version of', {
    place: { file: shown },
    fix: 'load Delta’s extension: `packages` and `conf` under `spark`',
  });
}

async function storedFiles(
  { format, relation, shown }: Location,
  session: SparkSession,
  version?: string,
): Promise<readonly StoredFile[]> {
  const at = version === undefined ? '' : ` VERSION AS OF ${version}`;
  const sql =
    format === 'iceberg'
      ? `SELECT file_path AS path, CAST(file_size_in_bytes AS STRING) AS size FROM ${relation}.files${at}`
      : `SELECT DISTINCT _metadata.file_path AS path, CAST(_metadata.file_size AS STRING) AS size${
          format === 'delta'
            ? ''
            : ', CAST(unix_micros(_metadata.file_modification_time) AS STRING) AS modified'
        } FROM ${relation}${at}`;
  const rows = (await session.rows(sql, shown)) as unknown as readonly StoredFile[];
  return [...rows].sort((a, b) => compareCodePoints(a.path, b.path));
}

/** What S3 calls their contents says more than when they were written; Spark may have credentials that we have not. */
async function withEtags(
  { uri, shown }: Location,
  files: readonly StoredFile[],
  { objects, log, signal }: SnapshotPorts,
): Promise<readonly StoredFile[]> {
  const inS3 = (address: string) => address.replace(/^s3[an]:/, 's3:');
  if (!inS3(uri).startsWith('s3:')) return files;
  try {
    const stored = await objects.list([inS3(uri)], signal);
    const etags = new Map(stored.map((object) => [object.uri, object.etag]));
    return files.map((file) => {
      const etag = etags.get(inS3(decodeURIComponent(file.path)));
      if (etag === undefined)
        throw inputError('changed while it was being judged', { place: { file: shown } });
      return { path: file.path, size: file.size, etag };
    });
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'outside') throw error;
    log.warn(`${shown}: its snapshot tells files by their times, since their ETags are not to be had here`);
    return files;
  }
}

function digestOf({ format }: Location, files: readonly StoredFile[], version?: string): string {
  const list = {
    format,
    ...(version !== undefined && { version }),
    files: files.map((file) => ({ ...file })),
  };
  return createHash('sha256').update(canonicalJson(list)).digest('hex');
}

function subjectOf(label: string, name: string, sha256: string): Snapshot['subject'] {
  return { name, kind: 'snapshot', role: 'dataset', digest: { sha256 }, grade: 'snapshot', label };
}

/** Hashed by us; what Spark lists must be among it. */
async function ofBytes(
  label: string,
  location: Location,
  session: SparkSession,
  ports: SnapshotPorts,
): Promise<Snapshot> {
  const root = location.local ?? '';
  const isFolder = (await ports.files.kind(root)) === 'folder';
  const paths = isFolder ? await filesInFolder(root, ports.files) : [root];
  for (const found of paths) assertSeenBySpark(path.posix.relative(root, found), location);
  const known = new Set(paths.map((found) => ports.files.resolve(found)));
  const assertKnown = (files: readonly StoredFile[]) => {
    if (files.some(({ path: uri }) => !known.has(decodeURIComponent(uri.replace(/^file:\/*/, '/')))))
      throw inputError('changed while it was being judged: Spark lists a file that was not hashed', {
        place: { file: location.shown },
        fix: 'let nothing write to the data while the gate runs',
      });
  };
  const stored = paths.map((found) => ({
    path: ports.files.resolve(found),
    shown: ports.files.display(found),
  }));
  const dataset = { name: label, patterns: [root], files: stored };
  const identity = await identify(dataset, ports);
  assertKnown(await storedFiles(location, session));
  return {
    subject: identity.subject,
    files: paths.map((found) => path.posix.relative(root, found)),
    async assertUnchanged() {
      await identity.assertUnchanged();
      // One that came before Spark made its list and after ours was judged, and is in no digest.
      assertKnown(await storedFiles(location, session));
    },
  };
}

/** Spark passes over what lies in folders that are no partitions, without a word. */
function assertSeenBySpark(relative: string, { shown }: Location): void {
  const folder = relative
    .split('/')
    .slice(0, -1)
    .find((part) => !part.includes('='));
  if (folder !== undefined && folder !== '..')
    throw configError(`has a folder ${JSON.stringify(folder)} inside, which Spark would pass over`, {
      place: { file: shown },
      fix: 'make it a dataset of its own, or partition by folders named key=value',
    });
}

function below({ uri }: Location, file: StoredFile): string {
  const name = decodeURIComponent(file.path);
  const root = uri.replace(/^file:\/*/, 'file:/');
  return name.startsWith(root) ? name.slice(root.length + 1) : name;
}
