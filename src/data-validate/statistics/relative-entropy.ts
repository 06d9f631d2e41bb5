export interface Divergence {
  /** Counts or weights of what was observed. */
  readonly observed: readonly number[];
  /** Weights of the same, in the same order. */
  readonly expected: readonly number[];
}

/**
 * Kullback and Leibler's divergence of the observed from the expected distribution, in nats, both brought to a sum of 1, as
 * `scipy.stats.entropy(pk, qk)`.
 *
 * @returns null where it is infinite (something was observed that has no weight) or there is nothing to compare.
 */
export function relativeEntropy({ observed, expected }: Divergence): number | null {
  const [p, q] = [shares(observed), shares(expected)];
  if (!p || !q) return null;
  let sum = 0;
  for (const [i, share] of p.entries()) {
    if (share === 0) continue;
    const weight = q[i] ?? 0;
    if (weight === 0) return null;
    sum += share * Math.log(share / weight);
  }
  return Math.max(0, sum);
}

function shares(weights: readonly number[]): readonly number[] | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total > 0 ? weights.map((weight) => weight / total) : undefined;
}
