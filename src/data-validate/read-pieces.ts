import { setImmediate } from 'node:timers/promises';
import type { OpenFile, Ports } from '../platform/ports.js';

/** Fits into the cache of a core: what several look at is not fetched from memory twice. */
const pieceBytes = 128 * 1024;

/**
 * Hands a file over piece by piece, letting others run between pieces. A piece is good until the next: all are read into one buffer,
 * since a fresh one for each would be as much memory again as the engine takes.
 *
 * @throws Failure('input') when it cannot be read; the run's abort reason.
 */
export async function readPieces(
  file: OpenFile,
  ports: Pick<Ports, 'signal'>,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  const buffer = Buffer.alloc(pieceBytes);
  for (let offset = 0; ; offset += pieceBytes) {
    ports.signal.throwIfAborted();
    const piece = file.read(offset, pieceBytes, buffer);
    if (piece.byteLength > 0) take(piece);
    if (piece.byteLength < pieceBytes) return;
    await setImmediate();
  }
}
