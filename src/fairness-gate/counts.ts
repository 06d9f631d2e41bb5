/** What one row says, as far as metrics ask. */
export interface Cell {
  readonly label: boolean;
  readonly predicted: boolean;
  readonly favourable: boolean;
}

/** Rows that say the same. Without weights all three are the number of rows. */
export interface Tally {
  readonly rows: number;
  /** Sum of the weights. */
  readonly weight: number;
  /** Sum of the squared weights. */
  readonly squares: number;
}

/** One tally per cell, in the order of `cells`. */
export type Counts = readonly Tally[];

export const cells: readonly Cell[] = [false, true].flatMap((label) =>
  [false, true].flatMap((predicted) => [false, true].map((favourable) => ({ label, predicted, favourable }))),
);

const none: Tally = { rows: 0, weight: 0, squares: 0 };

export const noCounts: Counts = cells.map(() => none);

export function countsOf(cell: Cell, tally: Tally): Counts {
  return cells.map((c) =>
    c.label === cell.label && c.predicted === cell.predicted && c.favourable === cell.favourable
      ? tally
      : none,
  );
}

/** The order of merging does not matter (with weights: up to the last bits). */
export function mergeCounts(a: Counts, b: Counts): Counts {
  return a.map((tally, i) => addTallies(tally, b[i] ?? none));
}

export function sumOf(counts: Counts, where: (cell: Cell) => boolean): Tally {
  return cells.reduce((sum, cell, i) => (where(cell) ? addTallies(sum, counts[i] ?? none) : sum), none);
}

export function totalOf(counts: Counts): Tally {
  return sumOf(counts, () => true);
}

function addTallies(a: Tally, b: Tally): Tally {
  return { rows: a.rows + b.rows, weight: a.weight + b.weight, squares: a.squares + b.squares };
}
