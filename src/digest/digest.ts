import { inputError } from '../gate/failure.js';
import { fileSet } from '../gate/file-set.js';
import { dirHash, type FileEntry } from '../gate/manifest.js';
import { modelDigest, modelIgnore } from '../gate/model.js';
import type { Role, Subject } from '../gate/subject.js';
import type { Files } from '../platform/ports.js';
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
  readonly hasher: Hasher;
}

/**
 * What a config names as one thing, as a subject that is the same whichever gate asks: a folder by the `dirHash` of all below it,
 * files and patterns as `fileSet` says.
 *
 * @throws Failure('input') when nothing is there, and as `Hasher` does.
 */
export async function subjectOf(
  { files, hasher }: SubjectPorts,
  role: Role,
  patterns: readonly string[],
  label?: string,
): Promise<Subject> {
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

/**
 * The model at a path, with every digest it is known by, and its files.
 *
 * @throws Failure('input') as `Hasher` does.
 */
export async function modelOf(
  { files, hasher }: SubjectPorts,
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
