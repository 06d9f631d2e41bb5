interface Cell {
  /** The value of each of the two variables. */
  readonly texts: readonly (string | null)[];
  readonly count: number;
}

/**
 * Cramér's φ (V) of a contingency table, √(χ² / (n · (min(rows, columns) − 1))), without a correction for continuity: Cramér,
 * Mathematical Methods of Statistics (1946), 21.9.
 *
 * @param cells those that were seen; all others are 0.
 * @returns null where a variable has one value only.
 */
export function cramersPhi(cells: readonly Cell[]): number | null {
  const [rows, columns] = [0, 1].map((side) => margins(cells, side)) as [
    Map<string, number>,
    Map<string, number>,
  ];
  const least = Math.min(rows.size, columns.size);
  if (least < 2) return null;
  // χ² = n (Σ o² / (row · column) − 1): cells that were not seen add nothing to the sum.
  const mass = cells.reduce((sum, { texts: [a, b], count }) => {
    const margin = (rows.get(String(a)) ?? 1) * (columns.get(String(b)) ?? 1);
    return sum + count ** 2 / margin;
  }, 0);
  return Math.sqrt(Math.max(0, mass - 1) / (least - 1));
}

function margins(cells: readonly Cell[], side: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { texts, count } of cells) {
    const key = String(texts[side]);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return sums;
}
