import { gunzipSync, inflateSync } from 'node:zlib';
import { modelLimits } from '../limits.js';
import { type Bytes, memoryBytes, viewOf } from './bytes.js';

/** How a file is packed, by its first bytes. */
interface Packing {
  readonly name: string;
  readonly magic: Buffer;
  /** Where the magic stands. */
  readonly at?: number;
  /** Absent: nothing in Node unpacks it, so what is inside cannot be seen. */
  readonly unpack?: (packed: Uint8Array, options: { maxOutputLength: number }) => Uint8Array;
}

const packings: readonly Packing[] = [
  { name: 'gzip', magic: Buffer.from('1f8b08', 'hex'), unpack: gunzipSync },
  ...['7801', '785e', '789c', '78da'].map((hex) => ({
    name: 'zlib',
    magic: Buffer.from(hex, 'hex'),
    unpack: inflateSync,
  })),
  { name: '7z', magic: Buffer.from('377abcaf271c', 'hex') },
  { name: 'xz', magic: Buffer.from('fd377a585a00', 'hex') },
  { name: 'lzma', magic: Buffer.from('5d0000', 'hex') },
  { name: 'bzip2', magic: Buffer.from('314159265359', 'hex'), at: 4 },
  { name: 'lz4', magic: Buffer.from('04224d18', 'hex') },
  { name: 'zstd', magic: Buffer.from('28b52ffd', 'hex') },
  { name: 'rar', magic: Buffer.from('Rar!\x1a\x07', 'latin1') },
  { name: 'tar', magic: Buffer.from('ustar'), at: 257 },
];

export type Unpacked =
  | { readonly name: string; readonly bytes: Bytes }
  | { readonly name: string; readonly bytes: null; readonly why: string };

/** What is packed in the bytes; `null` where they are not packed. */
export function unpack(bytes: Bytes): Unpacked | null {
  const head = viewOf(bytes.read(0, 512));
  const packing = packings.find(({ magic, at = 0 }) => head.subarray(at, at + magic.length).equals(magic));
  if (!packing) return null;
  const { name, unpack: open } = packing;
  if (!open)
    return {
      name,
      bytes: null,
      why: `is packed as ${name}, which is not opened: what is inside cannot be seen`,
    };
  if (bytes.size > modelLimits.unpackedBytes) {
    return { name, bytes: null, why: `has more than ${modelLimits.unpackedBytes} packed bytes` };
  }
  try {
    const whole = open(bytes.read(0, bytes.size), { maxOutputLength: modelLimits.unpackedBytes });
    return { name, bytes: memoryBytes(whole) };
  } catch {
    // Two bytes are easily met by chance; three are not.
    if (name === 'zlib') return null;
    return {
      name,
      bytes: null,
      why: `is packed as ${name} and cannot be unpacked within ${modelLimits.unpackedBytes} bytes`,
    };
  }
}
