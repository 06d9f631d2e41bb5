import { distance } from 'fastest-levenshtein';

/** The known name that is at most 2 edits or a third of its length away; the nearest, the first of equals. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  // Longer names are no slips of the pen, and comparing them costs time.
  if (name.length > 100) return undefined;
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, edits }) => edits <= Math.max(2, Math.floor(candidate.length / 3)))
    .filter(({ candidate, edits }) => edits < candidate.length)
    .sort((a, b) => a.edits - b.edits);
  return ranked[0]?.candidate;
}

/** `did you mean …?`, or what there is. */
export function suggest(name: string, known: readonly string[]): string | undefined {
  const near = nearest(name, known);
  if (near !== undefined) return `did you mean \`${near}\`?`;
  return known.length > 0 ? `known here: ${known.map((k) => `\`${k}\``).join(', ')}` : undefined;
}
