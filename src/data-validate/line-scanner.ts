import { SightingList, type Sightings } from './sightings.js';
import type { Newline } from './table.js';

/** What a file of JSON lines is made of. */
export interface LineSurvey {
  readonly newline: Newline;
  /** Lines that end otherwise than the first, or hold a lone carriage return. */
  readonly broken: Sightings;
  /** Bytes of the longest line. */
  readonly longest: number;
}

/** Follows the lines of a text. */
export class LineScanner {
  readonly #broken = new SightingList();
  #newline: Newline | undefined;
  #line = 1;
  #lineStart = 0;
  #offset = 0;
  #longest = 0;
  #lastByte: number | undefined;

  push(piece: Uint8Array): void {
    let start = 0;
    let cr = piece.indexOf(0x0d);
    let lone = this.#lastByte === 0x0d && piece[0] !== 0x0a;
    for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, start)) {
      const crlf = at === 0 ? this.#lastByte === 0x0d : piece[at - 1] === 0x0d;
      if (cr !== -1 && cr < (crlf ? at - 1 : at)) lone = true;
      this.#endLine(crlf ? '\r\n' : '\n', lone, this.#offset + at);
      lone = false;
      start = at + 1;
      if (cr !== -1 && cr < start) cr = piece.indexOf(0x0d, start);
    }
    this.#lastByte = piece.at(-1);
    this.#offset += piece.length;
  }

  end(): LineSurvey {
    this.#longest = Math.max(this.#longest, this.#offset - this.#lineStart);
    return { newline: this.#newline ?? '\n', broken: this.#broken, longest: this.#longest };
  }

  #endLine(newline: Newline, lone: boolean, end: number): void {
    this.#newline ??= newline;
    if (newline !== this.#newline)
      this.#broken.add(this.#line, 'a line that ends otherwise (CRLF, LF) than the first');
    else if (lone) this.#broken.add(this.#line, 'a carriage return without a line feed');
    this.#longest = Math.max(this.#longest, end - this.#lineStart);
    this.#line++;
    this.#lineStart = end + 1;
  }
}
