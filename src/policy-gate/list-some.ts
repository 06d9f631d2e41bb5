import { clip } from '../gate/clip.js';

const mostItems = 10;
const mostCharacters = 300;

/** A list for a message: what is hostile or many stays within what evidence may hold (4096 characters). */
export function listSome(items: readonly string[]): string {
  const shown = items.slice(0, mostItems).map(shorten);
  const rest = items.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

export function shorten(text: string): string {
  return clip(text, mostCharacters);
}
