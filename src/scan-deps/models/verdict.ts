import { modelLimits } from '../limits.js';

/** What loading a file would do: nothing but give data; run code; attack; or nobody knows, since the file is broken. */
export type ModelVerdict = 'safe' | 'code' | 'malicious' | 'malformed';

export interface FileReport {
  readonly format: string;
  /** `null` where the format is none that we can judge. */
  readonly verdict: ModelVerdict | null;
  readonly reasons: readonly string[];
}

const order: readonly (ModelVerdict | null)[] = ['safe', null, 'code', 'malformed', 'malicious'];

export function worseVerdict(a: ModelVerdict | null, b: ModelVerdict | null): ModelVerdict | null {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

export function report(
  format: string,
  verdict: ModelVerdict | null,
  ...reasons: readonly string[]
): FileReport {
  return { format, verdict, reasons: told(reasons) };
}

/** As much as a person reads; evidence holds what is told of every file. */
function told(reasons: readonly string[]): readonly string[] {
  const { reason: most } = modelLimits;
  return reasons
    .slice(0, modelLimits.reasons)
    .map((reason) => (reason.length > most ? `${reason.slice(0, most)}…` : reason));
}

/** A file made of others: the worst of them decides, and each reason says which member it is about. */
export function combine(
  format: string,
  members: readonly { readonly name: string; readonly report: FileReport }[],
): FileReport {
  const verdict = members.map(({ report: { verdict: own } }) => own).reduce(worseVerdict, 'safe');
  const reasons = members
    // Of members that are fine there is nothing to say.
    .filter(({ report: { verdict: own } }) => own !== 'safe')
    .flatMap(({ name, report: { reasons: own } }) => own.map((reason) => `${name}: ${reason}`));
  return report(format, verdict, ...reasons.slice(0, modelLimits.reasons));
}
