/**
 * `SELECT` over `SELECT`s, so that what one step names the next can use: an engine computes a named column once, but an expression
 * again wherever it stands.
 *
 * @param steps what each adds; the first is all there is before it.
 */
export function nestedSelect(source: string, [first = [], ...more]: readonly (readonly string[])[]): string {
  return more
    .filter((cells) => cells.length > 0)
    .reduce(
      (from, cells) => `SELECT *, ${cells.join(', ')} FROM (\n  ${from}\n)`,
      `SELECT ${first.join(', ') || '1 AS nothing'} FROM ${source}`,
    );
}
