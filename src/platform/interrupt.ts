/** Why a run was aborted: the signal that the user or the runner sent. */
export class Interruption extends Error {
  readonly signal: 'SIGINT' | 'SIGTERM';

  constructor(signal: Interruption['signal']) {
    super(`interrupted by ${signal}`);
    this.name = 'Interruption';
    this.signal = signal;
  }
}

export interface Interrupts {
  readonly signal: AbortSignal;
  /** Stops listening. */
  close(): void;
}

/** Aborts on the first SIGINT or SIGTERM, so that the run tidies up; a second one ends the process as it would by default. */
export function listenForInterrupts(): Interrupts {
  const controller = new AbortController();
  const close = () => {
    process.off('SIGINT', abort);
    process.off('SIGTERM', abort);
  };
  const abort = (signal: NodeJS.Signals) => {
    close();
    controller.abort(new Interruption(signal === 'SIGTERM' ? 'SIGTERM' : 'SIGINT'));
  };
  process.on('SIGINT', abort);
  process.on('SIGTERM', abort);
  return { signal: controller.signal, close };
}
