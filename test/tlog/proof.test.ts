import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parseProof, verifyProof, writeProof } from '../../src/tlog/proof.js';
import { TlogError } from '../../src/tlog/tlog-error.js';
import { formatVerifierKey } from '../../src/tlog/verifier-key.js';
import { sharedDescribe } from '../shared.js';
import { vectorKeys } from './vectors.js';

sharedDescribe('vectors/tlog', 'proofs that stand alone', (folder) => {
  const vkey = formatVerifierKey(vectorKeys(folder).log);
  const files = ['size-1-index-0', 'size-1000-index-0', 'size-70000-index-23333'].map((name) => ({
    name,
    proof: readFileSync(path.join(folder, 'tlog-proof', `${name}.tlog-proof`), 'utf8'),
    entry: readFileSync(path.join(folder, 'tlog-proof', `${name}.entry`)),
  }));

  test.each(files)('$name proves its entry', ({ name, proof, entry }) => {
    const { index, checkpoint } = verifyProof(proof, vkey, entry);
    expect(name).toBe(`size-${checkpoint.size}-index-${index}`);
  });

  test.each(files)('$name proves no other entry, and none when none is given', ({ proof, entry }) => {
    expect(() => verifyProof(proof, vkey, Buffer.concat([entry, Buffer.of(0)]))).toThrow(TlogError);
    expect(() => verifyProof(proof, vkey)).toThrow(/does not carry its entry/);
  });

  test.each(files)('$name survives a round trip, with the entry inside', ({ proof, entry }) => {
    expect(writeProof(parseProof(proof))).toBe(proof);
    const whole = writeProof({ ...parseProof(proof), extra: entry });
    expect(Buffer.from(verifyProof(whole, vkey).entry)).toEqual(entry);
    const forged = writeProof({ ...parseProof(proof), extra: Buffer.from('{"gate":"data-validate"}') });
    expect(() => verifyProof(forged, vkey)).toThrow(TlogError);
  });

  test.each([
    ['another header', (p: string) => p.replace('@v1', '@v2')],
    ['an index with a leading zero', (p: string) => p.replace('index ', 'index 0')],
    ['a negative index', (p: string) => p.replace('index ', 'index -')],
    ['another index', (p: string) => p.replace('index 23333', 'index 23332')],
    ['CRLF', (p: string) => p.replaceAll('\n', '\r\n')],
    ['no checkpoint', (p: string) => p.split('\n\n')[0] ?? ''],
    ['a hash too few', (p: string) => p.replace(/\n[^\n]+\n\n/, '\n\n')],
    ['extra data that is not base64', (p: string) => p.replace('index', 'extra ???\nindex')],
    ['the extra line twice', (p: string) => p.replace('index', 'extra AA==\nextra AA==\nindex')],
  ])('refuses a proof with %s', (_, damage) => {
    const { proof, entry } = files[2]!;
    expect(() => verifyProof(damage(proof), vkey, entry)).toThrow(TlogError);
  });
});
