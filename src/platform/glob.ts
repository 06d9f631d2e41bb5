import path from 'node:path';
import { glob as crawl, escapePath } from 'tinyglobby';
import { configError } from '../gate/failure.js';
import { compareCodePoints } from '../gate/order.js';
import type { Workspace } from './workspace.js';

/** Longer patterns are a mistake or an attack on the matcher. */
const longestPattern = 1024;

export interface GlobOptions {
  readonly root: string;
  readonly workspace: Workspace;
  readonly signal: AbortSignal;
  /** Whether a file of just this name stands there: `data[1].csv` is then that file and no pattern. */
  readonly exists: (path: string) => Promise<boolean>;
}

/**
 * `*`, `**`, `?`, `[…]` and `{a,b}`; a pattern that begins with `!` takes away. Wildcards match no name that begins with a dot
 * and go through no link. Absolute patterns give absolute paths.
 *
 * @throws Failure('config') on a pattern that is too long, has more wildcards than one matches in good time, or goes up (`..`) after a wildcard, or a base out of bounds.
 */
export async function glob(patterns: readonly string[], options: GlobOptions): Promise<readonly string[]> {
  const included = patterns.filter((pattern) => !pattern.startsWith('!'));
  const ignore = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1));
  for (const pattern of [...included, ...ignore]) assertSane(pattern);
  const found = new Set<string>();
  for (const pattern of included) for (const file of await matches(pattern, ignore, options)) found.add(file);
  return [...found].sort(compareCodePoints);
}

async function matches(pattern: string, ignore: readonly string[], options: GlobOptions) {
  const { root, workspace, signal, exists } = options;
  const parts = pattern.split('/');
  const wild = parts.findIndex((part) => /[*?[{]/.test(part));
  if (wild === -1 || (await exists(pattern))) {
    return ignore.includes(pattern) ? [] : [pattern.replace(/^(\.\/)+/, '')];
  }
  const base = parts.slice(0, wild).join('/') || (pattern.startsWith('/') ? '/' : '.');
  const rest = parts.slice(wild);
  if (rest.includes('..'))
    throw configError(`pattern ${JSON.stringify(pattern)} goes up after a wildcard`, {
      fix: 'write `..` before the first wildcard, or not at all',
    });
  workspace.resolve(base);
  const absolute = path.isAbsolute(base);
  const files = await crawl([path.posix.join(escapePath(base), ...rest)], {
    cwd: root,
    absolute,
    ignore,
    expandDirectories: false,
    extglob: false,
    followSymbolicLinks: false,
    signal,
  });
  return absolute ? files : files.map((file) => path.posix.normalize(file));
}

/** The matcher tries every way to share a name out among the wildcards of one name and the alternatives of braces. */
const mostChoices = 4;

function choicesIn(pattern: string): number {
  const inName = (name: string) => Math.max(0, name.split('*').length - 2);
  const folders = pattern.split('/').filter((name) => name === '**').length;
  const names = pattern.split('/').filter((name) => name !== '**');
  const braces = pattern.split('{').length - 1;
  return folders + braces + names.reduce((sum, name) => sum + inName(name), 0);
}

function assertSane(pattern: string): void {
  if (pattern.length > longestPattern)
    throw configError(`pattern of ${pattern.length} characters; at most ${longestPattern} are read`);
  if (choicesIn(pattern) > mostChoices)
    throw configError(`pattern ${JSON.stringify(pattern)} has too many wildcards`, {
      fix: `write \`**\`, braces and a second \`*\` in one name at most ${mostChoices} times in all`,
    });
}
