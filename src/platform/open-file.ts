import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { unreadableError } from '../digest/walk.js';
import { inputError } from '../gate/failure.js';
import type { OpenFile } from './ports.js';

/**
 * Opens a regular file to be read in pieces.
 *
 * @param shown the file's name in messages.
 * @throws Failure('input') when it is missing, unreadable or not a regular file.
 */
export function openFile(absolute: string, shown: string): OpenFile {
  const place = { file: shown };
  const attempt = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw unreadableError(shown, (error as NodeJS.ErrnoException).code ?? 'unknown error');
    }
  };
  // Without O_NONBLOCK the opening of a pipe would wait for its writer for ever.
  const handle = attempt(() => openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)));
  const stats = attempt(() => fstatSync(handle, { bigint: true }));
  if (!stats.isFile()) {
    closeSync(handle);
    throw inputError(stats.isDirectory() ? 'is a folder; expected a file' : 'is not a regular file', {
      place,
      fix: 'name a file',
    });
  }
  return {
    size: Number(stats.size),
    stamp: [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(':'),
    read: (offset, length, into = Buffer.alloc(length)) =>
      attempt(() => readPiece(handle, offset, length, into)),
    close: () => closeSync(handle),
  };
}

function readPiece(handle: number, offset: number, length: number, piece: Uint8Array): Uint8Array {
  let filled = 0;
  while (filled < length) {
    const count = readSync(handle, piece, filled, length - filled, offset + filled);
    if (count === 0) break;
    filled += count;
  }
  return piece.subarray(0, filled);
}
