interface LikePattern {
  readonly pattern: string;
  readonly escape: string;
}

const mark = '!';

/** The same pattern with an escape of our own: Spark's LIKE always has one, and refuses it before any but `%`, `_` and itself. */
export function plainLike(pattern: string, escapedBy: string | undefined): LikePattern {
  let plain = '';
  let literal = false;
  for (const character of pattern) {
    const special = literal || character === mark;
    if (!literal && character === escapedBy) {
      literal = true;
      continue;
    }
    plain += special && /[%_!]/.test(character) ? `${mark}${character}` : character;
    literal = false;
  }
  return { pattern: plain, escape: mark };
}
