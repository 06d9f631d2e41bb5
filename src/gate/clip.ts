/**
 * Text of at most `most` characters (UTF-16 units), with `…` where something was cut. Half a surrogate pair has no UTF-8 form: none is
 * made by the cut, and one that was there already becomes U+FFFD.
 */
export function clip(text: string, most: number): string {
  const short = text.length <= most ? text : `${text.slice(0, most - 1).replace(/\p{Surrogate}$/u, '')}…`;
  return short.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
