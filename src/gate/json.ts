import canonicalize from 'canonicalize';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** RFC 8785 (JSON Canonicalization Scheme): one spelling per value. Throws on NaN, infinities and lone surrogates. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}

/**
 * Rounds a float to 9 significant digits, so that the last bits, which depend on the order of summation,
 * never decide a verdict or change evidence. Integers are exact and stay as they are.
 */
export function round9(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(9));
}
