import { eachLine } from './each-line.js';
import { SightingList, type Sightings } from './sightings.js';
import type { Newline } from './table.js';

/** What a CSV file is made of, byte by byte and with true line numbers. */
export interface CsvSurvey {
  /** Records, the header among them; a blank line is one only where there is a single column. */
  readonly records: number;
  /** Fields of the first record. */
  readonly fields: number;
  /** Bytes of the first record, its line end and a byte order mark not counted. */
  readonly firstBytes: number;
  /** Bytes of the longest record. */
  readonly longest: number;
  readonly newline: Newline;
  /** Records that break RFC 4180 or have another number of fields than the first. */
  readonly broken: Sightings;
  /** Blank lines before the last record. */
  readonly blank: Sightings;
  /** Records with a line end inside a field. */
  readonly multiline: Sightings;
  /** Whether an underscore stands between two digits anywhere: the engine's reader takes that for a number. */
  readonly underscored: boolean;
  /** Where the records asked for begin. */
  readonly lines: readonly number[];
}

export interface CsvMarks {
  /** One byte each. */
  readonly delimiter: string;
  readonly quote: string;
}

const [other, delimiter, quote, lf, cr, space] = [0, 1, 2, 3, 4, 5];
const [fieldStart, plain, quoted, quoteInQuoted, afterCr, leadingSpace] = [0, 1, 2, 3, 4, 5];

const underscore = 0x5f;

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/**
 * Follows RFC 4180 through a file, one piece after the other: a quote opens at the start of a field only and is doubled inside,
 * every record has as many fields as the first, all lines end alike. Everything else is `broken`, never mended.
 */
export class CsvScanner {
  readonly #kinds = new Uint8Array(256);
  readonly #separator: number;
  readonly #quote: number;
  readonly #wanted: readonly number[];
  readonly #broken = new SightingList();
  readonly #blank = new SightingList();
  readonly #multiline = new SightingList();
  readonly #lines: number[] = [];
  #trailing = new SightingList();
  #inside = 0;
  #newline: Newline | undefined;
  #state = fieldStart;
  #offset = 0;
  #line = 1;
  #recordLine = 1;
  #recordStart = 0;
  #delimiters = 0;
  #problem: string | undefined;
  #records = 0;
  #fields = 0;
  #firstBytes = 0;
  #longest = 0;
  #underscored: boolean = false;
  #lastBytes: readonly [number | undefined, number | undefined] = [undefined, undefined];

  /** @param wanted numbers of records, from 1 and ascending, whose lines are to be told. */
  constructor(marks: CsvMarks, wanted: readonly number[] = []) {
    this.#kinds[0x0a] = lf;
    this.#kinds[0x0d] = cr;
    this.#kinds[0x20] = space;
    this.#kinds[marks.delimiter.charCodeAt(0)] = delimiter;
    this.#kinds[marks.quote.charCodeAt(0)] = quote;
    this.#separator = marks.delimiter.charCodeAt(0);
    this.#quote = marks.quote.charCodeAt(0);
    this.#wanted = wanted;
  }

