import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { emptyRoot, verifyConsistency, verifyInclusion } from '../../src/tlog/merkle.js';
import { TlogError } from '../../src/tlog/tlog-error.js';
import { sharedDescribe } from '../shared.js';

interface Proofs {
  readonly inclusion: readonly {
    Size: number;
    Index: number;
    LeafHash: string;
    Proof: string[];
    Root: string;
  }[];
  readonly consistency: readonly {
    Old: number;
    New: number;
    OldRoot: string;
    NewRoot: string;
    Proof: string[];
  }[];
}

const bytes = (hex: string): Uint8Array => Buffer.from(hex, 'hex');
const flip = (hash: Uint8Array) => Uint8Array.from(hash, (byte, i) => (i === 0 ? byte ^ 1 : byte));

sharedDescribe('vectors/tlog', 'proofs of the vectors', (folder) => {
  const proofs: Proofs = JSON.parse(readFileSync(path.join(folder, 'proofs.json'), 'utf8'));

  describe.each(proofs.inclusion)(
    'inclusion of $Index in $Size',
    ({ Size, Index, LeafHash, Proof, Root }) => {
      const proof = (Proof ?? []).map(bytes);
      const check = (leaf: Uint8Array, index: number, size: number, hashes: readonly Uint8Array[]) =>
        verifyInclusion(leaf, BigInt(index), { size: BigInt(size), root: bytes(Root) }, hashes);

      test('holds', () => check(bytes(LeafHash), Index, Size, proof));
      test('fails for another leaf, a longer proof and an index outside', () => {
        expect(() => check(flip(bytes(LeafHash)), Index, Size, proof)).toThrow(TlogError);
        expect(() => check(bytes(LeafHash), Index, Size, [...proof, emptyRoot])).toThrow(TlogError);
        expect(() => check(bytes(LeafHash), Size, Size, proof)).toThrow(TlogError);
      });
      test('fails with any hash flipped', () => {
        for (const i of proof.keys())
          expect(() => check(bytes(LeafHash), Index, Size, proof.with(i, flip(proof[i]!)))).toThrow(
            TlogError,
          );
      });
    },
  );

  describe.each(proofs.consistency)(
    'consistency of $Old with $New',
    ({ Old, New, OldRoot, NewRoot, Proof }) => {
      const proof = (Proof ?? []).map(bytes);
      const older = { size: BigInt(Old), root: bytes(OldRoot) };
      const newer = { size: BigInt(New), root: bytes(NewRoot) };

      test('holds', () => verifyConsistency(older, newer, proof));
      test('fails for other roots and a longer proof', () => {
        expect(() => verifyConsistency({ ...older, root: flip(older.root) }, newer, proof)).toThrow(
          TlogError,
        );
        expect(() => verifyConsistency(older, newer, [...proof, emptyRoot])).toThrow(TlogError);
        // Every tree contains the empty one.
        if (Old > 0)
          expect(() => verifyConsistency(older, { ...newer, root: flip(newer.root) }, proof)).toThrow(
            TlogError,
          );
      });
      test('fails with any hash flipped', () => {
        for (const i of proof.keys())
          expect(() => verifyConsistency(older, newer, proof.with(i, flip(proof[i]!)))).toThrow(TlogError);
      });
    },
  );
});
