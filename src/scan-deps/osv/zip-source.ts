import { crc32, inflateRawSync } from 'node:zlib';
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
    yield { name: entry.fileName, bytes: await readEntry(zip, entry, bytes) };
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

/** Unpacked in one step, since the zip is in memory: a stream for each of thousands of small files takes five times as long. */
async function readEntry(zip: ZipFile, entry: Entry, packed: Uint8Array): Promise<Uint8Array> {
  const name = JSON.stringify(entry.fileName.slice(0, 100));
  const { compressedSize, compressionMethod, uncompressedSize } = entry;
  let bytes: Uint8Array;
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
    const stored = packed.subarray(fileDataStart, fileDataStart + compressedSize);
    bytes =
      compressionMethod === 8 ? inflateRawSync(stored, { maxOutputLength: uncompressedSize + 1 }) : stored;
  } catch (cause) {
    throw new SourceError(`${name} cannot be unpacked (${messageOf(cause)})`, { cause });
  }
  if (!entry.canDecodeFileData() || bytes.length !== uncompressedSize || crc32(bytes) !== entry.crc32) {
    throw new SourceError(`${name} is not what the zip says it is: wrong size, checksum or compression`);
  }
  return bytes;
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
