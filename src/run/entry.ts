import { Failure } from '../gate/failure.js';
import { exitCodeOfFailure, exitCodes } from '../gate/result.js';
import { Interruption, listenForInterrupts } from '../platform/interrupt.js';
import { watchOutput } from '../platform/watch-output.js';

/** Where an entry says why it did not come to an end of its own. */
export type Complain = (message: string) => void;

/**
 * Runs an entry and sets the exit code: the only place where a promise dangles. Nothing thrown is shown with
 * its stack unless it is a bug and debugging was asked for.
 */
export function runEntry(main: (signal: AbortSignal) => Promise<number>, complain: Complain): void {
  const interrupts = listenForInterrupts();
  const output = watchOutput((reason) => {
    process.exitCode = exitCodes.outside;
    complain(reason);
  });
  void main(interrupts.signal)
    .catch((error: unknown) => explain(error, complain))
    .then((exitCode) => {
      process.exitCode = output.isLost() ? Math.max(exitCode, exitCodes.outside) : exitCode;
    })
    .finally(interrupts.close);
}

function explain(error: unknown, complain: Complain): number {
  if (error instanceof Interruption) {
    complain(`${error.message}; nothing was left half-written`);
    return error.signal === 'SIGTERM' ? exitCodes.terminated : exitCodes.interrupted;
  }
  if (error instanceof Failure) {
    complain(error.message);
    return exitCodeOfFailure(error.kind);
  }
  complain(
    `a bug in Sluice: ${describe(error)}\nPlease report it at https://github.com/sluice-ml/sluice/issues`,
  );
  return exitCodes.internal;
}

/** The stack is for those who mend the bug; it may name paths of the machine. */
export function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env.SLUICE_DEBUG || process.env.RUNNER_DEBUG
    ? (error.stack ?? error.message)
    : error.message;
}
