import { TextDecoder } from 'node:util';
import { configError, inputError } from '../gate/failure.js';

interface Decoder {
  /** @returns UTF-8. @throws Failure('input') naming about where bytes stand that the encoding does not know. */
  push(piece: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

/**
 * Text in one of the encodings of the WHATWG's standard, by its labels, as UTF-8.
 *
 * @throws Failure('config') on a label that is not known.
 */
export function decoderFor(encoding: string, shown: string): Decoder {
  // What is UTF-8 already is looked through later, with offset and line.
  if (/^utf-?8$/i.test(encoding)) return { push: (piece) => piece, end: () => new Uint8Array(0) };
  const decoder = openDecoder(encoding);
  let offset = 0;
  const decode = (piece: Uint8Array, stream: boolean) => {
    try {
      const text = Buffer.from(decoder.decode(piece, { stream }));
      offset += piece.byteLength;
      return text;
    } catch (error) {
      throw inputError(
        `holds bytes that are not ${encoding}, at byte ${offset} or after it`,
        { place: { file: shown }, fix: 'set `encoding` to the one that it was written in' },
        error,
      );
    }
  };
  return { push: (piece) => decode(piece, true), end: () => decode(new Uint8Array(0), false) };
}

function openDecoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw configError(`\`encoding\` ${JSON.stringify(encoding)} is not known`, {
      fix: 'use a label of the Encoding standard: windows-1252, iso-8859-15, utf-16le, shift_jis, …',
    });
  }
}
