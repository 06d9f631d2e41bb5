import { modelLimits } from '../limits.js';
import { type Bytes, viewOf } from './bytes.js';
import { Malformed } from './malformed.js';

/** A member as the central directory has it. */
export interface DirectoryEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

export interface Directory {
  readonly entries: readonly DirectoryEntry[];
  /** Where the directory begins: members end there. */
  readonly start: number;
}

const endSignature = 0x06054b50;
const end64Signature = 0x06064b50;
const locator64Signature = 0x07064b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const locatorBytes = 20;
const end64Bytes = 56;
const all32 = 0xffffffff;

/** Position of the end record (APPNOTE.TXT 4.3.16), searched from the back over the longest comment; −1 where there is none. */
export function findEnd(bytes: Bytes): number {
  const length = Math.min(bytes.size, endBytes + 0xffff);
  const from = bytes.size - length;
  const tail = viewOf(bytes.read(from, length));
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) === endSignature && at + endBytes + tail.readUInt16LE(at + 20) <= tail.length)
      return from + at;
  }
  return -1;
}

/**
 * Reads the central directory, strictly: no bytes before, between or behind what the records cover, one disk, no comment that could
 * be another directory.
 *
 * @throws Malformed
 */
export function readDirectory(bytes: Bytes): Directory {
  const end = findEnd(bytes);
  if (end < 0) throw new Malformed('is a zip file without a directory');
  const { start, size, count, followedBy } = endRecord(bytes, end);
  if (count > modelLimits.zipEntries || size > modelLimits.zipDirectoryBytes) {
    throw new Malformed(`is a zip file of ${count} members; at most ${modelLimits.zipEntries} are read`);
  }
  // Some readers start from the directory's stated place, others count back from the end: only one place may be right.
  if (start + size !== followedBy)
    throw new Malformed('is a zip file whose directory is not where it says', start);
  const raw = viewOf(bytes.read(start, size));
  const entries: DirectoryEntry[] = [];
  let at = 0;
  while (at < raw.length) {
    const { entry, next } = readEntry(raw, at, start);
    entries.push(entry);
    at = next;
  }
  if (entries.length !== count)
    throw new Malformed(`is a zip file of ${entries.length} members that says ${count}`);
  return { entries, start };
}

interface EndRecord {
  readonly start: number;
  readonly size: number;
  readonly count: number;
  /** What stands behind the directory. */
  readonly followedBy: number;
}

function endRecord(bytes: Bytes, end: number): EndRecord {
  const raw = viewOf(bytes.read(end, endBytes));
  if (raw.readUInt16LE(20) !== 0)
    throw new Malformed('is a zip file with a comment behind its directory', end);
  if (end + endBytes !== bytes.size) throw new Malformed('is a zip file with bytes behind its end', end);
  if (raw.readUInt16LE(4) !== 0 || raw.readUInt16LE(6) !== 0)
    throw new Malformed('is one of several disks', end);
  const plain = {
    count: raw.readUInt16LE(10),
    size: raw.readUInt32LE(12),
    start: raw.readUInt32LE(16),
    followedBy: end,
  };
  const locator = end >= locatorBytes ? viewOf(bytes.read(end - locatorBytes, locatorBytes)) : null;
  return locator?.readUInt32LE(0) === locator64Signature ? end64Record(bytes, end, locator, plain) : plain;
}

/** Zip64 (APPNOTE.TXT 4.3.14): what the plain record also states must be the same. */
function end64Record(bytes: Bytes, end: number, locator: Buffer, plain: EndRecord): EndRecord {
  const position = Number(locator.readBigUInt64LE(8));
  const raw = viewOf(bytes.read(position, end64Bytes));
  if (
    raw.length < end64Bytes ||
    raw.readUInt32LE(0) !== end64Signature ||
    position + end64Bytes !== end - locatorBytes
  ) {
    throw new Malformed('has a zip64 record that is not where it says', end);
  }
  const count = Number(raw.readBigUInt64LE(32));
  const size = Number(raw.readBigUInt64LE(40));
  const start = Number(raw.readBigUInt64LE(48));
  const agrees =
    agree(plain.count, count, 0xffff) && agree(plain.size, size, all32) && agree(plain.start, start, all32);
  if (!agrees) throw new Malformed('has a zip64 record that contradicts the plain one', position);
  return { count, size, start, followedBy: position };
}

function agree(plain: number, wide: number, seeWide: number): boolean {
  return plain === wide || plain === seeWide;
}

function readEntry(
  raw: Buffer,
  at: number,
  base: number,
): { readonly entry: DirectoryEntry; readonly next: number } {
  if (at + 46 > raw.length || raw.readUInt32LE(at) !== entrySignature) {
    throw new Malformed('has a zip directory that breaks off', base + at);
  }
  const nameLength = raw.readUInt16LE(at + 28);
  const extraLength = raw.readUInt16LE(at + 30);
  const next = at + 46 + nameLength + extraLength + raw.readUInt16LE(at + 32);
  if (next > raw.length) throw new Malformed('has a zip directory that breaks off', base + at);
  const extra = raw.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const plain = {
    size: raw.readUInt32LE(at + 24),
    packedSize: raw.readUInt32LE(at + 20),
    offset: raw.readUInt32LE(at + 42),
  };
  const name = raw.subarray(at + 46, at + 46 + nameLength).toString('utf8');
  return {
    entry: {
      name,
      flags: raw.readUInt16LE(at + 8),
      method: raw.readUInt16LE(at + 10),
      crc: raw.readUInt32LE(at + 16),
      ...widen(plain, extra, name),
    },
    next,
  };
}

type Sizes = Pick<DirectoryEntry, 'size' | 'packedSize' | 'offset'>;

/** Zip64 extended information (APPNOTE.TXT 4.5.3): only fields that are all ones in the plain record, in this order. */
function widen(plain: Sizes, extra: Buffer, name: string): Sizes {
  const wide = extraField(extra, 0x0001);
  let at = 0;
  const take = (value: number) => {
    if (value !== all32) return value;
    if (!wide || at + 8 > wide.length)
      throw new Malformed(`lacks the size of its member ${JSON.stringify(name)}`);
    at += 8;
    return Number(wide.readBigUInt64LE(at - 8));
  };
  const size = take(plain.size);
  const packedSize = take(plain.packedSize);
  return { size, packedSize, offset: take(plain.offset) };
}

export function extraField(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
}
