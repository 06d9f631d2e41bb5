import { expect, test } from '@jest/globals';
import { fileSet } from '../../src/gate/file-set.js';
import { dirHash, omsRoot } from '../../src/gate/manifest.js';
import { modelDigest, sameBytes } from '../../src/gate/model.js';

const [a, b] = ['a', 'b'].map((letter) => letter.repeat(64));
const one = { name: 'w.bin', sha256: a ?? '' };
const two = { name: 'x.bin', sha256: b ?? '' };

test('a model of one file has that file’s digest too', () => {
  expect(modelDigest([one], 'file')).toEqual({ sha256: a, dirHash: dirHash([one]), omsRoot: omsRoot([one]) });
  expect(modelDigest([one, two], 'set')).toEqual({
    dirHash: dirHash([one, two]),
    omsRoot: omsRoot([one, two]),
  });
});

test.each([
  [{ sha256: a }, { sha256: a, dirHash: b }, true],
  [{ sha256: a, dirHash: a }, { sha256: a, dirHash: b }, false],
  [{ sha256: a }, { sha256: b }, false],
  [{ sha256: a }, { dirHash: a }, false],
  // Names are not covered by the OMS root: the same bytes under other names would match.
  [{ omsRoot: a }, { omsRoot: a }, false],
  [{ gitCommit: a }, { gitCommit: a }, false],
])('%j and %j: the same bytes? %s', (left, right, same) => {
  const digest = (set: Record<string, string | undefined>) => JSON.parse(JSON.stringify(set));
  expect(sameBytes(digest(left), digest(right))).toBe(same);
});

test('files are named relative to the folder that holds them all', () => {
  const at = (folder: string, { name, sha256 }: typeof one) => ({ name: `${folder}${name}`, sha256 });
  expect(fileSet([at('data/', one)])).toEqual({ name: 'data/w.bin', kind: 'file', digest: { sha256: a } });
  expect(fileSet([at('data/', one), at('data/', two)])).toEqual({
    name: 'data',
    kind: 'set',
    digest: { dirHash: dirHash([one, two]) },
  });
  expect(fileSet([at('data/2024/', one), at('data/2025/', two)])).toMatchObject({
    name: 'data',
    digest: { dirHash: dirHash([at('2024/', one), at('2025/', two)]) },
  });
  expect(fileSet([at('a/', one), at('b/', two)])).toMatchObject({ name: '.' });
});
