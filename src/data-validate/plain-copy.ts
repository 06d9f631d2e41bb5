import { inputError } from '../gate/failure.js';
import type { OpenFile, Ports } from '../platform/ports.js';
import type { DataFile } from './data-file.js';
import { isBomb, mostExpansion } from './expansion.js';
import type { DatasetSettings } from './settings.js';
import { decoderFor } from './text-decoder.js';
import { type Compression, unpacked } from './unpack.js';

type CopyPorts = Pick<Ports, 'files' | 'scratch' | 'signal'>;

/** @param name of the stored file; a setting goes before it. */
function compressionOf(name: string, { compression }: DatasetSettings): Compression {
  if (compression !== undefined) return compression;
  const ending = name.toLowerCase().split('.').at(-1);
  return ending === 'gz' ? 'gzip' : ending === 'zst' ? 'zstd' : 'none';
}

/**
 * A text file as UTF-8 and uncompressed: itself where it is that already, else a copy. UTF-16 is known by its byte order mark.
 *
 * @throws Failure('input') when it is corrupt, cut off, grows too large or holds bytes that its encoding does not know;
 * Failure('config') on an encoding that is not known.
 */
export async function plainCopy(
  { path, shown }: DataFile,
  settings: DatasetSettings,
  ports: CopyPorts,
): Promise<DataFile> {
  const compression = compressionOf(shown, settings);
  const file = await ports.files.open(path);
  try {
    const encoding =
      settings.encoding ?? (compression === 'none' ? markedEncoding(file.read(0, 2)) : undefined);
    if (compression === 'none' && (encoding === undefined || /^utf-?8$/i.test(encoding)))
      return { path, shown };
    return { path: await copy(file, shown, compression, encoding, ports), shown };
  } finally {
    file.close();
  }
}

function markedEncoding(start: Uint8Array): string | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  return start[0] === 0xfe && start[1] === 0xff ? 'utf-16be' : undefined;
}

async function copy(
  file: OpenFile,
  shown: string,
  compression: Compression,
  encoding: string | undefined,
  ports: CopyPorts,
): Promise<string> {
  const target = await ports.scratch.create();
  try {
    let total = 0;
    let decoder: ReturnType<typeof decoderFor> | undefined;
    for await (const piece of unpacked(file, shown, compression, ports.signal)) {
      decoder ??= decoderFor(encoding ?? markedEncoding(piece) ?? 'utf-8', shown);
      const text = decoder.push(piece);
      total += text.byteLength;
      if (isBomb(total, file.size))
        throw inputError(`grows to more than ${mostExpansion} times its size when it is unpacked`, {
          place: { file: shown },
          fix: 'store it uncompressed if it is meant to',
        });
      target.write(text);
    }
    target.write(decoder?.end() ?? new Uint8Array(0));
    return target.path;
  } finally {
    target.close();
  }
}
