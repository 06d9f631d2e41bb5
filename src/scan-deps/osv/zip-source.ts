import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { scanLimits } from '../limits.js';
import { SourceError } from './source-error.js';

/** One JSON file of a database. */
export interface AdvisoryFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The JSON files of a zip, one after the other. Bounded in entries, in size and in how far a file may expand.
 *
 * @throws SourceError
 */
export async function* readZip(bytes: Uint8Array): AsyncGenerator<AdvisoryFile> {
  const zip = await yauzl.fromBufferPromise(viewOf(bytes)).catch((cause: unknown) => {
    throw new SourceError(`is no readable zip file (${messageOf(cause)})`, { cause });
  });
  if (zip.entryCount > scanLimits.advisories) {
    throw new SourceError(`has ${zip.entryCount} entries; at most ${scanLimits.advisories} are read`);
  }
  let unpacked = 0;
  for await (const entry of entriesOf(zip)) {
    if (!entry.fileName.endsWith('.json')) continue;
    unpacked += entry.uncompressedSize;
    assertBounded(entry, unpacked);
    yield { name: entry.fileName, bytes: await readEntry(zip, entry) };
  }
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(`is a broken zip file (${messageOf(cause)})`, { cause });
  }
}

function assertBounded({ fileName, compressedSize, uncompressedSize }: Entry, unpacked: number): void {
  const name = JSON.stringify(fileName.slice(0, 100));
  if (uncompressedSize > scanLimits.advisoryBytes) {
    throw new SourceError(
      `${name} has ${uncompressedSize} bytes; at most ${scanLimits.advisoryBytes} are read`,
    );
  }
  if (uncompressedSize > 1024 * 1024 && uncompressedSize > compressedSize * scanLimits.ratio) {
    throw new SourceError(`${name} expands more than ${scanLimits.ratio}-fold, as a zip bomb does`);
  }
  if (unpacked > scanLimits.unpackedBytes) {
    throw new SourceError(`unpacks to more than ${scanLimits.unpackedBytes} bytes`);
  }
}

/** yauzl stops an entry that yields more than its directory says; the checksum is ours to compare. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const name = JSON.stringify(entry.fileName.slice(0, 100));
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk);
  } catch (cause) {
    throw new SourceError(`${name} cannot be unpacked (${messageOf(cause)})`, { cause });
  }
  const bytes = Buffer.concat(chunks);
  if (crc32(bytes) !== entry.crc32)
    throw new SourceError(`${name} does not have the checksum the zip states`);
  return bytes;
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
