const seriesLimit = 1;
/** Truncation error of the fraction is about exp(−2√2·x·√terms): below 1e-17 where it is used. */
const fractionTerms = 200;

/**
 * Complementary error function. Relative error below 1e-13 down to the smallest normal number.
 *
 * Abramowitz & Stegun, Handbook of Mathematical Functions, 7.1.6 (series) and 7.1.14 (continued fraction).
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < seriesLimit ? 1 - erfBySeries(x) : erfcByFraction(x);
}

function erfBySeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > (Number.EPSILON * Math.abs(sum)) / 8; n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function erfcByFraction(x: number): number {
  let tail = x;
  for (let k = fractionTerms; k > 0; k--) tail = x + k / 2 / tail;
  return expOfMinusSquare(x) / (Math.sqrt(Math.PI) * tail);
}

/** exp(−x²) without the rounding error of x², which exp would magnify: the head's square is exact. */
function expOfMinusSquare(x: number): number {
  const head = Math.fround(x);
  return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head));
}

/** Standard normal distribution function; accurate in the far lower tail too (for the upper one ask for `-x`). */
export function normalCdf(x: number): number {
  return erfc(-x / Math.SQRT2) / 2;
}

/**
 * Standard normal quantile for `p` in (0, 1): a rational start (Abramowitz & Stegun 26.2.23, error below 4.5e-4)
 * mended by Halley's method on `normalCdf`.
 *
 * @throws RangeError outside (0, 1).
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`probability outside (0, 1): ${p}`);
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let x =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 4; step++) {
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
    const error = (normalCdf(x) - p) / density;
    x -= error / (1 + (x * error) / 2);
  }
  return x;
}

/** How many standard errors a two-sided interval reaches when `alpha` is shared out among `comparisons` (Bonferroni). */
export function criticalValue(alpha: number, comparisons = 1): number {
  return -normalQuantile(alpha / 2 / Math.max(1, comparisons));
}
