import { type Bytes, viewOf } from '../bytes.js';
import { Malformed } from '../malformed.js';

const windowBytes = 64 * 1024;

/** Walks bytes through a window, so that a pickle of gigabytes takes little memory. */
export class Cursor {
  position: number;
  readonly #bytes: Bytes;
  #window: Buffer = Buffer.alloc(0);
  #start = 0;

  constructor(bytes: Bytes, position = 0) {
    this.#bytes = bytes;
    this.position = position;
  }

  get size(): number {
    return this.#bytes.size;
  }

  get remaining(): number {
    return this.#bytes.size - this.position;
  }

  byte(): number {
    const value = this.#look(1)[0];
    if (value === undefined) throw this.#ended();
    this.position += 1;
    return value;
  }

  /** @param count at most a window. */
  take(count: number): Buffer {
    const taken = this.#look(count);
    if (taken.length < count) throw this.#ended();
    this.position += count;
    return taken;
  }

  skip(count: number): void {
    if (count > this.remaining) throw this.#ended();
    this.position += count;
  }

  /** The first `kept` bytes of `count`; steps over all of them. */
  head(count: number, kept: number): Buffer {
    const taken = this.take(Math.min(count, kept));
    this.skip(count - taken.length);
    return taken;
  }

  /** Up to the next line feed, which is stepped over; `whole` is false where only the first `kept` bytes are given. */
  line(kept: number): { readonly bytes: Buffer; readonly whole: boolean } {
    const start = this.position;
    for (;;) {
      const window = this.#look(windowBytes);
      if (window.length === 0) throw this.#ended();
      const end = window.indexOf(0x0a);
      this.position += end < 0 ? window.length : end;
      if (end < 0) continue;
      const length = this.position - start;
      this.position += 1;
      const bytes = viewOf(this.#bytes.read(start, Math.min(length, kept)));
      return { bytes, whole: length <= kept };
    }
  }

  /** Up to `count` bytes from here on, without a step. */
  #look(count: number): Buffer {
    const from = this.position - this.#start;
    if (from < 0 || from + count > this.#window.length) {
      this.#start = this.position;
      this.#window = viewOf(this.#bytes.read(this.position, windowBytes));
      return this.#window.subarray(0, count);
    }
    return this.#window.subarray(from, from + count);
  }

  #ended(): Malformed {
    return new Malformed('ends in the middle of an instruction', this.position);
  }
}
