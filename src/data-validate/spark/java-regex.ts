/** What the two read differently, of what `assertCommonRegex` lets through: outside a class, and inside one. */
const outside: Readonly<Record<string, string>> = {
  // Java's `$` also stands before a last line end, its \b knows all letters, and its \s has a vertical tab.
  $: '\\z',
  '\\b': '(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))',
  '\\B': '(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))',
  '\\s': '[\\t\\n\\f\\r ]',
  '\\S': '[^\\t\\n\\f\\r ]',
};
const inside: Readonly<Record<string, string>> = {
  '\\s': '\\t\\n\\f\\r ',
  '\\S': '[^\\t\\n\\f\\r ]',
};

/**
 * A pattern that means to Java (java.util.regex) what the given one means to RE2.
 *
 * @param pattern one that `assertCommonRegex` takes.
 */
export function javaRegex(pattern: string): string {
  // Several lines are the one thing for which `$` must stay what it is: the two then agree.
  const multiline = /\(\?[is]*m/.test(pattern);
  let translated = '';
  let inClass = false;
  for (const [token] of pattern.matchAll(/\\[\s\S]|\(\?[ims]*(?:-[ims]+)?[:)]|[\s\S]/gu)) {
    if (inClass) translated += inside[token] ?? token;
    else if (token === '$' && multiline) translated += token;
    else if (token.startsWith('(?')) translated += withUnicodeCase(token);
    else translated += outside[token] ?? token;
    if (token === '[' || token === ']') inClass = token === '[';
  }
  // A line ends at \n alone.
  return `(?d)${translated}`;
}

/** RE2 ignores the case of all letters; Java of ASCII's, unless told. */
function withUnicodeCase(flags: string): string {
  return flags.replace(/^(\(\?[ms]*)i/, '$1iu');
}
