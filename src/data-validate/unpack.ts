import { pipeline, Readable, type Transform } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import zlib from 'node:zlib';
import { inputError } from '../gate/failure.js';
import type { OpenFile } from '../platform/ports.js';

export type Compression = 'none' | 'gzip' | 'zstd';

/** Small, because what a frame leaves unread of its last piece is read again for the next frame. */
const pieceBytes = 64 * 1024;

/**
 * A file's bytes, uncompressed, to the last one stored: all members of gzip (RFC 1952, 2.2) and all frames of Zstandard
 * (RFC 8878, 3), skippable ones among them.
 *
 * @throws Failure('input') when it is corrupt, cut off, or something else follows; the signal's reason.
 */
export async function* unpacked(
  file: OpenFile,
  shown: string,
  compression: Compression,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  if (compression === 'none') {
    yield* pieces(file, 0, signal);
    return;
  }
  try {
    const open = compression === 'gzip' ? zlib.createGunzip : zstdUnpacker();
    yield* open ? unpackParts(file, open, signal) : unpackZstd(file, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw inputError(
      `is no whole ${compression} file: ${error instanceof Error ? error.message : String(error)}`,
      { place: { file: shown }, fix: 'write it again, or set `compression`' },
      error,
    );
  }
}

/** Node's unpackers end, without a word, at the end of a frame or before a zero byte: whatever is left is unpacked in its turn. */
async function* unpackParts(
  file: OpenFile,
  open: () => Unpacker,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  let offset = 0;
  do {
    const unpacker = open();
    const packed = Readable.from(pieces(file, offset, signal), { highWaterMark: 1 });
    pipeline(packed, unpacker, () => undefined);
    yield* unpacker as AsyncIterable<Uint8Array>;
    if (unpacker.bytesWritten === 0) throw new Error(`nothing can be unpacked at byte ${offset}`);
    offset += unpacker.bytesWritten;
    if (open === zlib.createGunzip) offset += await countZeros(file, offset, signal);
  } while (offset < file.size);
}

/** Tapes and some writers fill a gzip file up with zeros. */
async function countZeros(file: OpenFile, offset: number, signal: AbortSignal): Promise<number> {
  let count = 0;
  for await (const piece of pieces(file, offset, signal)) {
    const other = piece.findIndex((byte) => byte !== 0);
    if (other >= 0) return count + other;
    count += piece.byteLength;
  }
  return count;
}

/** Lets timers and signals have their turn between pieces, so that a timeout and an interruption are heard. */
async function* pieces(file: OpenFile, start: number, signal: AbortSignal): AsyncIterable<Uint8Array> {
  for (let offset = start; ; offset += pieceBytes) {
    signal.throwIfAborted();
    const piece = file.read(offset, pieceBytes);
    if (piece.byteLength > 0) yield piece;
    if (piece.byteLength < pieceBytes) return;
    await setImmediate();
  }
}

type Unpacker = Transform & { readonly bytesWritten: number };

/** Node knows Zstandard from 22.15 on. */
function zstdUnpacker(): (() => Unpacker) | undefined {
  const { createZstdDecompress }: { createZstdDecompress?: () => Unpacker } = zlib;
  return createZstdDecompress;
}

async function* unpackZstd(file: OpenFile, signal: AbortSignal): AsyncIterable<Uint8Array> {
  const { Decompress } = await import('fzstd');
  const out: Uint8Array[] = [];
  const unpacker = new Decompress((piece) => {
    out.push(piece);
  });
  for await (const piece of pieces(file, 0, signal)) {
    unpacker.push(piece);
    yield* out.splice(0);
  }
  unpacker.push(new Uint8Array(0), true);
  yield* out;
}
