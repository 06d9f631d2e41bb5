import { configError } from '../../gate/failure.js';

/*
 * The matchers of the libraries compile to regular expressions, which take for ever on `*a*a*a*a…` against a key of 1,024
 * characters; here every character of a key is looked at once for each of the pattern.
 */

/** `any` follows every character, `segment` those of one name; `folders` is `**` with its slash. */
type Token =
  | { readonly kind: 'one'; readonly isWild: boolean; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'segment' | 'folders' | 'any' };

const mostAlternatives = 1000;

/**
 * `*`, `**`, `?`, `[…]` and `{a,b}`, as for files: no wildcard matches a slash but `**`, nor a dot that begins a name.
 *
 * @throws Failure('config') when its braces stand for too much.
 */
export function keyMatcher(pattern: string): (key: string) => boolean {
  const all = alternatives(pattern).map(tokensOf);
  return (key) => all.some((tokens) => matches(tokens, key));
}

/** Its braces multiplied out. */
function alternatives(pattern: string): readonly string[] {
  const open = pattern.indexOf('{');
  const close = open === -1 ? -1 : closing(pattern, open);
  if (close === -1) return [pattern];
  const parts = partsBetween(pattern, open, close);
  const rest = alternatives(pattern.slice(close + 1));
  const begins = parts.flatMap(alternatives).map((part) => pattern.slice(0, open) + part);
  if (begins.length * rest.length > mostAlternatives)
    throw configError(
      `the braces of ${JSON.stringify(pattern)} stand for more than ${mostAlternatives} patterns`,
      {
        fix: 'write several patterns, or a wildcard',
      },
    );
  return begins.flatMap((begin) => rest.map((end) => begin + end));
}

function closing(pattern: string, open: number): number {
  let depth = 0;
  for (let i = open; i < pattern.length; i++) {
    if (pattern[i] === '{') depth++;
    else if (pattern[i] === '}' && --depth === 0) return i;
  }
  return -1;
}

function partsBetween(pattern: string, open: number, close: number): readonly string[] {
  const parts: string[] = [];
  let [depth, begin] = [0, open + 1];
  for (let i = open + 1; i < close; i++) {
    if (pattern[i] === '{') depth++;
    else if (pattern[i] === '}') depth--;
    else if (pattern[i] === ',' && depth === 0) {
      parts.push(pattern.slice(begin, i));
      begin = i + 1;
    }
  }
  return [...parts, pattern.slice(begin, close)];
}

function tokensOf(pattern: string): readonly Token[] {
  const found = pattern.matchAll(/((?<=^|\/)\*\*(?:\/|$))|\*+|\[[!^]?[^\]]+\]|./gsu);
  return [...found].map(([text, alone]): Token => {
    if (alone) return { kind: alone.endsWith('/') ? 'folders' : 'any' };
    if (text.startsWith('*')) return { kind: 'segment' };
    if (text === '?') return { kind: 'one', isWild: true, accepts: (character) => character !== '/' };
    if (text.startsWith('[') && text.length > 1) return { kind: 'one', isWild: true, accepts: classOf(text) };
    return { kind: 'one', isWild: false, accepts: (character) => character === text };
  });
}

function classOf(text: string): (character: string) => boolean {
  const [, negated, body = ''] = /^\[([!^])?(.*)\]$/su.exec(text) ?? [];
  const ranges = [...body.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, only = '']) => [
    from ?? only,
    to ?? only,
  ]);
  return (character) =>
    character !== '/' &&
    ranges.some(([from = '', to = '']) => from <= character && character <= to) === (negated === undefined);
}

/** Keeps the set of places in the pattern at which a match may stand. */
function matches(tokens: readonly Token[], key: string): boolean {
  let places = skipping(tokens, new Set([0]), true);
  let begins = true;
  for (const character of key) {
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (token === undefined) continue;
      const isHidden = begins && character === '.';
      if (token.kind === 'one') {
        if (!(isHidden && token.isWild) && token.accepts(character)) next.add(place + 1);
      } else if (!isHidden && (token.kind !== 'segment' || character !== '/')) next.add(place);
    }
    begins = character === '/';
    places = skipping(tokens, next, begins);
    if (places.size === 0) return false;
  }
  return places.has(tokens.length);
}

/** Every wildcard may stand for nothing; folders end where a name begins. */
function skipping(tokens: readonly Token[], places: Set<number>, begins: boolean): Set<number> {
  for (const place of places) {
    const kind = tokens[place]?.kind;
    if (kind === 'segment' || kind === 'any' || (kind === 'folders' && begins)) places.add(place + 1);
  }
  return places;
}
