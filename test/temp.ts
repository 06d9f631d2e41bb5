import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

/** A folder of its own, gone when the test file ends; its real path, since macOS links its temp folder. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'sluice-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
