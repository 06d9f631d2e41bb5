import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe } from '@jest/globals';

/** Real data and other implementations' vectors lie beside the repository, not in it. */
const folder = path.join(import.meta.dirname, '..', '..', 'shared');

function sharedPath(relative: string): string {
  return path.join(folder, relative);
}

/** A `describe` that is skipped, visibly and by name, on a machine without the shared files. */
export function sharedDescribe(relative: string, name: string, tests: (absolute: string) => void): void {
  const absolute = sharedPath(relative);
  const title = existsSync(absolute) ? name : `${name} (needs shared/${relative})`;
  (existsSync(absolute) ? describe : describe.skip)(title, () => tests(absolute));
}
