import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { publishedSchemas } from '../../src/config/published-schemas.js';
import type { GateResultJson } from '../../src/gate/evidence-schema.js';

export const root = path.join(import.meta.dirname, '..', '..');
export const bundle = path.join(root, 'dist', 'cli', 'index.js');

export interface Ran {
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly node?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Sent so many milliseconds after the start, or as soon as a file is there. */
  readonly interrupt?: { readonly signal: 'SIGINT' | 'SIGTERM'; readonly when: number | string };
  /** A program and its first arguments in place of Node alone. */
  readonly through?: readonly string[];
}

/** `sluice WORDS…` in a folder, as a user would call it: the bundle in a process of its own. */
export async function sluice(
  folder: string,
  words: readonly string[],
  options: RunOptions = {},
): Promise<Ran> {
  const { node = process.execPath, env = {}, interrupt, through = [] } = options;
  const [program = node, ...args] = [...through, node, bundle, ...words];
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...plainEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (piece: Buffer) => {
    output.stdout += piece.toString();
  });
  child.stderr.on('data', (piece: Buffer) => {
    output.stderr += piece.toString();
  });
  const stop = interrupt && whenDue(interrupt.when, () => child.kill(interrupt.signal));
  const exitCode = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  stop?.();
  return { exitCode, ...output };
}

/** Calls back after so many milliseconds, or once the file is there. @returns what calls it off. */
function whenDue(when: number | string, act: () => void): () => void {
  if (typeof when === 'number') {
    const timer = setTimeout(act, when);
    return () => clearTimeout(timer);
  }
  const poll = setInterval(() => {
    if (!existsSync(when)) return;
    clearInterval(poll);
    act();
  }, 20);
  return () => clearInterval(poll);
}

/** What a shell would hand over, without what makes a terminal or a runner of it. */
function plainEnv(): NodeJS.ProcessEnv {
  const colours = ['FORCE_COLOR', 'NO_COLOR', 'CI', 'SLUICE_DEBUG', 'RUNNER_DEBUG'];
  const kept = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GITHUB_') && !colours.includes(name),
  );
  return Object.fromEntries(kept);
}

const schema = new Map(Object.entries(publishedSchemas)).get('gate-result.json') ?? false;
const isGateResult = new Ajv({ strict: false }).compile<GateResultJson>(schema);

/** The one document that `--json` leaves on standard output. @throws Error when there is another, or it breaks the schema. */
export function readResult({ stdout, stderr }: Ran): GateResultJson {
  if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`not one JSON document: ${stdout}\n${stderr}`);
  const result: unknown = JSON.parse(stdout);
  if (isGateResult(result)) return result;
  throw new Error(`not a GateResult: ${JSON.stringify(isGateResult.errors)}`);
}

/** `sluice … --json`: exit code and result. */
export async function judge(folder: string, words: readonly string[], options?: RunOptions) {
  const split = words.indexOf('--');
  const at = split < 0 ? words.length : split;
  const ran = await sluice(folder, [...words.slice(0, at), '--json', ...words.slice(at)], options);
  return { ...ran, result: readResult(ran) };
}

/** Writes files below a folder; content by relative path. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
}

/** Everything below a folder, sorted. */
export function listAll(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true }).map(String).sort();
}

/** The machine's own Node, when it is another than the one that runs the tests. */
export function otherNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = folders.map((folder) =>
    path.join(folder, process.platform === 'win32' ? 'node.exe' : 'node'),
  );
  return candidates.find((node) => {
    if (!existsSync(node)) return false;
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    return version !== process.version && Number(/^v(\d+)/.exec(version)?.[1]) >= 20;
  });
}
