import { crc32 } from 'node:zlib';

/** An entry of a zip; every field beside `name` and `data` is for lying. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array;
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly size?: number;
  /** What the local header says instead. */
  readonly local?: {
    readonly name?: string;
    readonly crc?: number;
    readonly method?: number;
    readonly flags?: number;
  };
  /** Bytes between the local header's name and the data. */
  readonly extra?: Uint8Array;
  /** Bytes behind the data. */
  readonly behind?: Uint8Array;
}

/** Writes a zip by hand (APPNOTE.TXT 4.3), so that tests can make broken ones. */
export function makeZip(entries: readonly ZipEntry[], prefix: Uint8Array = new Uint8Array()): Buffer {
  const parts: Uint8Array[] = [prefix];
  const directory: Uint8Array[] = [];
  let offset = prefix.length;
  for (const entry of entries) {
    const { name, data, packed = data, method = 0, flags = 0, local = {}, extra = Buffer.alloc(0) } = entry;
    const crc = entry.crc ?? crc32(data);
    const size = entry.size ?? data.length;
    const localName = Buffer.from(local.name ?? name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(local.flags ?? flags, 6);
    head.writeUInt16LE(local.method ?? method, 8);
    head.writeUInt32LE(local.crc ?? crc, 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size, 22);
    head.writeUInt16LE(localName.length, 26);
    head.writeUInt16LE(extra.length, 28);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
    const whole = [head, localName, extra, packed, entry.behind ?? Buffer.alloc(0)];
    parts.push(...whole);
    offset += whole.reduce((sum, part) => sum + part.length, 0);
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
