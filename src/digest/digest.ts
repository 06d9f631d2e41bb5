import { inputError } from '../gate/failure.js';
import { fileSet } from '../gate/file-set.js';
import { dirHash, type FileEntry } from '../gate/manifest.js';
import { modelDigest, modelIgnore } from '../gate/model.js';
import type { Role, Subject } from '../gate/subject.js';
import { isUri } from '../gate/uri.js';
import type { FetchedObject, Files, ObjectStore } from '../platform/ports.js';
import type { PiecePlan } from './worker.js';

export interface HashedFile extends FileEntry {
  /** Bytes. */
  readonly size: number;
  /** The second hash that `TreeOptions.also` asked for, lower-case hex, in order; else empty. */
  readonly pieces: readonly string[];
}

/** Hashes files; each once, in parallel, noticing change (DESIGN §4). */
export interface Hasher {
  /** @throws Failure('input') when it is missing, not a regular file, unreadable or changes while being hashed. */
  file(path: string): Promise<HashedFile>;
  /**
   * Every regular file below `root` (or `root` itself when it is a file, named by its base name), in code point order of names.
   *
   * @throws Failure('input') as `file` does; also on a symbolic link, special file, name that is not UTF-8, or an empty folder.
   */
  tree(root: string, options?: TreeOptions): Promise<readonly HashedFile[]>;
}

export interface TreeOptions {
  /** Relative paths (files or folders) to leave out. */
  readonly ignore?: readonly string[];
  /** Takes a second hash in the same pass, where a manifest made elsewhere needs one. */
  readonly also?: PiecePlan;
  /** Hears of links and special files, which are then left out instead of refused. */
  readonly irregular?: (name: string, what: string) => void;
}

/** The outside that subjects need. */
export interface SubjectPorts {
  readonly files: Pick<Files, 'resolve' | 'display' | 'glob' | 'kind'>;
  readonly objects: ObjectStore;
  readonly hasher: Hasher;
  readonly signal: AbortSignal;
}

/**
 * What a config names as one thing, as a subject that is the same whichever gate asks: a folder by the `dirHash` of all below it,
 * files and patterns as `fileSet` says; what lies in a store as its copy here would be.
 *
 * @throws Failure('input') when nothing is there, and as `Hasher` and `ObjectStore` do.
 */
export async function subjectOf(
  ports: SubjectPorts,
  role: Role,
  patterns: readonly string[],
  label?: string,
): Promise<Subject> {
  const { files, hasher, objects, signal } = ports;
  if (patterns.some(isUri))
    return subjectOfObjects(hasher, role, patterns, await objects.fetch(patterns, signal), label);
  const paths = await files.glob(patterns);
  const [first, ...more] = paths;
  if (first === undefined) throw nothingMatches(patterns);
  const rest = { role, grade: 'bytes', ...(label !== undefined && { label }) } as const;
  if (more.length === 0 && (await files.kind(first)) === 'folder') {
    const below = await hasher.tree(files.resolve(first));
    return { name: files.display(first), kind: 'set', digest: { dirHash: dirHash(below) }, ...rest };
  }
  const entries: FileEntry[] = [];
  for (const path of paths) {
    const { sha256 } = await hasher.file(files.resolve(path));
    entries.push({ name: files.display(path), sha256 });
  }
  return { ...fileSet(entries), ...rest };
}

/** As `subjectOf`, of objects that were fetched by these patterns. */
export async function subjectOfObjects(
  hasher: Hasher,
  role: Role,
  patterns: readonly string[],
  objects: readonly FetchedObject[],
  label?: string,
): Promise<Subject> {
  const [pattern = '', ...more] = patterns;
  const entries: FileEntry[] = [];
  for (const { path, uri } of objects) entries.push({ name: uri, sha256: (await hasher.file(path)).sha256 });
  if (entries.length === 0) throw nothingMatches(patterns);
  const rest = { role, grade: 'bytes', ...(label !== undefined && { label }) } as const;
  const folder = pattern.replace(/\/*$/, '/');
  if (more.length > 0 || !entries.every(({ name }) => name.startsWith(folder)))
    return { ...fileSet(entries), ...rest };
  const below = entries.map(({ name, sha256 }) => ({ name: name.slice(folder.length), sha256 }));
  return { name: folder.slice(0, -1), kind: 'set', digest: { dirHash: dirHash(below) }, ...rest };
}

/**
 * The model at a path, with every digest it is known by, and its files.
 *
 * @throws Failure('input') as `Hasher` does.
 */
export async function modelOf(
  { files, hasher }: Pick<SubjectPorts, 'files' | 'hasher'>,
  path: string,
  options: TreeOptions = {},
): Promise<{ readonly subject: Subject; readonly files: readonly HashedFile[] }> {
  const kind = (await files.kind(path)) === 'folder' ? 'set' : 'file';
  const ignore = [...modelIgnore, ...(options.ignore ?? [])];
  const hashed = await hasher.tree(files.resolve(path), { ...options, ignore });
  const digest = modelDigest(hashed, kind);
  return {
    subject: { name: files.display(path), kind, role: 'model', digest, grade: 'bytes' },
    files: hashed,
  };
}

function nothingMatches(patterns: readonly string[]) {
  return inputError(`nothing matches ${patterns.join(', ')}`, {
    fix: 'check the path, and that the step that makes it ran',
  });
}