  push(piece: Uint8Array): void {
    const start = this.#offset === 0 && hasByteOrderMark(piece) ? 3 : 0;
    if (start === 3) this.#recordStart = 3;
    if (!this.#underscored) this.#underscored = this.#joinsDigits(piece);
    this.#lastBytes = [piece.at(-2) ?? this.#lastBytes[1], piece.at(-1) ?? this.#lastBytes[1]];
    if (this.#isPlain(piece)) this.#pushPlain(piece, start);
    else this.#pushAny(piece, start);
    this.#offset += piece.length;
  }

  #joinsDigits(piece: Uint8Array): boolean {
    const [before, last] = this.#lastBytes;
    if (last === underscore && isDigit(before) && isDigit(piece[0])) return true;
    const first = piece.indexOf(underscore);
    if (first === -1) return false;
    if (first === 0 && isDigit(last) && isDigit(piece[1])) return true;
    // Byte by byte from there: where there is one there are many, and a call for each would be dear.
    for (let at = Math.max(first, 1); at < piece.length - 1; at++)
      if (piece[at] === underscore && isDigit(piece[at - 1]) && isDigit(piece[at + 1])) return true;
    return false;
  }

  /** Whether nothing in a piece, nor before it, needs more than separators and line feeds to be followed. */
  #isPlain(piece: Uint8Array): boolean {
    const outside = this.#state === fieldStart || this.#state === plain || this.#state === leadingSpace;
    return outside && !piece.includes(this.#quote) && !piece.includes(0x0d);
  }

  /** Most files hold no quote at all, and this is all that they are read by: it does nothing that it need not. */
  #pushPlain(piece: Uint8Array, start: number): void {
    const offset = this.#offset;
    const expected = this.#fields - 1;
    let recordStart = this.#recordStart;
    let usual = 0;
    let longest = 0;
    const open = this.#delimiters;
    this.#delimiters = eachLine(piece, start, this.#separator, open, (end, delimiters) => {
      const bytes = offset + end - recordStart;
      if (delimiters === expected && bytes > 0 && this.#isUsual()) {
        usual++;
        if (bytes > longest) longest = bytes;
      } else {
        this.#countUsual(usual, longest);
        usual = 0;
        this.#recordStart = recordStart;
        this.#delimiters = delimiters;
        this.#endLine('\n', offset + end, offset + end + 1);
      }
      recordStart = offset + end + 1;
    });
    this.#countUsual(usual, longest);
    this.#recordStart = recordStart;
    this.#state = this.#stateAfter(piece, start);
  }

  /** Whether a record that has the right number of fields need only be counted. */
  #isUsual(): boolean {
    return (
      this.#newline === '\n' &&
      this.#problem === undefined &&
      this.#inside === 0 &&
      this.#trailing.count === 0 &&
      this.#wanted.length === this.#lines.length
    );
  }

  #countUsual(records: number, longest: number): void {
    if (records === 0) return;
    this.#records += records;
    this.#line += records;
    this.#recordLine = this.#line;
    this.#longest = Math.max(this.#longest, longest);
  }

  /** Of a piece without quotes: only spaces at its end leave open whether a quote may follow. */
  #stateAfter(piece: Uint8Array, start: number): number {
    let end = piece.length;
    while (end > start && piece[end - 1] === 0x20 && this.#separator !== 0x20) end--;
    const last = piece[end - 1];
    const begins = last === this.#separator || last === 0x0a;
    if (end === piece.length) return end === start ? this.#state : begins ? fieldStart : plain;
    return begins || (end === start && this.#state !== plain) ? leadingSpace : plain;
  }

  #pushAny(piece: Uint8Array, start: number): void {
    const kinds = this.#kinds;
    let i = start;
    // Almost every byte is inside a field or ends one: those are followed in local variables, which is three times as fast.
    let state = this.#state;
    let delimiters = this.#delimiters;
    for (; i < piece.length; i++) {
      const kind = kinds[piece[i] ?? 0];
      if (
        state === plain || state === quoted
          ? kind === other || kind === space
          : kind === other && state === fieldStart
      ) {
        if (state === fieldStart) state = plain;
      } else if (kind === delimiter && state < quoted) {
        delimiters++;
        state = fieldStart;
      } else {
        this.#state = state;
        this.#delimiters = delimiters;
        this.#step(kind ?? other, this.#offset + i);
        state = this.#state;
        delimiters = this.#delimiters;
      }
    }
    this.#state = state;
    this.#delimiters = delimiters;
  }

  end(): CsvSurvey {
    if (this.#state === quoted) this.#problem ??= 'a quote is opened and never closed';
    if (this.#state === afterCr) this.#problem ??= 'a carriage return without a line feed';
    if (this.#offset > this.#recordStart) this.#endRecord(this.#offset);
    return {
      records: this.#records,
      fields: this.#fields,
      firstBytes: this.#firstBytes,
      longest: this.#longest,
      newline: this.#newline ?? '\n',
      broken: this.#broken,
      blank: this.#blank,
      multiline: this.#multiline,
      underscored: this.#underscored,
      lines: this.#lines,
    };
  }

  #step(kind: number, at: number): void {
    if (this.#state === quoted) this.#inQuotes(kind);
    else if (this.#state === afterCr && kind === lf) this.#endLine('\r\n', at - 1, at + 1);
    else if (this.#state === fieldStart && kind === quote) this.#state = quoted;
    else if (this.#state === quoteInQuoted && kind === quote) this.#state = quoted;
    else {
      this.#problem ??= misplaced(this.#state, kind);
      this.#inField(kind, at);
    }
  }

  #inQuotes(kind: number): void {
    if (kind === quote) this.#state = quoteInQuoted;
    else if (kind === lf) {
      this.#line++;
      this.#inside++;
    }
  }

  #inField(kind: number, at: number): void {
    if (kind === delimiter) {
      this.#delimiters++;
      this.#state = fieldStart;
    } else if (kind === lf) this.#endLine('\n', at, at + 1);
    else if (kind === cr) this.#state = afterCr;
    else if (kind === space && (this.#state === fieldStart || this.#state === leadingSpace))
      this.#state = leadingSpace;
    else this.#state = plain;
  }

  #endLine(newline: Newline, end: number, next: number): void {
    this.#newline ??= newline;
    if (newline !== this.#newline) this.#problem ??= 'a line that ends otherwise (CRLF, LF) than the first';
    this.#line++;
    this.#endRecord(end);
    this.#recordStart = next;
    this.#recordLine = this.#line;
    this.#delimiters = 0;
    this.#inside = 0;
    this.#problem = undefined;
    this.#state = fieldStart;
  }

  #endRecord(end: number): void {
    const bytes = end - this.#recordStart;
    const fields = this.#delimiters + 1;
    if (this.#records === 0) {
      this.#fields = fields;
      this.#firstBytes = bytes;
      if (bytes === 0) this.#problem ??= 'a blank line where the first record should be';
    } else if (bytes === 0 && this.#fields > 1) {
      this.#trailing.add(this.#recordLine, 'a blank line');
      return;
    }
    this.#records++;
    this.#longest = Math.max(this.#longest, bytes);
    this.#settleBlank();
    if (fields !== this.#fields)
      this.#problem ??= `${fields} ${fields === 1 ? 'field' : 'fields'} where the first line has ${this.#fields}`;
    if (this.#problem !== undefined) this.#broken.add(this.#recordLine, this.#problem);
    if (this.#inside > 0) this.#multiline.add(this.#recordLine, 'a line end inside a field');
    if (this.#wanted[this.#lines.length] === this.#records) this.#lines.push(this.#recordLine);
  }

  /** Blank lines at the very end are how some writers finish; only those before a record are worth telling. */
  #settleBlank(): void {
    if (this.#trailing.count === 0) return;
    this.#blank.addAll(this.#trailing);
    this.#trailing = new SightingList();
  }
}

/** What RFC 4180 has against this byte here, if anything. */
function misplaced(state: number, kind: number): string | undefined {
  if (state === afterCr) return 'a carriage return without a line feed';
  if (state === quoteInQuoted && (kind === other || kind === space)) return 'text after a closing quote';
  return state === leadingSpace && kind === quote ? 'a space before an opening quote' : undefined;
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
