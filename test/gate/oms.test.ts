import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../src/gate/json.js';
import { compareToManifest, hashPlan, omsStatement, readOmsStatement } from '../../src/gate/oms.js';
import { StatementError } from '../../src/gate/statement.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const file = (name: string, content = name) => ({
  name,
  sha256: sha256(content),
  size: Buffer.byteLength(content),
  pieces: [],
});
const manifestOf = (names: readonly string[]) =>
  readOmsStatement(
    Buffer.from(
      canonicalJson(
        omsStatement(
          'm',
          names.map((n) => file(n)),
          [],
        ),
      ),
    ),
  );

const segment = fc.stringMatching(/^[a-z:é.]{1,4}$/).filter((s) => s !== '.' && s !== '..');
const names = fc.uniqueArray(
  fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
  { minLength: 1, maxLength: 8 },
);

describe('an OMS statement', () => {
  test('lists whole files in code point order, whatever the order they came in', () => {
    const listed = ['sub/b.txt', '\u{1F600}', 'sub.txt', '\uFB01', 'A'];
    expect([...manifestOf(listed).resources.keys()]).toEqual([
      'A',
      'sub.txt',
      'sub/b.txt',
      '\uFB01',
      '\u{1F600}',
    ]);
  });

  test('says to the letter what OMS v1.0 asks', () => {
    expect(omsStatement('m', [file('a')], ['m.sig'])).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [
        {
          name: 'm',
          digest: {
            sha256: createHash('sha256')
              .update(Buffer.from(sha256('a'), 'hex'))
              .digest('hex'),
          },
        },
      ],
      predicateType: 'https://model_signing/signature/v1.0',
      predicate: {
        serialization: {
          method: 'files',
          hash_type: 'sha256',
          allow_symlinks: false,
          ignore_paths: ['.git', '.gitattributes', '.github', '.gitignore', 'm.sig'],
        },
        resources: [{ name: 'a', digest: sha256('a'), algorithm: 'sha256' }],
      },
    });
  });

  test('matches exactly the files it was made of, in any order', () => {
    fc.assert(
      fc.property(names, (list) => {
        const manifest = manifestOf(list);
        expect(hashPlan(manifest)).toBeUndefined();
        const none = { modified: [], missing: [], added: [], uncovered: [] };
        expect(compareToManifest(manifest, list.map((n) => file(n)).reverse(), 'set')).toEqual(none);
      }),
    );
  });

  test('tells every file that was changed, added or taken away', () => {
    fc.assert(
      fc.property(names, fc.nat(), (list, n) => {
        const victim = list[n % list.length] ?? '';
        const files = list.map((name) => file(name));
        const changed = files.map((f) => (f.name === victim ? file(victim, `${victim}!`) : f));
        const manifest = manifestOf(list);
        expect(compareToManifest(manifest, changed, 'set').modified).toEqual([victim]);
        expect(
          compareToManifest(
            manifest,
            files.filter((f) => f.name !== victim),
            'set',
          ).missing,
        ).toEqual([victim]);
        expect(compareToManifest(manifest, [...files, file('NEW')], 'set').added).toEqual(['NEW']);
      }),
    );
  });

  test.each(['../a', '/a', 'a//b', 'a/../b', 'a\\b', 'a\0b', ''])(
    'is not made of a file named %j',
    (name) => {
      expect(() => omsStatement('m', [file(name)], [])).toThrow(StatementError);
    },
  );

  test('is not made of nothing, nor of one name twice', () => {
    expect(() => omsStatement('m', [], [])).toThrow(RangeError);
    expect(() => omsStatement('m', [file('a'), file('a')], [])).toThrow(RangeError);
  });
});
