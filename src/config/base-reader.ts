import { configError, outsideError } from '../gate/failure.js';
import { limits } from '../gate/limits.js';

/** The base branch of a pull request or merge group, at one commit. */
export interface BaseReader {
  /** The base tip, resolved once. @throws Failure('outside') when it cannot be found out. */
  tip(): Promise<{ readonly commit: string } | undefined>;
  /** A file of that commit; undefined where it has none. @throws Failure('outside') when it cannot be read. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** Git in the workspace, which may hold little history. */
export interface LocalHistory {
  /** The commit that a revision names; undefined where it is not here. */
  resolve(revision: string): Promise<string | undefined>;
  /** A file of a commit; undefined where the commit has none. Called only with commits that `resolve` gave. */
  read(commit: string, path: string, maxBytes: number): Promise<Uint8Array | undefined>;
}

/** The repository behind the API. */
export interface RemoteHistory {
  /** The commit at the tip of a branch. @throws Failure('outside') */
  tip(branch: string): Promise<string>;
  /** A file of a commit; undefined where the commit has none. @throws Failure('outside') */
  read(commit: string, path: string, maxBytes: number): Promise<Uint8Array | undefined>;
}

export interface BaseSources {
  /** Name of the base branch, without `refs/heads/`. */
  readonly branch: string;
  readonly local?: LocalHistory;
  readonly remote?: RemoteHistory;
}

/**
 * Reads the base from local git where the history is there, else through the API. The commit that the event names is not asked:
 * it is where the base stood when the event was made, and a rule tightened since would not hold for a run that is started again.
 */
export function baseReader({ branch, local, remote }: BaseSources): BaseReader {
  const resolve = async () => {
    const here = await local?.resolve(`refs/remotes/origin/${branch}^{commit}`);
    if (local && here !== undefined) return { commit: here, history: local };
    if (remote) return { commit: await remote.tip(branch), history: remote };
    throw unreachable(branch);
  };
  let resolved: ReturnType<typeof resolve> | undefined;
  const once = () => {
    resolved ??= resolve();
    return resolved;
  };
  return {
    tip: async () => ({ commit: (await once()).commit }),
    read: async (path) => {
      const { commit, history } = await once();
      return history.read(commit, repositoryPath(path), limits.configBytes * judgingFactor);
    },
  };
}

/** Suites and policies may be larger than the config; each reader of one has a limit of its own below this. */
const judgingFactor = 16;

/** The settings that decide are the base branch's, and it cannot be read: nothing can be judged. */
export function unreachable(branch: string | undefined, cause?: unknown): Error {
  const name = branch === undefined ? 'base branch' : `base branch \`${branch}\``;
  return outsideError(
    `the ${name} cannot be read, and on pull requests its settings decide`,
    {
      fix: 'let the job have `permissions: {contents: read}` and a token, or check out with `fetch-depth: 0`',
    },
    cause,
  );
}

/** @throws Failure('config') on a path that leaves the repository. */
function repositoryPath(path: string): string {
  const parts = path
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || parts.includes('..') || parts.length === 0)
    throw configError(
      `${JSON.stringify(path)} lies outside the repository, so the base branch has no say on it`,
      {
        fix: 'keep files that decide in the repository',
      },
    );
  return parts.join('/');
}
