/** Hashes of a full tile, entries of a full bundle. */
export const tileWidth = 256;

/**
 * `tile/<L>/<N>[.p/<W>]` of C2SP tlog-tiles: N in groups of three digits, all but the last begun with `x`.
 *
 * @param width below 256 for a partial tile.
 */
export function tilePath(level: number | 'entries', index: bigint, width: number = tileWidth): string {
  const digits = index.toString();
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${name}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** How many hashes a log of `size` has at a level: one for each full tile of the level below. */
export function hashesAt(level: number, size: bigint): bigint {
  return size >> BigInt(8 * level);
}

/** How many of the hashes of tile `index` a log of `size` has: 0 to 256. */
export function widthOf(level: number, index: bigint, size: bigint): number {
  const rest = hashesAt(level, size) - index * BigInt(tileWidth);
  if (rest <= 0n) return 0;
  return rest >= BigInt(tileWidth) ? tileWidth : Number(rest);
}
