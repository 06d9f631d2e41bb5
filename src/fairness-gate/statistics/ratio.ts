import type { Interval, Rate } from './interval.js';

/**
 * Ratio `a / b` of independent rates: Katz's where all four counts of the table are above zero, else Koopman's,
 * since Katz's standard error is infinite without events and zero without non-events.
 */
export function ratioInterval(a: Rate, b: Rate, z: number): Interval {
  const counts = [a.events, b.events, a.trials - a.events, b.trials - b.events];
  return counts.every((count) => count > 0) ? katzInterval(a, b, z) : koopmanInterval(a, b, z);
}

/** Katz, Baptista, Azen & Pike, Biometrics 34 (1978) 469–474, method C. */
export function katzInterval(a: Rate, b: Rate, z: number): Interval {
  const error = Math.sqrt(1 / a.events - 1 / a.trials + 1 / b.events - 1 / b.trials);
  const ratio = a.value / b.value;
  return { low: ratio * Math.exp(-z * error), high: ratio * Math.exp(z * error) };
}

/** Far beyond any ratio that counts below 2^53 can show. */
const farLog = 40;
const halvings = 100;

/**
 * Every ratio that the score test does not reject. Koopman, Biometrics 40 (1984) 513–517. Without an event on either
 * side the data say nothing: from 0 to infinity.
 */
export function koopmanInterval(a: Rate, b: Rate, z: number): Interval {
  if (a.events === 0 && b.events === 0) return { low: 0, high: Number.POSITIVE_INFINITY };
  const accepted = (log: number) => scoreStatistic(a, b, Math.exp(log)) <= z * z;
  const centre = Math.log(a.value / b.value);
  return {
    low: a.events === 0 ? 0 : Math.exp(lastAccepted(accepted, Math.min(centre, farLog), -farLog)),
    high:
      b.events === 0
        ? Number.POSITIVE_INFINITY
        : Math.exp(lastAccepted(accepted, Math.max(centre, -farLog), farLog)),
  };
}

/** Halves the way between a log ratio that is accepted and one that is not; the statistic grows away from the estimate. */
function lastAccepted(accepted: (log: number) => boolean, from: number, to: number): number {
  let [inside, outside] = [from, to];
  for (let i = 0; i < halvings; i++) {
    const middle = (inside + outside) / 2;
    if (accepted(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}

/** Pearson's χ² at the most likely rates that have this ratio (Koopman's equations 2 and 3). */
function scoreStatistic(a: Rate, b: Rate, ratio: number): number {
  const square = ratio * (a.trials + b.trials);
  const linear = ratio * (a.trials + b.events) + a.events + b.trials;
  const events = a.events + b.events;
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * square * events));
  const rateOfB = Math.min(1, (2 * events) / (linear + root));
  return pearsonTerm(a, Math.min(1, ratio * rateOfB)) + pearsonTerm(b, rateOfB);
}

function pearsonTerm({ events, trials }: Rate, rate: number): number {
  const miss = events - trials * rate;
  return miss === 0 ? 0 : (miss * miss) / (trials * rate * (1 - rate));
}
