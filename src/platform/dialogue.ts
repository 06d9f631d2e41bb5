import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { outsideError } from '../gate/failure.js';
import type { Dialogue } from './ports.js';

/** Longest line that is taken from a child; bytes. */
const longestLine = 64 * 1024 * 1024;
/** How much of what a child wrote to standard error is kept: its end; characters. */
const keptErrors = 64 * 1024;
/** How long a child may take to end once its input has; milliseconds. */
const farewellMs = 10_000;

export interface SpokenTo {
  readonly child: ChildProcessWithoutNullStreams;
  readonly command: string;
  /** Settles when the child has ended; rejects when it could not be started. */
  readonly ended: Promise<unknown>;
  readonly stop: () => void;
  /** Stops the child and fails what waits for it. */
  readonly signal: AbortSignal;
}

/** Lines of a child as they come, and what it is told. */
export function openDialogue({ child, command, ended, stop, signal }: SpokenTo): Dialogue {
  const lines: string[] = [];
  let partial: Buffer[] = [];
  let size = 0;
  let errors = '';
  let failure: unknown;
  let over = false;
  let wake = () => {};
  const failWith = (error: unknown) => {
    failure ??= error;
    stop();
    wake();
  };
  const onAbort = () => failWith(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort);
  child.stdout.on('data', (piece: Buffer) => {
    const parts = split(piece);
    parts.forEach((part, i) => {
      partial.push(part);
      size += part.length;
      if (i === parts.length - 1) return;
      lines.push(Buffer.concat(partial).toString());
      [partial, size] = [[], 0];
    });
    if (size > longestLine)
      failWith(outsideError(`${command} wrote a line of more than ${longestLine} bytes`));
    else wake();
  });
  child.stderr.on('data', (piece: Buffer) => {
    errors = (errors + piece.toString()).slice(-keptErrors);
  });
  // What is written after its end is lost with it, and its end is told by `line`.
  child.stdin.on('error', () => undefined);
  const end = ended
    .catch((error: unknown) => {
      failure ??= error;
    })
    .then(() => {
      over = true;
      signal.removeEventListener('abort', onAbort);
      wake();
    });
  return {
    write: (text) => {
      child.stdin.write(text);
    },
    async line() {
      for (;;) {
        if (failure !== undefined) throw failure;
        const line = lines.shift();
        if (line !== undefined || over) return line;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    takeErrors() {
      const taken = errors;
      errors = '';
      return taken;
    },
    async close() {
      child.stdin.end();
      const late = setTimeout(stop, farewellMs);
      await end;
      clearTimeout(late);
    },
  };
}

/** By line ends, which go. */
function split(piece: Buffer): readonly Buffer[] {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, from)) {
    parts.push(piece.subarray(from, at));
    from = at + 1;
  }
  return [...parts, piece.subarray(from)];
}
