import { SightingList, type Sightings } from './sightings.js';
import type { Newline } from './table.js';

/** What a file of JSON lines is made of. */
interface LineSurvey {
  readonly newline: Newline;
  /** Lines that end otherwise than the first, or hold a lone carriage return. */
  readonly broken: Sightings;
  /** Bytes of the longest line. */
  readonly longest: number;
}

const loneReturn = 'a carriage return without a line feed';

/** Follows the lines of a text. */
export class LineScanner {
  readonly #broken = new SightingList();
  #newline: Newline | undefined;
  #line = 1;
  #lineStart = 0;
  #offset = 0;
  #longest = 0;
  #lastByte: number | undefined;
  #lone: boolean = false;

  push(piece: Uint8Array): void {
    let start = 0;
    let cr = piece.indexOf(0x0d);
    if (this.#lastByte === 0x0d && piece[0] !== 0x0a) this.#lone = true;
    for (let at = piece.indexOf(0x0a); at !== -1; at = piece.indexOf(0x0a, start)) {
      const crlf = (at === 0 ? this.#lastByte : piece[at - 1]) === 0x0d;
      if (cr !== -1 && cr < (crlf ? at - 1 : at)) this.#lone = true;
      this.#endLine(crlf ? '\r\n' : '\n', this.#offset + at);
      start = at + 1;
      if (cr !== -1 && cr < start) cr = piece.indexOf(0x0d, start);
    }
    // One at the very end may be half of a CRLF.
    if (cr !== -1 && cr < piece.length - 1) this.#lone = true;
    this.#lastByte = piece.at(-1);
    this.#offset += piece.length;
  }

  end(): LineSurvey {
    if (this.#lone || this.#lastByte === 0x0d) this.#broken.add(this.#line, loneReturn);
    this.#longest = Math.max(this.#longest, this.#offset - this.#lineStart);
    return { newline: this.#newline ?? '\n', broken: this.#broken, longest: this.#longest };
  }

  #endLine(newline: Newline, end: number): void {
    this.#newline ??= newline;
    if (newline !== this.#newline)
      this.#broken.add(this.#line, 'a line that ends otherwise (CRLF, LF) than the first');
    else if (this.#lone) this.#broken.add(this.#line, loneReturn);
    this.#longest = Math.max(this.#longest, end - this.#lineStart);
    this.#lone = false;
    this.#line++;
    this.#lineStart = end + 1;
  }
}
