/** Bytes that may be too many to hold: a file, a member of an archive, or what was unpacked of one. */
export interface Bytes {
  readonly size: number;
  /** Fewer than asked for only at the end. */
  read(offset: number, length: number): Uint8Array;
}

export function memoryBytes(bytes: Uint8Array): Bytes {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) };
}

export function sliceOf(bytes: Bytes, start: number, size: number): Bytes {
  const length = Math.max(0, Math.min(size, bytes.size - start));
  return {
    size: length,
    read: (offset, wanted) => bytes.read(start + offset, Math.max(0, Math.min(wanted, length - offset))),
  };
}

/** A view with Node's number readers. */
export function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const windowBytes = 256 * 1024;

/** Pieces of a whole, one after the other. */
export function* pieces(bytes: Bytes): Generator<Uint8Array> {
  for (let offset = 0; offset < bytes.size; offset += windowBytes) yield bytes.read(offset, windowBytes);
}
