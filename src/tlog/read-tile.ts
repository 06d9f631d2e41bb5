import { decodeBundle } from './bundle.js';
import type { TileReader } from './store.js';
import { tilePath, tileWidth, widthOf } from './tile-path.js';
import { TlogError } from './tlog-error.js';

/**
 * The hashes of a tile that a log of `size` has.
 *
 * @throws TlogError when the tile is missing or has another length than its width asks for.
 */
export async function readTile(
  reader: TileReader,
  level: number,
  index: bigint,
  size: bigint,
): Promise<readonly Uint8Array[]> {
  const width = widthOf(level, index, size);
  const { path, bytes, full } = await readWide(reader, level, index, width);
  if (bytes.byteLength !== 32 * full)
    throw new TlogError(`${path} is torn: ${bytes.byteLength} bytes where ${32 * full} belong`);
  return Array.from({ length: width }, (_, i) => bytes.subarray(32 * i, 32 * (i + 1)));
}

/** The entries of a bundle that a log of `size` has. @throws TlogError when it is missing or torn. */
export async function readBundle(
  reader: TileReader,
  index: bigint,
  size: bigint,
): Promise<readonly Uint8Array[]> {
  const width = widthOf(0, index, size);
  const { path, bytes, full } = await readWide(reader, 'entries', index, width);
  try {
    return decodeBundle(bytes, width, full === width);
  } catch (error) {
    throw error instanceof TlogError ? new TlogError(`${path} is torn: ${error.message}`) : error;
  }
}

/** A log may delete a partial tile once the full one is there, so that one is the second try. */
async function readWide(reader: TileReader, level: number | 'entries', index: bigint, width: number) {
  for (const full of new Set([width, tileWidth])) {
    const path = tilePath(level, index, full);
    const bytes = await reader.read(path);
    if (bytes !== undefined) return { path, bytes, full };
  }
  throw new TlogError(`${tilePath(level, index, width)} is missing`);
}
