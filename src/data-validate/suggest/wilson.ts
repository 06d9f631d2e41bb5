/**
 * Of many bounds none should fail by chance (about one in 30 000 each). A fresh sample strays from the truth as far as the first one did,
 * hence √2 · 4; where nothing was seen, 4 is enough: few unseen are likely to come often next time.
 */
const zSeen = 5.66;
const zUnseen = 4;

/**
 * The upper end of Wilson's interval for a share: Wilson (1927), Journal of the American Statistical Association 22.
 *
 * @returns from 0 to 1; 1 of nothing.
 */
export function wilsonUpper(count: number, n: number): number {
  if (n === 0) return 1;
  const z = count === 0 ? zUnseen : zSeen;
  const share = count / n;
  const center = share + z ** 2 / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  return Math.min(1, (center + spread) / (1 + z ** 2 / n));
}
