import { crc32, inflateRawSync } from 'node:zlib';
import { modelLimits } from '../limits.js';
import { type Bytes, memoryBytes, pieces, sliceOf, viewOf } from './bytes.js';
import { Malformed } from './malformed.js';
import { type DirectoryEntry, extraField, readDirectory } from './zip-directory.js';

/** A member whose local header and directory entry agree. */
export interface Member extends DirectoryEntry {
  /** Where its bytes begin. */
  readonly dataStart: number;
}

const localSignature = 0x04034b50;
const descriptorSignature = 0x08074b50;
const flags = {
  encrypted: 0x0001,
  descriptor: 0x0008,
  strongEncryption: 0x0040,
  maskedHeaders: 0x2000,
} as const;

/**
 * The members of a zip file. Readers differ in which of the two records of a member they believe, so both are read and must say
 * the same, and between the members there may be nothing.
 *
 * @throws Malformed
 */
export function readMembers(bytes: Bytes): readonly Member[] {
  const { entries, start } = readDirectory(bytes);
  const inPlace = entries.toSorted((a, b) => a.offset - b.offset);
  const names = new Set<string>();
  const members: Member[] = [];
  let end = 0;
  for (const entry of inPlace) {
    if (names.has(entry.name))
      throw new Malformed(`holds two members called ${JSON.stringify(entry.name)}`, entry.offset);
    names.add(entry.name);
    if (entry.offset !== end) throw new Malformed('has bytes that belong to no member, or to two', end);
    const dataStart = readLocalHeader(bytes, entry);
    end = dataStart + entry.packedSize + descriptorLength(bytes, entry, dataStart + entry.packedSize);
    members.push({ ...entry, dataStart });
  }
  if (end !== start) throw new Malformed('has bytes between its members and its directory', end);
  return members;
}

/** Returns where the data begins. */
function readLocalHeader(bytes: Bytes, entry: DirectoryEntry): number {
  const shown = JSON.stringify(entry.name.slice(0, 200));
  const fixed = viewOf(bytes.read(entry.offset, 30));
  if (fixed.length < 30 || fixed.readUInt32LE(0) !== localSignature) {
    throw new Malformed(`has no member ${shown} where its directory says`, entry.offset);
  }
  if ((entry.flags & (flags.encrypted | flags.strongEncryption | flags.maskedHeaders)) !== 0) {
    throw new Malformed(`has an encrypted member ${shown}`, entry.offset);
  }
  const nameLength = fixed.readUInt16LE(26);
  const rest = viewOf(bytes.read(entry.offset + 30, nameLength + fixed.readUInt16LE(28)));
  const local = {
    name: rest.subarray(0, nameLength).toString('utf8'),
    flags: fixed.readUInt16LE(6),
    method: fixed.readUInt16LE(8),
  };
  const wrong = (['name', 'flags', 'method'] as const).find((field) => local[field] !== entry[field]);
  if (wrong !== undefined || !sizesAgree(fixed, rest.subarray(nameLength), entry)) {
    const which = wrong === undefined ? 'size or checksum' : wrong === 'flags' ? 'flags' : wrong;
    throw new Malformed(`states another ${which} for the member ${shown} than its directory`, entry.offset);
  }
  return entry.offset + 30 + rest.length;
}

/** With a data descriptor, the local header may leave checksum and sizes zero. */
function sizesAgree(fixed: Buffer, extra: Buffer, entry: DirectoryEntry): boolean {
  const later = (entry.flags & flags.descriptor) !== 0;
  const wide = extraField(extra, 0x0001);
  const stated = (value: number, at: number) =>
    value === 0xffffffff && wide && at + 8 <= wide.length ? Number(wide.readBigUInt64LE(at)) : value;
  const crc = fixed.readUInt32LE(14);
  const packedSize = stated(fixed.readUInt32LE(18), 8);
  const size = stated(fixed.readUInt32LE(22), 0);
  const same = (value: number, expected: number) => value === expected || (later && value === 0);
  return same(crc, entry.crc) && same(packedSize, entry.packedSize) && same(size, entry.size);
}

/** Bytes of the data descriptor (APPNOTE.TXT 4.3.9): with or without signature, with sizes of four or eight bytes. */
function descriptorLength(bytes: Bytes, entry: DirectoryEntry, at: number): number {
  if ((entry.flags & flags.descriptor) === 0) return 0;
  const raw = viewOf(bytes.read(at, 24));
  const signed = raw.length >= 4 && raw.readUInt32LE(0) === descriptorSignature ? 4 : 0;
  for (const width of [4, 8]) {
    const length = signed + 4 + 2 * width;
    if (raw.length < length || raw.readUInt32LE(signed) !== entry.crc) continue;
    const read = (from: number) => (width === 4 ? raw.readUInt32LE(from) : Number(raw.readBigUInt64LE(from)));
    if (read(signed + 4) === entry.packedSize && read(signed + 4 + width) === entry.size) return length;
  }
  throw new Malformed(
    `does not say behind the member ${JSON.stringify(entry.name)} what its directory says`,
    at,
  );
}

/** The bytes of a stored member, not looked at. */
export function rawMember(bytes: Bytes, { dataStart, packedSize }: Member): Bytes {
  return sliceOf(bytes, dataStart, packedSize);
}

/**
 * A member's bytes, unpacked and compared with its checksum.
 *
 * @throws Malformed on another compression than deflate, or on wrong sizes and checksums.
 */
export function unpackMember(bytes: Bytes, member: Member): Bytes {
  const shown = JSON.stringify(member.name.slice(0, 200));
  const unpacked = member.method === 0 ? rawMember(bytes, member) : inflate(bytes, member, shown);
  if (unpacked.size !== member.size)
    throw new Malformed(`has a member ${shown} of another size than it says`);
  let sum = 0;
  for (const piece of pieces(unpacked)) sum = crc32(piece, sum);
  if (sum !== member.crc)
    throw new Malformed(`has a member ${shown} with a wrong checksum`, member.dataStart);
  return unpacked;
}

function inflate(bytes: Bytes, member: Member, shown: string): Bytes {
  if (member.method !== 8)
    throw new Malformed(`has a member ${shown} with compression ${member.method}, which is not read`);
  if (Math.max(member.size, member.packedSize) > modelLimits.unpackedBytes) {
    throw new Malformed(`has a member ${shown} that unpacks to more than ${modelLimits.unpackedBytes} bytes`);
  }
  const packed = bytes.read(member.dataStart, member.packedSize);
  try {
    return memoryBytes(inflateRawSync(packed, { maxOutputLength: Math.max(1, member.size) }));
  } catch {
    throw new Malformed(`has a member ${shown} that cannot be unpacked`, member.dataStart);
  }
}
