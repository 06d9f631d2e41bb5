import { createHash } from 'node:crypto';
import type { LocalHistory } from '../config/base-reader.js';
import { Failure, outsideError } from '../gate/failure.js';
import type { Subprocess, SubprocessResult } from './ports.js';

/** What git knows of the workspace; `undefined` or nothing where that is no repository, or git is not installed. */
export interface Git extends LocalHistory {
  head(): Promise<string | undefined>;
  /** Whether tracked files differ from HEAD, or there are new ones that are not ignored. */
  isDirty(): Promise<boolean | undefined>;
  /** Those of the paths (relative to the workspace, with `/`) that are files in git. */
  trackedOf(paths: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether history was cut off when the repository was fetched. */
  isShallow(): Promise<boolean | undefined>;
}

const commitId = /^([0-9a-f]{40}|[0-9a-f]{64})$/;
/** `git ls-tree -z -l`: mode, type, object, size, name. */
const treeEntry = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t/;
/** Arguments of one command, well below what systems allow. */
const pathsAtOnce = 500;

/** What the user's, the system's and the repository's settings could do to the answers, or start, is switched off. */
const settings = [
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=false',
];
const env = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: process.platform === 'win32' ? 'NUL' : '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};

export function openGit(workspace: string, subprocess: Subprocess): Git {
  const run = (...args: readonly string[]): Promise<SubprocessResult> =>
    // The workspace may belong to another user (containers); to read it is what we were asked for.
    subprocess.run('git', ['-c', `safe.directory=${workspace}`, ...settings, ...args], {
      cwd: workspace,
      env,
      timeoutMs: 60_000,
    });
  const ask = async (...args: readonly string[]): Promise<string | undefined> => {
    try {
      const { exitCode, stdout } = await run(...args);
      return exitCode === 0 ? stdout : undefined;
    } catch (error) {
      if (isNotInstalled(error)) return undefined;
      throw error;
    }
  };
  const resolve: LocalHistory['resolve'] = async (revision) => {
    const commit = (await ask('rev-parse', '--verify', '--quiet', '--end-of-options', revision))?.trim();
    return commit !== undefined && commitId.test(commit) ? commit : undefined;
  };
  return {
    resolve,
    read: (commit, path, maxBytes) => readAt(run, commit, path, maxBytes),
    head: () => resolve('HEAD^{commit}'),
    isDirty: async () => {
      const changes = await ask('status', '--porcelain', '-z', '--untracked-files=normal');
      return changes === undefined ? undefined : changes !== '';
    },
    trackedOf: async (paths) => {
      const tracked = new Set<string>();
      for (let i = 0; i < paths.length; i += pathsAtOnce) {
        const some = new Set(paths.slice(i, i + pathsAtOnce));
        const listed = (await ask('ls-files', '-z', '--', ...some))?.split('\0') ?? [];
        for (const name of listed) if (some.has(name)) tracked.add(name);
      }
      return tracked;
    },
    isShallow: async () => {
      const answer = await ask('rev-parse', '--is-shallow-repository');
      return answer === undefined ? undefined : answer.trim() === 'true';
    },
  };
}

/** Fails closed: only a commit that could be read and has no such path gives `undefined`. */
async function readAt(
  run: (...args: readonly string[]) => Promise<SubprocessResult>,
  commit: string,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (!commitId.test(commit)) throw new RangeError(`not a commit: ${commit}`);
  const shown = `\`${path}\` at ${commit}`;
  const listed = await run('ls-tree', '-z', '-l', commit, '--', path);
  if (listed.exitCode !== 0)
    throw outsideError(`git cannot read ${commit}`, { fix: 'check out with `fetch-depth: 0`' });
  if (listed.stdout === '') return undefined;
  const [, mode, type, object = '', size] = treeEntry.exec(listed.stdout) ?? [];
  if (type !== 'blob' || !mode?.startsWith('100')) throw outsideError(`${shown} is not a regular file`);
  if (Number(size) > maxBytes) throw outsideError(`${shown} is larger than ${maxBytes} bytes`);
  const { stdout, exitCode } = await run('cat-file', 'blob', object);
  const bytes = Buffer.from(stdout);
  if (exitCode !== 0) throw outsideError(`git cannot read ${shown}`);
  if (blobId(bytes, object.length) !== object) throw outsideError(`${shown} is not UTF-8 text`);
  return bytes;
}

/** Git's name of a blob: SHA-1 or, in newer repositories, SHA-256 over `blob SIZE\0` and the bytes. */
function blobId(bytes: Uint8Array, digits: number): string {
  return createHash(digits === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.byteLength}\0`)
    .update(bytes)
    .digest('hex');
}

function isNotInstalled(error: unknown): boolean {
  return error instanceof Failure && (error.cause as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';
}
