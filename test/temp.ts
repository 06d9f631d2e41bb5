import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

const folders: string[] = [];

// Here and not in the function, because Jest takes no hooks inside a test.
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own, gone when the test file ends; its real path, since macOS links its temp folder. */
export function tempFolder(): string {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'sluice-test-'));
  folders.push(folder);
  return folder;
}
