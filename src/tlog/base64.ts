import { TlogError } from './tlog-error.js';

/**
 * Standard base64 with padding (RFC 4648 §4) in its one canonical spelling: Node's decoder alone would also take
 * missing padding, URL letters and stray bits.
 *
 * @throws TlogError
 */
export function decodeBase64(text: string, what: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) throw new TlogError(`${what} is not canonical base64`);
  return bytes;
}

export function encodeBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** @throws TlogError unless it is the base64 of exactly 32 bytes. */
export function decodeHash(text: string, what: string): Uint8Array {
  const bytes = decodeBase64(text, what);
  if (bytes.byteLength !== 32) throw new TlogError(`${what} has ${bytes.byteLength} bytes, not 32`);
  return bytes;
}

/** A decimal without sign or leading zeros, below 2^64. @throws TlogError */
export function decodeDecimal(text: string, what: string): bigint {
  if (!/^(?:0|[1-9][0-9]{0,19})$/.test(text))
    throw new TlogError(`${what} is not a decimal number without leading zeros`);
  const value = BigInt(text);
  if (value >= 2n ** 64n) throw new TlogError(`${what} is over 64 bits`);
  return value;
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}
