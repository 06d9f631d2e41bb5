import zlib from 'node:zlib';
import { isBomb } from '../expansion.js';
import { unpackLz4 } from './lz4.js';

type Decode = (data: Uint8Array) => Uint8Array;

/** What unpacks the two compressions of an IPC body (Arrow columnar format, "Buffer compression"). */
export async function arrowCodecs(): Promise<{ readonly lz4: Decode; readonly zstd: Decode }> {
  return { lz4: exactly(unpackLz4), zstd: exactly(await zstdUnpacker()) };
}

/** Each packed buffer follows its size unpacked, 64 bits: what comes out must have exactly that. */
function exactly(unpack: (data: Uint8Array, size: number) => Uint8Array): Decode {
  return (data) => {
    if (data.byteOffset < 8) throw new Error('a packed buffer without its size');
    const size = Number(new DataView(data.buffer, data.byteOffset - 8, 8).getBigInt64(0, true));
    if (size < 0 || isBomb(size, data.byteLength))
      throw new Error(`a buffer of ${data.byteLength} bytes that would grow to ${size}`);
    const unpacked = unpack(data, size);
    if (unpacked.byteLength !== size)
      throw new Error(`${unpacked.byteLength} bytes where ${size} were announced`);
    return unpacked;
  };
}

/** Node knows Zstandard from 22.15 on. */
async function zstdUnpacker(): Promise<(data: Uint8Array, size: number) => Uint8Array> {
  const { zstdDecompressSync }: { zstdDecompressSync?: typeof zlib.zstdDecompressSync } = zlib;
  if (zstdDecompressSync)
    return (data, size) => zstdDecompressSync(data, { maxOutputLength: Math.max(1, size) });
  const { decompress } = await import('fzstd');
  return (data, size) => decompress(data, new Uint8Array(size));
}
