import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../repository/files.js';

const identity = ['-c', 'user.name=e2e', '-c', 'user.email=e2e@example.com', '-c', 'init.defaultBranch=feature'];

export function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
}

/** A repository of one commit. */
export function commitAll(folder: string, origin: string): void {
  git(folder, 'init', '--quiet');
  git(folder, 'remote', 'add', 'origin', `https://github.com/${origin}`);
  git(folder, 'add', '--all', '--force');
  git(folder, 'commit', '--quiet', '--message', 'all');
}

/**
 * The suite as act can serve it: act does not know `$/` (this repository at the running commit), so it becomes the
 * repository's name at the tag that callers use.
 */
export function stageSuite(folder: string): void {
  for (const part of ['action.yml', 'actions', 'dist', '.github/workflows', 'LICENSE']) {
    mkdirSync(path.dirname(path.join(folder, part)), { recursive: true });
    cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
  }
  for (const file of ymlBelow(folder)) {
    const text = readFileSync(file, 'utf8').replaceAll(/uses: \$\/(actions\/[a-z-]+)/g, 'uses: sluice-ml/sluice/$1@v1');
    writeFileSync(file, text);
  }
  commitAll(folder, 'sluice-ml/sluice');
  for (const tag of ['v1', 'record-training/v1']) git(folder, 'tag', tag);
}

function ymlBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yml') && !file.startsWith('dist') && !file.startsWith('.git/'))
    .map((file) => path.join(folder, file));
}

export function stageStandIn(name: string, folder: string): void {
  cpSync(path.join(import.meta.dirname, 'stand-ins', name), folder, { recursive: true });
  commitAll(folder, `actions/${name}`);
}

export interface UserRepository {
  readonly folder: string;
  /** Replaces text in a file before the commit. */
  edit(file: string, change: (text: string) => string): void;
  addWorkflow(name: string): void;
  commit(): void;
}

/** A user's repository: the example, as a newcomer would copy it. */
export function stageUser(folder: string): UserRepository {
  const example = path.join(root, 'examples/credit-risk');
  const made = ['model', 'out', '.sluice'].map((name) => path.join(example, name));
  cpSync(example, folder, { recursive: true, filter: (source) => !made.includes(source) });
  return {
    folder,
    edit: (file, change) => {
      const target = path.join(folder, file);
      writeFileSync(target, change(readFileSync(target, 'utf8')));
    },
    addWorkflow: (name) => cpSync(path.join(import.meta.dirname, 'workflows', name), path.join(folder, '.github/workflows', name)),
    commit: () => commitAll(folder, 'acme/credit-risk'),
  };
}

/** DuckDB where the actions look for it first: the runner's tool cache, as the release asset would leave it. */
export function stageToolCache(folder: string, version: string, platform: string): void {
  const target = path.join(folder, 'sluice-duckdb', version, platform, 'node_modules', '@duckdb');
  for (const name of readdirSync(path.join(root, 'node_modules/@duckdb'))) {
    if (statSync(path.join(root, 'node_modules/@duckdb', name)).isDirectory())
      cpSync(path.join(root, 'node_modules/@duckdb', name), path.join(target, name), { recursive: true });
  }
}
