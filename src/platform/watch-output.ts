export interface OutputWatch {
  /** Whether something that was to be shown did not get out. */
  isLost(): boolean;
}

/**
 * Takes the errors of standard output and standard error, which would end the process with a stack trace. Whoever stops reading
 * (`sluice … | head`) has seen enough, so that is none; a full disk is.
 *
 * @param complain hears of the first one.
 */
export function watchOutput(complain: (reason: string) => void): OutputWatch {
  let lost = false;
  const take = (error: NodeJS.ErrnoException) => {
    // The complaint itself may not get out either.
    if (error.code === 'EPIPE' || lost) return;
    lost = true;
    complain(`the output cannot be written (${error.code ?? error.message})`);
  };
  process.stdout.on('error', take);
  process.stderr.on('error', take);
  return { isLost: () => lost };
}
