// A copy of the example in a folder of its own, and the command line as a user would call it there.
import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '..', '..');
const example = path.join(root, 'examples', 'credit-risk');
const sluice = path.join(root, 'dist', 'cli', 'index.js');

/** Copies the example (with what it has made, when `from` is a sandbox that has run) to `folder`. */
export function copyExample(folder, from = example) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(path.dirname(folder), { recursive: true });
  const made = ['model', 'out', '.sluice'].map((name) => path.join(example, name));
  cpSync(from, folder, { recursive: true, filter: (source) => !made.includes(source) });
  return folder;
}

/** Keys for one demo: an EC P-256 signer and the log's Ed25519 key. */
export function makeKeys(folder) {
  mkdirSync(folder, { recursive: true });
  const write = (name, { privateKey, publicKey }) => {
    writeFileSync(path.join(folder, `${name}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    });
    writeFileSync(path.join(folder, `${name}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
  };
  write('signer', generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  write('log', generateKeyPairSync('ed25519'));
}

/** `git …` with a name and mail of its own, whatever the user has set. */
export function git(cwd, ...args) {
  const settings = [
    '-c',
    'user.name=demo',
    '-c',
    'user.email=demo@example.com',
    '-c',
    'init.defaultBranch=main',
    '-c',
    'commit.gpgSign=false',
  ];
  return run('git', [...settings, ...args], { cwd });
}

/** A repository of its own, so that training records can name the commit whose code ran. */
export async function commitAll(folder) {
  await git(folder, 'init', '--quiet');
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', 'The example');
}

/** Runs a program; resolves to its exit code and output. `show` passes the output through. */
export function run(command, args, { cwd, env = {}, show = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** `sluice …` in a sandbox, shown to the reader. */
export function show(cwd, ...args) {
  return run(process.execPath, [sluice, ...args], { cwd, show: true });
}

/** `sluice … --json` in a sandbox: the exit code and the GateResult. */
export async function judge(cwd, ...args) {
  const split = args.indexOf('--');
  const words = split < 0 ? [...args, '--json'] : [...args.slice(0, split), '--json', ...args.slice(split)];
  const { exitCode, stdout, stderr } = await run(process.execPath, [sluice, ...words], { cwd });
  if (!stdout.startsWith('{'))
    throw new Error(`sluice ${args.join(' ')} gave no result (exit ${exitCode})\n${stderr}`);
  return { exitCode, result: JSON.parse(stdout) };
}
