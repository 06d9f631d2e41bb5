import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { configError } from '../gate/failure.js';

export interface WorkspaceOptions {
  /** Absolute. */
  readonly workspace: string;
  /** Whether paths that leave the workspace and `extraRoots` are refused, as an action must. */
  readonly confined: boolean;
  /** Absolute folders beside the workspace that are in bounds as well: the temp folder. */
  readonly extraRoots?: readonly string[];
}

/** Turns the paths that people write into absolute ones and back. */
export interface Workspace {
  /** @throws Failure('config') when the path is empty, impossible or out of bounds. */
  resolve(path: string): string;
  display(path: string): string;
}

export function openWorkspace({ workspace, confined, extraRoots = [] }: WorkspaceOptions): Workspace {
  const root = path.resolve(workspace);
  const bounds = [root, ...extraRoots].map((folder) => realPath(path.resolve(folder)) ?? folder);
  return {
    resolve: (given) => {
      if (given === '' || given.includes('\0'))
        throw configError(`not a path: ${JSON.stringify(given)}`, { fix: 'name a file or folder' });
      const absolute = path.resolve(root, given);
      if (confined && !isInBounds(absolute, bounds)) throw outOfBounds(given);
      return absolute;
    },
    display: (given) => {
      const absolute = path.resolve(root, given);
      const relative = path.relative(root, absolute) || '.';
      return (isOutside(relative) ? absolute : relative).split(path.sep).join('/');
    },
  };
}

function isInBounds(absolute: string, bounds: readonly string[]): boolean {
  const real = realPath(absolute);
  return real !== undefined && bounds.some((root) => !isOutside(path.relative(root, real)));
}

function isOutside(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

/** Links resolved as far as the path exists; undefined where a link leads nowhere, since what it will lead to is open. */
function realPath(absolute: string): string | undefined {
  const missing: string[] = [];
  for (let existing = absolute; ; existing = path.dirname(existing)) {
    if (lstatSync(existing, { throwIfNoEntry: false })) {
      try {
        return path.join(realpathSync.native(existing), ...missing);
      } catch {
        return undefined;
      }
    }
    if (path.dirname(existing) === existing) return undefined;
    missing.unshift(path.basename(existing));
  }
}

function outOfBounds(given: string) {
  return configError(`path ${JSON.stringify(given)} leads out of the workspace`, {
    fix: 'in an action, files lie below the workspace or the temp folder of the runner, links resolved',
  });
}
