/** A text, tile or proof is not what the format or the signed root says it is. The message is one clause for a person. */
export class TlogError extends Error {
  override readonly name = 'TlogError';
}
