import { rm, stat } from 'node:fs/promises';
import { Failure, inputError, outsideError } from '../gate/failure.js';
import { writeAtomically } from './atomic-write.js';
import { glob } from './glob.js';
import { openFile } from './open-file.js';
import type { Files, OpenFile } from './ports.js';
import { openWorkspace, type Workspace, type WorkspaceOptions } from './workspace.js';

export interface FilesOptions extends WorkspaceOptions {
  readonly signal: AbortSignal;
}

const pieceBytes = 1024 * 1024;

export function openFiles(options: FilesOptions): Files {
  const workspace = openWorkspace(options);
  const { signal } = options;
  const open = (path: string) => openFile(workspace.resolve(path), workspace.display(path));
  const read: Files['read'] = async (path, maxBytes) => {
    const file = open(path);
    try {
      return readWhole(file, maxBytes, workspace.display(path));
    } finally {
      file.close();
    }
  };
  const kind: Files['kind'] = (path) => kindOf(workspace, path);
  return {
    ...workspace,
    read,
    open: async (path) => open(path),
    // The run layer reads from the base tip instead, where a proposal is judged.
    readJudging: (path, maxBytes) => read(path, maxBytes).catch(asConfig),
    glob: (patterns) =>
      glob(patterns, {
        root: workspace.resolve('.'),
        workspace,
        signal,
        exists: async (path) => (await kind(path)) !== 'missing',
      }),
    kind,
    write: (path, bytes) =>
      changing(workspace, path, signal, (absolute) => writeAtomically(absolute, bytes, signal)),
    remove: (path) => changing(workspace, path, signal, (absolute) => rm(absolute, { force: true })),
  };
}

/** One byte more than allowed is asked for, since a file may have grown since it was opened, or not know its size. */
function readWhole(file: OpenFile, maxBytes: number, shown: string): Uint8Array {
  const tooLarge = inputError(`is larger than ${maxBytes} bytes`, { place: { file: shown } });
  if (file.size > maxBytes) throw tooLarge;
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const piece = file.read(total, Math.min(pieceBytes, maxBytes + 1 - total));
    total += piece.length;
    if (total > maxBytes) throw tooLarge;
    if (piece.length === 0) return Buffer.concat(pieces);
    pieces.push(piece);
  }
}

function asConfig(error: unknown): never {
  throw error instanceof Failure ? new Failure('config', error.problems, { cause: error }) : error;
}

async function kindOf(workspace: Workspace, path: string): ReturnType<Files['kind']> {
  try {
    const stats = await stat(workspace.resolve(path));
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
  } catch (error) {
    if (error instanceof Failure) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
    const place = { file: workspace.display(path) };
    throw inputError(`cannot be looked at (${code})`, { place, fix: 'mend the path' }, error);
  }
}

async function changing(
  workspace: Workspace,
  path: string,
  signal: AbortSignal,
  change: (absolute: string) => Promise<void>,
): Promise<void> {
  const absolute = workspace.resolve(path);
  try {
    await change(absolute);
  } catch (error) {
    signal.throwIfAborted();
    const { code } = error as NodeJS.ErrnoException;
    throw outsideError(
      `cannot be written (${code})`,
      {
        place: { file: workspace.display(path) },
        ...(code && code in remedies && { fix: remedies[code] ?? '' }),
      },
      error,
    );
  }
}

const remedies: Readonly<Record<string, string>> = {
  ENOSPC: 'free space on the disk',
  EACCES: 'give the user who runs this permission to write there',
  EPERM: 'give the user who runs this permission to write there',
  EROFS: 'name a folder on a file system that is not read-only',
  EISDIR: 'a folder stands there; name a file',
  EEXIST: 'a file stands where a folder has to be; name another folder',
  ENOTDIR: 'a file stands where a folder has to be; name another folder',
};
