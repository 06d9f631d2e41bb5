/** A text is no bomb below this size, whatever its file's. */
const harmlessBytes = 64 * 1024 * 1024;
/** Beyond it bytes may grow so much: text of measurements and categories shrinks to a tenth or a thirtieth. */
export const mostExpansion = 200;

/** @param unpacked and stored, bytes. */
export function isBomb(unpacked: number, stored: number): boolean {
  return unpacked > harmlessBytes && unpacked > mostExpansion * stored;
}
