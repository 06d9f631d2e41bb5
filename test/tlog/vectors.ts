import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TileReader } from '../../src/tlog/store.js';
import { parseVerifierKey, type VerifierKey } from '../../src/tlog/verifier-key.js';

export interface VectorKeys {
  readonly log: VerifierKey;
  readonly witnesses: readonly VerifierKey[];
}

export function vectorKeys(folder: string): VectorKeys {
  const lines = readFileSync(path.join(folder, 'keys.txt'), 'utf8').trim().split('\n');
  const of = (role: string) =>
    lines
      .filter((line) => line.startsWith(`${role} `))
      .map((line) => parseVerifierKey(line.split(' ')[1] ?? ''));
  return { log: of('log')[0]!, witnesses: of('witness') };
}

/** Unpacks one of the whole logs; returns its folder. The caller removes `root`. */
export function unpackLog(folder: string, size: number): { readonly root: string; readonly log: string } {
  const root = mkdtempSync(path.join(os.tmpdir(), 'sluice-tlog-'));
  execFileSync('tar', ['-xzf', path.join(folder, `log-${size}.tar.gz`), '-C', root]);
  return { root, log: path.join(root, `log-${size}`) };
}

/** A log in a folder, and the paths that were read. */
export function readerOf(folder: string): TileReader & { readonly seen: string[] } {
  const seen: string[] = [];
  return {
    seen,
    read: async (name) => {
      seen.push(name);
      try {
        return await readFile(path.join(folder, name));
      } catch {
        return undefined;
      }
    },
  };
}
