import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../repository/files.js';

/** act 0.2.89; `.ci/run` builds it and says where. */
export const actBinary = process.env['SLUICE_ACT'];
export const hasAct = actBinary !== undefined && existsSync(actBinary);

export interface ActRun {
  readonly event: 'push' | 'pull_request' | 'merge_group';
  readonly workflow: string;
  /** The user's repository. */
  readonly repository: string;
  /** `owner/name@ref` → folder of a git repository. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly payload?: object;
  /** For act's own state, so that runs do not meet. */
  readonly home: string;
}

export interface ActOutcome {
  readonly exitCode: number;
  readonly log: string;
  /** How each job ended, by its name as act shows it. */
  readonly jobs: ReadonlyMap<string, 'success' | 'failure'>;
}

/** Runs one workflow in host mode, offline: Node 24 first on the path, no cache server, nothing bound but loopback. */
export async function runAct(options: ActRun): Promise<ActOutcome> {
  if (actBinary === undefined) throw new Error('SLUICE_ACT is not set');
  mkdirSync(options.home, { recursive: true });
  const event = path.join(options.home, 'event.json');
  writeFileSync(event, JSON.stringify(options.payload ?? {}));
  const pairs = (flag: string, values: Readonly<Record<string, string>>) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const args = [
    options.event,
    ...['-W', `.github/workflows/${options.workflow}`, '-P', 'ubuntu-latest=-self-hosted', '--no-cache-server', '-e', event],
    ...pairs('--local-repository', options.repositories),
    ...pairs('--env', { ...options.env, SLUICE_REPOSITORY: root }),
    ...pairs('--secret', options.secrets ?? {}),
  ];
  const node24 = path.dirname(process.execPath);
  const child = spawn(actBinary, args, {
    cwd: options.repository,
    env: { PATH: `${node24}${path.delimiter}${process.env['PATH']}`, HOME: options.home, XDG_CACHE_HOME: path.join(options.home, 'cache') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
    });
  }
  const exitCode = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  return { exitCode, log, jobs: jobsOf(log) };
}

/** act ends each job with `[workflow/job] 🏁  Job succeeded` or `Job failed`. */
function jobsOf(log: string): ReadonlyMap<string, 'success' | 'failure'> {
  const ends = log.matchAll(/\[[^\]/]+\/([^\]]+?)\s*\]\s+🏁\s+Job (succeeded|failed)/gu);
  return new Map([...ends].map(([, name = '', end]) => [name.trim(), end === 'succeeded' ? 'success' : 'failure']));
}
