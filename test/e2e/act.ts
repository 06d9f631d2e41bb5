import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe } from '@jest/globals';
import { root } from '../repository/files.js';

/** act 0.2.89; `.ci/run` builds it and says where. */
const actBinary = process.env.SLUICE_ACT ?? '';

/** A `describe` that is skipped, visibly and by name, on a machine without act. */
export function actDescribe(name: string, tests: () => void): void {
  if (existsSync(actBinary)) describe(name, tests);
  else describe.skip(`${name} (needs act, and its path in SLUICE_ACT)`, tests);
}

export interface ActRun {
  readonly event: 'push' | 'pull_request' | 'merge_group';
  readonly workflow: string;
  /** The user's repository. */
  readonly repository: string;
  /** `owner/name@ref` → folder of a git repository. */
  readonly repositories: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly payload?: object;
  /** For act's own state, so that runs do not meet. */
  readonly home: string;
  /** Of the runner. */
  readonly toolCache: string;
}

type JobEnd = 'success' | 'failure';

export interface ActOutcome {
  readonly exitCode: number;
  /** What the jobs and act itself wrote, each line after the job's name. */
  readonly log: string;
  /** How each job ended, by the name that GitHub would show; one that was skipped is not there. */
  readonly jobs: Readonly<Record<string, JobEnd>>;
}

/** Longer than any of these workflows takes, shorter than a test may. */
const longestRunMs = 160_000;

/** Runs one workflow on this machine, offline: Node 24 first on the path, no server of act's own. */
export async function runAct(options: ActRun): Promise<ActOutcome> {
  const cache = path.join(options.home, 'cache');
  mkdirSync(path.join(cache, 'act'), { recursive: true });
  // act tells its jobs that the tool cache is here, whatever the environment says.
  symlinkSync(options.toolCache, path.join(cache, 'act/tool_cache'));
  const event = path.join(options.home, 'event.json');
  writeFileSync(event, JSON.stringify(options.payload ?? {}));
  const child = spawn(actBinary, argumentsOf(options, event), {
    cwd: options.repository,
    env: {
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
      HOME: options.home,
      XDG_CACHE_HOME: cache,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void output.push(chunk));
  const exitCode = await ended(child);
  return { exitCode, ...readLog(Buffer.concat(output).toString()) };
}

function argumentsOf({ event, workflow, repositories, env, secrets, vars }: ActRun, payload: string) {
  const pairs = (flag: string, values: Readonly<Record<string, string>> = {}) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    event,
    ...['--workflows', `.github/workflows/${workflow}`, '--eventpath', payload, '--json'],
    ...['--platform', 'ubuntu-latest=-self-hosted', '--no-cache-server'],
    ...pairs('--local-repository', repositories),
    ...pairs('--env', { ...env, SLUICE_REPOSITORY: pathToFileURL(root).href }),
    ...pairs('--secret', secrets),
    ...pairs('--var', vars),
  ];
}

/** @throws Error when it could not be started or took too long. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      for (const pid of processesFrom(child.pid)) stop(pid);
      reject(new Error(`act did not end within ${longestRunMs / 1000} s`));
    }, longestRunMs);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code ?? 1);
    });
  });
}

/** A process and all that came of it: each step is a session of its own, so there is no group to stop. */
function processesFrom(pid: number | undefined): readonly number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' }).trim().split('\n');
  const all = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const found = pid === undefined ? [] : [pid];
  // Grows while it is walked.
  for (const parent of found) found.push(...all.flatMap(([id = 0, of]) => (of === parent ? [id] : [])));
  return found;
}

function stop(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended in the meantime.
  }
}

interface Line {
  readonly job?: string;
  readonly jobResult?: JobEnd;
  readonly msg?: string;
}

/** act writes one JSON object a line; other text comes from act itself. */
function readLog(output: string): Pick<ActOutcome, 'log' | 'jobs'> {
  const lines = output.split('\n').map(parseLine);
  const ends = lines.flatMap(({ job, jobResult }) => (job && jobResult ? [[nameOf(job), jobResult]] : []));
  const log = lines
    .map(({ job, msg = '' }) => `${job ? `[${nameOf(job)}] ` : ''}${msg.trimEnd()}`)
    .join('\n');
  return { log, jobs: Object.fromEntries(ends) };
}

function parseLine(text: string): Line {
  try {
    return JSON.parse(text);
  } catch {
    return { msg: text };
  }
}

/** act says `workflow/job`, or `calling job/workflow/job`; GitHub shows the latter as `calling job / job`. */
function nameOf(label: string): string {
  const parts = label.split('/').map((part) => part.trim());
  return [...parts.slice(0, -2), ...parts.slice(-1)].join(' / ');
}
