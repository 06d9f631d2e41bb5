import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import type { EngineRelease } from '../../src/engine/manifest.js';
import { root } from '../repository/files.js';

const identity = ['user.name=e2e', 'user.email=e2e@example.com', 'commit.gpgSign=false'];

export function git(folder: string, ...args: readonly string[]): string {
  const settings = identity.flatMap((setting) => ['-c', setting]);
  return execFileSync('git', [...settings, ...args], { cwd: folder, encoding: 'utf8' }).trim();
}

function openRepository(folder: string, origin: string): void {
  git(folder, 'init', '--quiet', '--initial-branch', 'feature');
  git(folder, 'remote', 'add', 'origin', `https://github.com/${origin}`);
}

/** @returns the commit. */
function commitAll(folder: string): string {
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--allow-empty', '--message', 'all');
  return git(folder, 'rev-parse', 'HEAD');
}

/** What of this repository is in git, or would be if it were added now. */
function filesOf(...paths: readonly string[]): readonly string[] {
  const listed = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...paths);
  return listed.split('\0').filter((file) => file !== '');
}

function copyFiles(files: readonly string[], from: string, to: string): void {
  for (const file of files) cpSync(path.join(root, file), path.join(to, path.relative(from, file)));
}

/** The suite as act can serve it. */
export function stageSuite(folder: string): void {
  const files = filesOf('action.yml', 'actions', 'dist', '.github/workflows');
  copyFiles(files, '.', folder);
  for (const file of files.filter((name) => name.endsWith('.yml'))) {
    const target = path.join(folder, file);
    writeFileSync(target, forAct(readFileSync(target, 'utf8')));
  }
  openRepository(folder, 'sluice-ml/sluice');
  commitAll(folder);
  for (const tag of ['v1', 'record-training/v1']) git(folder, 'tag', tag);
}

/**
 * Where act differs from GitHub. It does not know `$/` (this repository at the running commit), so that becomes the repository's
 * name at the tag that callers use. And it hands on the outputs of a skipped job as they are written (`${{ steps… }}`), where
 * GitHub hands on none: the job that the stage skips runs without its steps instead.
 */
function forAct(text: string): string {
  const file: Published = parse(
    text.replaceAll(/uses: \$\/(actions\/[a-z-]+)/g, 'uses: sluice-ml/sluice/$1@v1'),
  );
  const job = file.jobs?.['fairness-gate'];
  if (job?.if !== undefined) {
    for (const step of job.steps) step.if = [job.if, step.if].filter(Boolean).map(bare).join(' && ');
    delete job.if;
  }
  return stringify(file);
}

interface Published {
  readonly jobs?: Readonly<Record<string, { if?: string; readonly steps: readonly { if?: string }[] }>>;
}

function bare(expression = ''): string {
  return expression.replace(/^\$\{\{(.*)\}\}$/, '$1').trim();
}

/** GitHub's own actions cannot be had offline: the same client stands in for them. */
export function stageStandIn(name: string, folder: string): void {
  cpSync(path.join(import.meta.dirname, 'stand-ins', name), folder, { recursive: true });
  openRepository(folder, `actions/${name}`);
  commitAll(folder);
}

export interface UserRepository {
  readonly folder: string;
  edit(file: string, change: (text: string) => string): void;
  write(file: string, text: string): void;
  read(file: string): string;
  /** One of `workflows/`. */
  addWorkflow(name: string): void;
  /** @returns the commit. */
  commit(): string;
}

/** A user's repository: the example, as a newcomer would copy it, on its branch `main`. */
export function stageUser(folder: string): UserRepository {
  const example = 'examples/credit-risk';
  copyFiles(filesOf(example), example, folder);
  openRepository(folder, 'acme/credit-risk');
  const user: UserRepository = {
    folder,
    read: (file) => readFileSync(path.join(folder, file), 'utf8'),
    write: (file, text) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    },
    edit: (file, change) => user.write(file, change(user.read(file))),
    addWorkflow: (name) =>
      user.write(
        `.github/workflows/${name}`,
        readFileSync(path.join(import.meta.dirname, 'workflows', name), 'utf8'),
      ),
    commit: () => commitAll(folder),
  };
  return user;
}

/** A bare repository with a branch for the audit log that shares no history with code, as the release workflow wants it. */
export function stageOrigin(folder: string): void {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet', '--bare');
  const tree = git(folder, 'hash-object', '-w', '-t', 'tree', '/dev/null');
  git(
    folder,
    'update-ref',
    'refs/heads/sluice-audit-log',
    git(folder, 'commit-tree', tree, '-m', 'Begin the log'),
  );
}

/** DuckDB where the actions look for it first: the runner's tool cache, as an earlier job would have left it. */
export function stageToolCache(folder: string, { version, platform, files }: EngineRelease): void {
  const target = path.join(folder, 'sluice-duckdb', version, platform);
  for (const file of files) cpSync(path.join(root, file.path), path.join(target, file.path));
}
