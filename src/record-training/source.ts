import { Failure } from '../gate/failure.js';
import type { StepSource } from '../gate/provenance.js';
import type { Ports } from '../platform/ports.js';

/** Enough for a checkout with a million untracked files to be told from a hung one. */
const gitTimeoutMs = 60_000;

/** The checked-out commit and how far the files differ from it; absent where there is no git or no commit. */
export async function readSource({
  subprocess,
  files,
  run,
}: Pick<Ports, 'subprocess' | 'files' | 'run'>): Promise<StepSource | undefined> {
  const git = async (...args: readonly string[]) => {
    // A checkout's own config may name a program as file system monitor; nothing of the checkout is run here.
    const safe = ['-c', 'core.fsmonitor=false', ...args];
    const result = await subprocess.run('git', safe, { cwd: files.resolve('.'), timeoutMs: gitTimeoutMs });
    return result.exitCode === 0 ? result.stdout : undefined;
  };
  try {
    const commit = (await git('rev-parse', '--verify', 'HEAD^{commit}'))?.trim();
    const status = await git('status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames');
    if (commit === undefined || status === undefined) return undefined;
    const changes = status.split('\0').filter((line) => line !== '');
    const untracked = changes.filter((line) => line.startsWith('??')).length;
    const { serverUrl, repository } = run;
    return {
      commit,
      ...(serverUrl && repository && { uri: `git+${serverUrl}/${repository}` }),
      modified: changes.length - untracked,
      untracked,
    };
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
