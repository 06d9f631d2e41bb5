import { isUtf8 } from 'node:buffer';
import { type BigIntStats, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type Failure, inputError } from '../gate/failure.js';
import { compareCodePoints } from '../gate/order.js';
import type { TreeOptions } from './digest.js';
import { stampOf } from './worker.js';

export interface ListedFile {
  /** Relative to the root, with `/`. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
  readonly stamp: string;
}

export interface Listing {
  /** In code point order of names. */
  readonly files: readonly ListedFile[];
  /** Stamp by absolute path: a file added, removed or renamed later changes its folder's. */
  readonly folders: ReadonlyMap<string, string>;
}

/** @throws Failure('input') when nothing stands there. */
export function isFolder(absolute: string): boolean {
  return lstat(absolute).isDirectory();
}

/** @throws Failure('input') unless a regular file stands at `absolute` itself, not behind a link. */
export function listFile(absolute: string): ListedFile {
  const stats = lstat(absolute);
  if (stats.isDirectory()) {
    throw inputError('is a folder; expected a file', { place: { file: absolute }, fix: 'name a file in it' });
  }
  return listed(path.basename(absolute), absolute, stats);
}

/**
 * Every regular file below a folder, without following links or opening anything.
 *
 * @throws Failure('input') on a link, a special file, a name that no manifest can hold, or when no file is left.
 */
export async function listTree(
  root: string,
  { ignore = [], irregular }: TreeOptions,
  signal: AbortSignal,
): Promise<Listing> {
  const ignored = new Set(ignore.map((name) => name.replace(/\/$/, '')));
  const files: ListedFile[] = [];
  const folders = new Map<string, string>();
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const absolute = path.join(root, folder);
    folders.set(absolute, stampOf(lstat(absolute)));
    for (const entry of namesIn(absolute)) {
      const name = folder === '' ? entry : `${folder}/${entry}`;
      if (ignored.has(name)) continue;
      const inside = path.join(absolute, entry);
      const stats = lstat(inside);
      if (stats.isDirectory()) open.push(name);
      else if (irregular && !stats.isFile()) irregular(name, describeKind(stats));
      else files.push(listed(name, inside, stats));
    }
    await setImmediate();
    signal.throwIfAborted();
  }
  if (files.length === 0) {
    const message = 'holds no file, so there is nothing to hash';
    throw inputError(message, { place: { file: root }, fix: 'name a folder with at least one file' });
  }
  return { files: files.sort((a, b) => compareCodePoints(a.name, b.name)), folders };
}

/** @throws Failure('input') when a folder is no longer the one that was listed. */
export function assertSameFolders({ folders }: Listing): void {
  for (const [folder, stamp] of folders) {
    if (stampOf(lstat(folder)) !== stamp) throw changedError(folder);
  }
}

/** @throws Failure('input') with the mend where the reason is known. */
function lstat(file: string): BigIntStats {
  try {
    return lstatSync(file, { bigint: true });
  } catch (error) {
    throw unreadableError(file, (error as NodeJS.ErrnoException).code ?? String(error));
  }
}

function namesIn(folder: string): readonly string[] {
  let names: readonly Buffer[];
  try {
    // As bytes: Node would turn what is not UTF-8 into U+FFFD, and two files into one name.
    names = readdirSync(folder, { encoding: 'buffer' });
  } catch (error) {
    throw unreadableError(folder, (error as NodeJS.ErrnoException).code ?? String(error));
  }
  return names.map((bytes) => decodeName(folder, bytes));
}

function decodeName(folder: string, bytes: Buffer): string {
  const place = { file: folder };
  const fix = 'rename or remove it';
  const shown = JSON.stringify(bytes.toString('latin1'));
  if (!isUtf8(bytes)) throw inputError(`holds a file whose name is not UTF-8: ${shown}`, { place, fix });
  const name = bytes.toString('utf8');
  if (name.includes('\n')) {
    throw inputError(`holds a file with a line break in its name: ${JSON.stringify(name)}`, { place, fix });
  }
  return name;
}

function listed(name: string, file: string, stats: BigIntStats): ListedFile {
  if (!stats.isFile()) {
    const fix = stats.isSymbolicLink() ? 'put the file itself in its place' : 'remove it';
    throw inputError(`is ${describeKind(stats)}; expected a regular file`, { place: { file }, fix });
  }
  return { name, path: file, size: Number(stats.size), stamp: stampOf(stats) };
}

function describeKind(stats: BigIntStats): string {
  return stats.isSymbolicLink() ? 'a symbolic link' : 'neither a file nor a folder';
}

export function changedError(file: string): Failure {
  return inputError('changed while it was being hashed', {
    place: { file },
    fix: 'let the step that writes it finish first, then run again',
  });
}

/** @param code of the operating system: `EACCES`. */
export function unreadableError(file: string, code: string): Failure {
  const place = { file };
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return inputError('does not exist', {
      place,
      fix: 'check the path, and that the step that makes it ran',
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return inputError('may not be read', { place, fix: 'give the user who runs this permission to read it' });
  }
  return inputError(`cannot be read (${code})`, { place });
}
