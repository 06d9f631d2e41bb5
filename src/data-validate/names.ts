import { closest } from 'fastest-levenshtein';

const longestShown = 80;

/** A name from data or config for a message: in backticks, short, and without control or formatting characters. */
export function quoteName(name: string): string {
  const plain = name.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}`]/gu, '·');
  const characters = [...plain];
  return `\`${characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : plain}\``;
}

/** `; the nearest is …`, or nothing where nothing is known. */
export function nearestName(name: string, known: readonly string[]): string {
  return known.length === 0 ? '' : `; the nearest is ${quoteName(closest(name.slice(0, 200), known))}`;
}
