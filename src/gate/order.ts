/**
 * Orders strings by Unicode code point, as OMS and `dirHash` ask. JavaScript's own order is by UTF-16 unit,
 * which puts U+1F600 (a surrogate pair) before U+FB01.
 */
export function compareCodePoints(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return aboveSurrogates(x) - aboveSurrogates(y);
  }
  return a.length - b.length;
}

/** Moves surrogates (0xD800–0xDFFF) above the rest of the basic plane, where their code points belong. */
function aboveSurrogates(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** A comparator over several keys, first difference wins. */
export function by<T>(...keys: readonly ((item: T) => string | number)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const x = key(a);
      const y = key(b);
      const order = typeof x === 'number' ? x - (y as number) : compareCodePoints(x, y as string);
      if (order !== 0) return order;
    }
    return 0;
  };
}
