import { createHash } from 'node:crypto';
import { compareCodePoints } from './order.js';

/** A file of a set: its name (relative, `/`, normalised) and the SHA-256 of its bytes in lower-case hex. */
export interface FileEntry {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Go's `dirhash.Hash1` (golang.org/x/mod/sumdb/dirhash) without `h1:` and in hex, as in-toto's DigestSet has it:
 * SHA-256 over one line `<sha256>  <name>\n` per file, sorted by name (Go sorts bytes of UTF-8, which is code point order).
 *
 * @throws RangeError on a name with a newline, a duplicate name or an empty set.
 */
export function dirHash(files: readonly FileEntry[]): string {
  const hash = createHash('sha256');
  for (const { name, sha256 } of sorted(files)) {
    if (name.includes('\n')) throw new RangeError(`file name with a newline: ${JSON.stringify(name)}`);
    hash.update(`${sha256}  ${name}\n`);
  }
  return hash.digest('hex');
}

/**
 * Root digest of OpenSSF Model Signing v1.0: SHA-256 over the raw resource digests in code point order of their
 * names. The names themselves are not covered (they are in the signed manifest).
 *
 * @throws RangeError on a duplicate name or an empty set.
 */
export function omsRoot(files: readonly FileEntry[]): string {
  const hash = createHash('sha256');
  for (const { sha256 } of sorted(files)) hash.update(Buffer.from(sha256, 'hex'));
  return hash.digest('hex');
}

/** Code point order; the order in which OMS lists resources. */
export function sorted<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  if (files.length === 0) throw new RangeError('an empty set has no digest');
  const order = [...files].sort((a, b) => compareCodePoints(a.name, b.name));
  order.forEach((file, i) => {
    if (file.name === order[i - 1]?.name)
      throw new RangeError(`duplicate file name: ${JSON.stringify(file.name)}`);
  });
  return order;
}
