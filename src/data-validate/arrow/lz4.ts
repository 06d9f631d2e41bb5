/*
 * The libraries that were looked at take frames without block checksums only (lz4js), or are native code that no bundle can hold;
 * what decodes is small, and must refuse what a lenient one turns into zeros.
 */

const magic = 0x184d2204;
const [blockChecksums, contentSize, contentChecksum, dictionary] = [0x10, 0x08, 0x04, 0x01];
const shortestMatch = 4;

/**
 * Unpacks one LZ4 frame (lz4_Frame_format.md 1.6.4, blocks of lz4_Block_format.md); its checksums are passed over.
 *
 * @param size of what it holds, bytes.
 * @throws Error when it is no such frame, cut off, or holds another number of bytes.
 */
export function unpackLz4(data: Uint8Array, size: number): Uint8Array {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.byteLength < 11 || view.getUint32(0, true) !== magic) throw new Error('no LZ4 frame');
  const flags = view.getUint8(4);
  if (flags >> 6 !== 1 || flags & dictionary) throw new Error('an LZ4 frame of a kind that is not read');
  const target = new Uint8Array(size);
  let at = flags & contentSize ? 15 : 7;
  let written = 0;
  for (;;) {
    const header = view.getUint32(at, true);
    at += 4;
    if (header === 0) break;
    const end = at + (header & 0x7fff_ffff);
    if (end > data.byteLength) throw new Error('an LZ4 block is cut off');
    const block = data.subarray(at, end);
    written = header >>> 31 ? copied(block, target, written) : unpackBlock(block, target, written);
    at = end + (flags & blockChecksums ? 4 : 0);
  }
  if (flags & contentChecksum) at += 4;
  if (written !== size || at > data.byteLength)
    throw new Error(`${written} bytes where ${size} were announced`);
  return target;
}

/** @throws RangeError beyond the target. */
function copied(block: Uint8Array, target: Uint8Array, written: number): number {
  target.set(block, written);
  return written + block.byteLength;
}

/** A match may reach back into the blocks before. @returns how much of the target is written then. */
function unpackBlock(block: Uint8Array, target: Uint8Array, start: number): number {
  let [at, written] = [0, start];
  /** @param short four bits; 15 means that more follows, byte by byte. */
  const lengthFrom = (short: number) => {
    let length = short;
    for (let more = short === 15 ? 255 : 0; more === 255; ) {
      more = byteAt(block, at++);
      length += more;
    }
    return length;
  };
  while (at < block.byteLength) {
    const token = byteAt(block, at++);
    const literals = lengthFrom(token >> 4);
    if (at + literals > block.byteLength) throw new Error('an LZ4 block is cut off');
    written = copied(block.subarray(at, at + literals), target, written);
    at += literals;
    if (at === block.byteLength) break;
    const distance = byteAt(block, at) | (byteAt(block, at + 1) << 8);
    at += 2;
    const end = written + lengthFrom(token & 15) + shortestMatch;
    if (distance === 0 || distance > written || end > target.byteLength)
      throw new Error('an LZ4 block reaches beyond what it unpacks to');
    // Byte by byte: a match may overlap what it writes.
    for (; written < end; written++) target[written] = target[written - distance] ?? 0;
  }
  return written;
}

function byteAt(block: Uint8Array, at: number): number {
  const byte = block[at];
  if (byte === undefined) throw new Error('an LZ4 block is cut off');
  return byte;
}
