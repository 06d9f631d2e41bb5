import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { type EngineRelease, isIntact } from './manifest.js';

/** The asset is not what the manifest says. The message says where they part. */
export class AssetError extends Error {
  override readonly name = 'AssetError';
}

/**
 * The files of a release asset, each proven against the manifest. Nothing is written, and only names of the manifest are taken,
 * so no path in the archive can lead anywhere; sizes are the manifest's, so it cannot inflate without end.
 *
 * @throws AssetError
 */
export async function unpackAsset(
  tgz: Uint8Array,
  release: EngineRelease,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = new Map(release.files.map((file) => [file.path, file]));
  const found = new Map<string, Uint8Array>();
  const entries = extract();
  const reading = (async () => {
    for await (const entry of entries) {
      const { name, type, size } = entry.header;
      const file = wanted.get(name);
      if (file === undefined || type !== 'file' || size !== file.size || found.has(name))
        throw new AssetError(`the archive holds ${JSON.stringify(name)}, which the manifest does not`);
      const pieces: Uint8Array[] = [];
      for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece);
      const bytes = Buffer.concat(pieces);
      if (!isIntact(file, bytes))
        throw new AssetError(`${name} in the archive is not what the manifest says`);
      found.set(name, bytes);
    }
  })();
  try {
    await Promise.all([pipeline(Readable.from([tgz]), createGunzip(), entries), reading]);
  } catch (error) {
    await reading.catch((first: unknown) => {
      if (first instanceof AssetError) throw first;
    });
    throw new AssetError('the archive is broken', { cause: error });
  }
  const missing = release.files.find(({ path }) => !found.has(path));
  if (missing) throw new AssetError(`the archive lacks ${missing.path}`);
  return found;
}
