import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';

const folder = path.join(import.meta.dirname, 'golden');

/** Exact text against `golden/<name>`; `SLUICE_WRITE_GOLDEN=1` writes it anew, to be read in the diff. */
export function expectGolden(name: string, actual: string): void {
  const file = path.join(folder, name);
  if (process.env.SLUICE_WRITE_GOLDEN === '1') writeFileSync(file, actual);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
