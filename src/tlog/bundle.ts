import { TlogError } from './tlog-error.js';

/** An entry's length is a uint16 (C2SP tlog-tiles). */
const maxEntryBytes = 0xffff;

/** Entry bundle: each entry after its length, big-endian. @throws RangeError when an entry is too long. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.byteLength > maxEntryBytes) throw new RangeError(`an entry is over ${maxEntryBytes} bytes`);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.byteLength);
      return [length, entry];
    }),
  );
}

/**
 * The first `width` entries of a bundle.
 *
 * @param whole whether anything after them is an error.
 * @throws TlogError when it ends before them.
 */
export function decodeBundle(bytes: Uint8Array, width: number, whole: boolean): readonly Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  for (let i = 0; i < width; i++) {
    const end = at + 2 <= bytes.byteLength ? at + 2 + view.getUint16(at) : Number.POSITIVE_INFINITY;
    if (end > bytes.byteLength) throw new TlogError(`it ends within entry ${i} of ${width}`);
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  if (whole && at < bytes.byteLength) throw new TlogError(`it goes on after its ${width} entries`);
  return entries;
}
