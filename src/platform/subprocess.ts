import { type ChildProcessWithoutNullStreams as Child, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import os from 'node:os';
import type { Readable } from 'node:stream';
import { outsideError } from '../gate/failure.js';
import { openDialogue } from './dialogue.js';
import type { Dialogue, Subprocess, SubprocessOptions, SubprocessResult, TalkOptions } from './ports.js';

export interface SubprocessSettings {
  readonly signal: AbortSignal;
  /** This process's environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Where shown output goes. */
  readonly stderr: { write(bytes: Uint8Array | string): unknown };
  /** Whether a runner reads the log for workflow commands. */
  readonly underActions: boolean;
}

/** Most that is collected of one stream; bytes. */
const mostOutput = 16 * 1024 * 1024;
/** How long a child may tidy up after SIGTERM; milliseconds. */
const graceMs = 3000;
/** What programs need to be found and to find their folders; nothing that holds a token. */
const minimalEnv = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'TMP', 'LANG', 'SYSTEMROOT', 'USERPROFILE', 'PATHEXT'];

export function openSubprocess(settings: SubprocessSettings): Subprocess {
  return {
    run: async (command, args, options = {}) => {
      settings.signal.throwIfAborted();
      if (!options.show || !settings.underActions) return runChild(command, args, options, settings);
      // The runner obeys `::command::` in a child's output too; only who knows the token can switch that on again.
      const token = randomBytes(16).toString('hex');
      settings.stderr.write(`::stop-commands::${token}\n`);
      try {
        return await runChild(command, args, options, settings);
      } finally {
        settings.stderr.write(`\n::${token}::\n`);
      }
    },
    talk: (command, args, options = {}) => talkTo(command, args, options, settings),
  };
}

function talkTo(
  command: string,
  args: readonly string[],
  options: TalkOptions,
  { signal, env }: SubprocessSettings,
): Dialogue {
  const child = start(command, args, options, env);
  return openDialogue({
    child,
    command,
    ended: ended(child, command),
    stop: () => stop(child),
    signal: options.signal ? AbortSignal.any([signal, options.signal]) : signal,
  });
}

async function runChild(
  command: string,
  args: readonly string[],
  options: SubprocessOptions,
  { signal, env, stderr }: SubprocessSettings,
): Promise<SubprocessResult> {
  const child = start(command, args, options, env);
  child.stdin.on('error', () => undefined).end();
  let failure: unknown;
  const stopWith = (error: unknown) => {
    failure ??= error;
    stop(child);
  };
  const onAbort = () => stopWith(signal.reason);
  signal.addEventListener('abort', onAbort);
  const { timeoutMs } = options;
  const timer = timeoutMs && setTimeout(() => stopWith(lateError(command, timeoutMs)), timeoutMs);
  const tooMuch = () => stopWith(outsideError(`${command} wrote more than ${mostOutput} bytes`));
  const [stdout, collectedErrors] = [child.stdout, child.stderr].map((stream) =>
    options.show ? show(stream, stderr) : collect(stream, tooMuch),
  );
  try {
    const exitCode = await ended(child, command);
    if (failure !== undefined) throw failure;
    return { exitCode, stdout: stdout?.() ?? '', stderr: collectedErrors?.() ?? '' };
  } finally {
    signal.removeEventListener('abort', onAbort);
    clearTimeout(timer);
  }
}

function start(
  command: string,
  args: readonly string[],
  options: Pick<SubprocessOptions, 'cwd' | 'env' | 'inheritEnv'>,
  env: NodeJS.ProcessEnv,
): Child {
  const inherited = Object.entries(env).filter(
    ([name]) => options.inheritEnv || minimalEnv.includes(name.toUpperCase()),
  );
  return spawn(command, args, {
    ...(options.cwd !== undefined && { cwd: options.cwd }),
    env: { ...Object.fromEntries(inherited), ...options.env },
    stdio: 'pipe',
    shell: false,
    windowsHide: true,
    // A group of its own, so that what the child starts is stopped with it.
    detached: process.platform !== 'win32',
  });
}

/** The exit code; 128 + number for a signal, as shells have it. */
function ended(child: Child, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => reject(startError(command, error)));
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? os.constants.signals[signal] : 0)));
  });
}

function stop(child: Child): void {
  kill(child, 'SIGTERM');
  const forced = setTimeout(() => {
    kill(child, 'SIGKILL');
    // A grandchild that left the group may hold the pipes open for ever.
    child.stdout.destroy();
    child.stderr.destroy();
  }, graceMs);
  child.once('close', () => clearTimeout(forced));
}

function kill(child: Child, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It ended in the meantime.
  }
}

function collect(stream: Readable, tooMuch: () => void): () => string {
  const pieces: Buffer[] = [];
  let total = 0;
  stream.on('data', (piece: Buffer) => {
    total += piece.length;
    if (total <= mostOutput) pieces.push(piece);
    else tooMuch();
  });
  return () => Buffer.concat(pieces).toString();
}

function show(stream: Readable, target: SubprocessSettings['stderr']): () => string {
  stream.on('data', (piece: Buffer) => target.write(piece));
  return () => '';
}

function startError(command: string, error: NodeJS.ErrnoException) {
  return error.code === 'ENOENT'
    ? outsideError(`${command}: no such command`, { fix: 'install it, or put its folder on PATH' }, error)
    : outsideError(`${command} cannot be started (${error.code})`, {}, error);
}

function lateError(command: string, timeoutMs: number) {
  return outsideError(`${command} did not end within ${timeoutMs / 1000} s and was stopped`);
}
