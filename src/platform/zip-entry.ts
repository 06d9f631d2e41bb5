import yauzl from 'yauzl';

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The file of a zip that holds exactly one. yauzl refuses names that lead elsewhere and data that is longer than it says.
 *
 * @throws Error on any other zip, one that is broken, or a file over `maxBytes`.
 */
export async function readOnlyEntry(zip: Uint8Array, maxBytes: number): Promise<ZipEntry> {
  const archive = await yauzl.fromBufferPromise(Buffer.from(zip), { lazyEntries: true });
  if (archive.entryCount !== 1) throw new Error(`holds ${archive.entryCount} files; expected one`);
  for await (const entry of archive.eachEntry()) {
    if (entry.uncompressedSize > maxBytes) throw new Error(`holds a file of more than ${maxBytes} bytes`);
    const pieces: Buffer[] = [];
    const stream: AsyncIterable<Buffer> = await archive.openReadStreamPromise(entry);
    for await (const piece of stream) pieces.push(piece);
    return { name: entry.fileName, bytes: Buffer.concat(pieces) };
  }
  throw new Error('holds no file');
}
