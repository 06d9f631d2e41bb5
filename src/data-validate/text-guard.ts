import { isUtf8 } from 'node:buffer';

/** What makes a file no text: where, counted in bytes from 0. */
interface NoText {
  readonly offset: number;
  readonly what: string;
}

/** Looks at a file piece by piece for bytes that no UTF-8 text holds. */
export class TextGuard {
  #offset = 0;
  #carried: Uint8Array = new Uint8Array(0);
  #found: NoText | undefined;

  /** The first such place, once it was seen. */
  get found(): NoText | undefined {
    return this.#found;
  }

  push(piece: Uint8Array): void {
    if (this.#found) return;
    const bytes = this.#carried.byteLength === 0 ? piece : Buffer.concat([this.#carried, piece]);
    const whole = bytes.subarray(0, bytes.byteLength - unfinishedTail(bytes));
    this.#found = earlier(this.#nul(whole), isUtf8(whole) ? undefined : this.#malformed(whole));
    this.#offset += whole.byteLength;
    this.#carried = Uint8Array.from(bytes.subarray(whole.byteLength));
  }

  end(): void {
    if (this.#carried.byteLength > 0) this.#found ??= this.#malformed(this.#carried);
  }

  #nul(bytes: Uint8Array): NoText | undefined {
    const at = bytes.indexOf(0);
    return at === -1 ? undefined : { offset: this.#offset + at, what: 'a NUL byte' };
  }

  #malformed(bytes: Uint8Array): NoText {
    const at = firstMalformed(bytes);
    const utf16 = this.#offset + at === 0 && (bytes[0] === 0xff || bytes[0] === 0xfe);
    return {
      offset: this.#offset + at,
      what: utf16 ? 'the byte order mark of UTF-16' : 'a byte that is not UTF-8',
    };
  }
}

function earlier(a: NoText | undefined, b: NoText | undefined): NoText | undefined {
  return a && b ? (a.offset <= b.offset ? a : b) : (a ?? b);
}

/** How many bytes at the end begin a character that goes on in the next piece. */
function unfinishedTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.byteLength); back++) {
    const byte = bytes[bytes.byteLength - back] ?? 0;
    if (byte >= 0xc0) return characterBytes(byte) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function characterBytes(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function firstMalformed(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.byteLength) {
    const next = at + characterBytes(bytes[at] ?? 0);
    if (!isUtf8(bytes.subarray(at, next))) break;
    at = next;
  }
  return at;
}
