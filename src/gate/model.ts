import { dirHash, type FileEntry, omsRoot } from './manifest.js';
import type { DigestSet } from './subject.js';

/** What belongs to a checkout, not to the model: left out of every digest of a model, at top level only (OMS v1.0). */
export const modelIgnore = ['.git', '.gitattributes', '.github', '.gitignore'] as const;

/**
 * A model's digests: names and bytes (`dirHash`), the OMS root, and of a single file also its `sha256`.
 *
 * @throws RangeError as `dirHash` does.
 */
export function modelDigest(files: readonly FileEntry[], kind: 'file' | 'set'): DigestSet {
  const [only] = files;
  return {
    ...(kind === 'file' && only && { sha256: only.sha256 }),
    dirHash: dirHash(files),
    omsRoot: omsRoot(files),
  };
}

/** Whether two digests speak of the same bytes: they share an algorithm that covers everything, and agree in each shared one. */
export function sameBytes(a: DigestSet, b: DigestSet): boolean {
  const shared = (['dirHash', 'sha256'] as const).filter(
    (name) => a[name] !== undefined && b[name] !== undefined,
  );
  return shared.length > 0 && shared.every((name) => a[name] === b[name]);
}
