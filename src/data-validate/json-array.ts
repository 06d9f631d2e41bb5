import { inputError } from '../gate/failure.js';
import type { Ports } from '../platform/ports.js';
import type { DataFile } from './data-file.js';
import { longestJsonLine } from './duckdb-source.js';
import { readPieces } from './read-pieces.js';

type ArrayPorts = Pick<Ports, 'files' | 'scratch' | 'signal'>;

const [open, close, brace, unbrace, comma, quote, backslash] = [0x5b, 0x5d, 0x7b, 0x7d, 0x2c, 0x22, 0x5c];

/**
 * A file that holds one JSON array of objects, as JSON lines: an element a line, and the lines at which elements began kept. One that
 * begins otherwise is taken as JSON lines already.
 *
 * @throws Failure('input') when the array does not end, or goes on after its end; whether an element is JSON is for the engine to say.
 */
export async function asJsonLines(file: DataFile, ports: ArrayPorts): Promise<DataFile> {
  const stored = await ports.files.open(file.path);
  const target = await ports.scratch.create();
  try {
    const splitter = new ArraySplitter(file.shown, target.write);
    await readPieces(stored, ports, (piece) => splitter.push(piece));
    const lines = splitter.end();
    return lines === undefined ? file : { ...file, path: target.path, lines };
  } finally {
    stored.close();
    target.close();
  }
}

/** Follows brackets and quotes alone: what stands between them is not looked at. */
class ArraySplitter {
  readonly #shown: string;
  readonly #write: (bytes: Uint8Array) => void;
  readonly #lines: number[] = [];
  #state: 'before' | 'inside' | 'after' | 'lines' = 'before';
  #depth = 0;
  #inText: boolean = false;
  #escaped: boolean = false;
  #line = 1;
  #element: number[] = [];

  constructor(shown: string, write: (bytes: Uint8Array) => void) {
    this.#shown = shown;
    this.#write = write;
  }

  push(piece: Uint8Array): void {
    for (const byte of piece) {
      if (this.#state === 'lines') return;
      if (byte === 0x0a) this.#line++;
      this.#step(byte);
    }
  }

  /** @returns the line of each element; undefined where there is no array. */
  end(): readonly number[] | undefined {
    if (this.#state === 'lines') return undefined;
    if (this.#state !== 'after') throw this.#refuse('the array does not end');
    return this.#lines;
  }

  #step(byte: number): void {
    if (this.#state === 'inside') this.#inside(byte);
    else if (isSpace(byte) || (this.#state === 'before' && byte >= 0xbb)) return;
    else if (this.#state === 'after') throw this.#refuse('something follows the array');
    else this.#state = byte === open ? 'inside' : 'lines';
  }

  #inside(byte: number): void {
    if (this.#inText) this.#text(byte);
    else if (this.#depth === 0 && (byte === comma || byte === close)) {
      this.#endElement(byte === close);
      return;
    } else if (byte === quote) this.#inText = true;
    else if (byte === brace || byte === open) this.#depth++;
    else if (byte === unbrace || byte === close) this.#depth--;
    if (this.#element.length === 0) {
      if (isSpace(byte)) return;
      this.#lines.push(this.#line);
    }
    this.#element.push(!this.#inText && isSpace(byte) ? 0x20 : byte);
    if (this.#element.length > longestJsonLine)
      throw this.#refuse(`an element is larger than ${longestJsonLine} bytes`);
  }

  #text(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inText = false;
    else if (byte === 0x0a) throw this.#refuse('a text holds a line end that is not written as \\n');
  }

  #endElement(last: boolean): void {
    if (this.#element.length === 0 && !(last && this.#lines.length === 0))
      throw this.#refuse('an element is missing');
    if (this.#element.length > 0) this.#write(Uint8Array.from([...this.#element, 0x0a]));
    this.#element = [];
    if (last) this.#state = 'after';
  }

  #refuse(why: string) {
    return inputError(`is no JSON array of objects: ${why}`, {
      place: { file: this.#shown, line: this.#line },
      fix: 'write an array of objects, or JSON lines',
    });
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
