import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/** yauzl refuses names that lead out of the folder. */
export async function unzip(zip: Uint8Array, folder: string): Promise<void> {
  const archive = await yauzl.fromBufferPromise(Buffer.from(zip), { lazyEntries: true });
  for await (const entry of archive.eachEntry()) {
    const target = path.join(folder, entry.fileName);
    mkdirSync(entry.fileName.endsWith('/') ? target : path.dirname(target), { recursive: true });
    if (!entry.fileName.endsWith('/'))
      await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target));
  }
}
