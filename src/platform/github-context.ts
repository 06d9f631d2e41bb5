import { readFileSync, statSync } from 'node:fs';
import type { RunContext } from '../gate/run-context.js';
import type { Git } from './git.js';

/** The base branch of a pull request or merge group. */
interface BaseBranch {
  /** Without `refs/heads/`. */
  readonly branch: string;
  /** Where it stood when the event was made, which may be long ago. */
  readonly commit?: string;
}

export interface GithubContext {
  readonly run: RunContext;
  /** Absent on other events, and where neither event nor environment say it. */
  readonly base?: BaseBranch;
  /** `owner/name`. */
  readonly repository?: string;
  /** Of the REST API. */
  readonly apiUrl: string;
}

/** GitHub delivers payloads of at most 25 MiB. */
const mostEventBytes = 32 * 1024 * 1024;
/** What git refuses in a branch name (git-check-ref-format), and a leading dash. */
const impossibleBranch = /^[-/]|[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\/$|\.$|\.lock$/u;

/** This run as the runner describes it. All of it may be chosen by others: what does not look as it should is left out. */
export function githubContext(env: NodeJS.ProcessEnv): GithubContext {
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const base = baseOf(env, event);
  const repository = matching(env.GITHUB_REPOSITORY, /^[\w.-]{1,100}\/[\w.-]{1,100}$/);
  return {
    run: runOf(env, repository),
    ...(base && { base }),
    ...(repository && { repository }),
    apiUrl:
      matching(env.GITHUB_API_URL, /^https?:\/\/\S{1,500}$/)?.replace(/\/+$/, '') ?? 'https://api.github.com',
  };
}

/** Not on GitHub: the commit alone is known, where there is one. */
export async function localContext(git: Pick<Git, 'head'>): Promise<RunContext> {
  const commit = await git.head();
  return { kind: 'local', event: 'local', ...(commit && { commit }) };
}

function runOf(env: NodeJS.ProcessEnv, repository: string | undefined): RunContext {
  const number = (name: string) => matching(env[name], /^\d{1,20}$/);
  const text = (name: string) => matching(env[name], /^[^\p{Cc}]{1,255}$/u);
  const facts = {
    repository,
    repositoryId: number('GITHUB_REPOSITORY_ID'),
    ownerId: number('GITHUB_REPOSITORY_OWNER_ID'),
    workflowRef: text('GITHUB_WORKFLOW_REF'),
    // No variable of the runner says it; our reusable workflows hand it down.
    jobWorkflowRef: text('SLUICE_JOB_WORKFLOW_REF'),
    runId: number('GITHUB_RUN_ID'),
    runAttempt: number('GITHUB_RUN_ATTEMPT')?.slice(0, 16),
    job: text('GITHUB_JOB'),
    commit: matching(env.GITHUB_SHA, /^([0-9a-f]{40}|[0-9a-f]{64})$/),
    ref: text('GITHUB_REF'),
    actor: text('GITHUB_ACTOR'),
    runnerEnvironment: matching(env.RUNNER_ENVIRONMENT, /^[\w-]{1,64}$/),
    serverUrl: matching(env.GITHUB_SERVER_URL, /^https?:\/\/\S{1,500}$/),
  };
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { kind: 'github', event: matching(env.GITHUB_EVENT_NAME, /^\w{1,64}$/) ?? 'unknown', ...known };
}

function baseOf(env: NodeJS.ProcessEnv, event: unknown): BaseBranch | undefined {
  const pull = field(field(event, 'pull_request'), 'base');
  const group = field(event, 'merge_group');
  const named = [field(pull, 'ref'), field(group, 'base_ref'), env.GITHUB_BASE_REF];
  const branch = named.map(branchName).find((name) => name !== undefined);
  const commit = [field(pull, 'sha'), field(group, 'base_sha')]
    .map((sha) => matching(sha, /^([0-9a-f]{40}|[0-9a-f]{64})$/))
    .find((sha) => sha !== undefined);
  return branch === undefined ? undefined : { branch, ...(commit && { commit }) };
}

function branchName(value: unknown): string | undefined {
  const name = matching(value, /^.{1,255}$/)?.replace(/^refs\/heads\//, '');
  return name === undefined || name === '' || impossibleBranch.test(name) ? undefined : name;
}

/** Missing, too large or malformed: as if there were none. */
function readEvent(path: string | undefined): unknown {
  try {
    if (!path || statSync(path).size > mostEventBytes) return undefined;
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  return typeof value === 'string' && pattern.test(value) ? value : undefined;
}
