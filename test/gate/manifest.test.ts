import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dirHash, omsRoot, sorted } from '../../src/gate/manifest.js';

interface Vector {
  readonly case: string;
  readonly files: readonly { readonly name: string; readonly content: string }[];
  readonly dirHash: string;
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '..', 'vectors', 'dirhash', 'vectors.json'), 'utf8'),
);
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');

const entry = fc.record({
  name: fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => !name.includes('\n')),
  sha256: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
});
const entries = fc.uniqueArray(entry, { minLength: 1, selector: (e) => e.name });
/** The same entries, shuffled. */
const twoOrders = entries.chain((list) =>
  fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
);

describe('dirHash', () => {
  test.each(vectors.map((v) => [v.case, v] as const))("equals Go's Hash1: %s", (_, vector) => {
    const files = vector.files.map(({ name, content }) => ({ name, sha256: sha256(content) }));
    expect(dirHash(files)).toBe(vector.dirHash);
  });

  test('does not depend on the order of listing', () => {
    fc.assert(fc.property(twoOrders, ([a, b]) => dirHash(a) === dirHash(b)));
  });

  test('covers names: renaming any file changes it', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, n) => {
        const renamed = list.map((e, i) => (i === n % list.length ? { ...e, name: `${e.name}~` } : e));
        fc.pre(new Set(renamed.map((e) => e.name)).size === list.length);
        return dirHash(renamed) !== dirHash(list);
      }),
    );
  });

  test.each([
    ['an empty set', []],
    ['a name twice', ['a', 'b', 'a']],
    ['a name with a line break, which could pose as two files', ['a\nb']],
  ])('refuses %s', (_, names) => {
    expect(() => dirHash(names.map((name) => ({ name, sha256: sha256(name) })))).toThrow(RangeError);
  });
});

describe('omsRoot', () => {
  test('is SHA-256 over the raw digests in code point order of names', () => {
    const files = ['sub/b.txt', '\u{1F600}', 'sub.txt', '\uFB01'].map((name) => ({
      name,
      sha256: sha256(name),
    }));
    const raw = ['sub.txt', 'sub/b.txt', '\uFB01', '\u{1F600}'].map((n) => Buffer.from(sha256(n), 'hex'));
    expect(omsRoot(files)).toBe(sha256(Buffer.concat(raw)));
  });

  test('does not depend on the order of listing', () => {
    fc.assert(fc.property(twoOrders, ([a, b]) => omsRoot(a) === omsRoot(b)));
  });

  test('changes when any file changes', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (list, n) => {
        const edited = list.map((e, i) => (i === n % list.length ? { ...e, sha256: sha256(e.sha256) } : e));
        return omsRoot(edited) !== omsRoot(list) && dirHash(edited) !== dirHash(list);
      }),
    );
  });
});

test('sorting orders names as the bytes of their UTF-8', () => {
  fc.assert(
    fc.property(entries, (list) => {
      const asBytes = [...list].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
      expect(sorted(list)).toEqual(asBytes);
    }),
  );
});
