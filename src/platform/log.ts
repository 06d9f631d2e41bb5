import { inertTerminal } from '../surfaces/inert.js';
import { Mask } from './mask.js';
import type { Log } from './ports.js';

/** Where a terminal's log goes: standard error, so that standard output holds results alone. */
export interface LogStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface TerminalLogOptions {
  readonly stream: LogStream;
  readonly verbose: boolean;
  readonly color: boolean;
}

const clearLine = '\r\u001b[2K';
/** Redrawing more often than this makes terminals flicker; milliseconds. */
const redrawMs = 100;

export function openTerminalLog({ stream, verbose, color }: TerminalLogOptions): Log {
  const mask = new Mask();
  let progressShown = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const clear = () => {
    if (progressShown) stream.write(clearLine);
    progressShown = false;
  };
  const say = (message: string, paint: (line: string) => string = (line) => line) => {
    clear();
    for (const line of inertLines(mask.hide(message))) stream.write(`${paint(line)}\n`);
  };
  const painted = (code: number) => (line: string) => (color ? `\u001b[${code}m${line}\u001b[0m` : line);
  return {
    debug: (message) => {
      if (verbose) say(message, painted(2));
    },
    info: (message) => say(message),
    warn: (message) => say(`warning: ${message}`, painted(33)),
    progress: (label, done, total, unit) => {
      if (!stream.isTTY) return;
      const now = performance.now();
      if (done >= total) return clear();
      if (now - drawnAt < redrawMs) return;
      drawnAt = now;
      progressShown = true;
      const line = inertTerminal(mask.hide(progressLine(label, done, total, unit)));
      stream.write(`${clearLine}${line.slice(0, (stream.columns ?? 80) - 1)}`);
    },
    mask: (secret) => mask.add(secret),
  };
}

function progressLine(label: string, done: number, total: number, unit: string): string {
  const share = total > 0 ? Math.floor((100 * done) / total) : 0;
  return `${label} ${share} % (${Math.floor(done)} of ${Math.floor(total)} ${unit})`;
}

/** What `@actions/core` is used for here; it writes workflow commands and escapes their data. */
export interface ActionsCommands {
  debug(message: string): void;
  info(message: string): void;
  warning(message: string): void;
  setSecret(secret: string): void;
}

/** The runner masks as well, but only what passes through it. */
export function openActionsLog(core: ActionsCommands): Log {
  const mask = new Mask();
  const say = (write: (line: string) => void) => (message: string) => {
    for (const line of inertLines(mask.hide(message))) write(line);
  };
  return {
    debug: say(core.debug),
    info: say(core.info),
    warn: say(core.warning),
    progress: () => undefined,
    mask: (secret) => {
      mask.add(secret);
      core.setSecret(secret);
    },
  };
}

function inertLines(text: string): readonly string[] {
  return text.split(/\r?\n/).map(inertTerminal);
}

/** NO_COLOR (no-color.org) wins over FORCE_COLOR, which wins over what the stream is; both count unless empty. */
export function wantsColor(env: NodeJS.ProcessEnv, stream: Pick<LogStream, 'isTTY'>): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}
