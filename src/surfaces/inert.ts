/**
 * The only place where text is made inert. Everything that a data set, lock file, model or pull request can choose
 * (cell values, file names, package names, messages) is hostile until it has gone through here, once per target.
 */

/**
 * Controls, format characters (bidi overrides and isolates, zero width, tags), lone surrogates, line separators,
 * non-characters and the variation selectors that carry smuggled bytes.
 */
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]|[\u{E0100}-\u{E01EF}]/gu;
const joiners = '\u200c\u200d';
const zeroWidthSpace = '&#8203;';

/** Shows characters that would hide, reorder or break text: `␛`, `␊`, `<U+202E>`. */
export function visible(text: string): string {
  return text.replace(hidden, (char, offset: number, whole: string) => {
    if (joiners.includes(char) && joinsLetters(whole, offset)) return char;
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : codePoint(code);
  });
}

/** Joiners are part of emoji and of Persian and Indic words, but between Latin letters they only make look-alikes. */
function joinsLetters(whole: string, offset: number): boolean {
  const isLetter = (unit: number) => unit > 0x7f && (unit < 0x200b || unit > 0x200f);
  return isLetter(whole.charCodeAt(offset - 1)) && isLetter(whole.charCodeAt(offset + 1));
}

function codePoint(code: number): string {
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** The first `length` code points, saying how many were cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const points = [...text];
  const cut = points.length - length;
  return cut <= 0 ? text : `${points.slice(0, length).join('')}… (+${cut} characters)`;
}

/** For element content and quoted attributes alike; also sound as XML. */
export function inertHtml(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/**
 * For inline Markdown on GitHub, also in a table cell or at the start of a line. Entities carry what would act
 * (CommonMark §2.5: an entity never stands for a structural character). A zero-width space breaks what GitHub
 * recognises after parsing, in the text itself: mentions, references, e-mail and web addresses, emoji codes.
 */
export function inertMarkdown(text: string): string {
  return visible(text)
    .replace(/[&<>|`\\$]/g, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/[*_~[\]]/g, '\\$&')
    .replace(/^(?:[-+](?!\d)|[=\s]|\d(?=\d*[.)](?:\s|$)))/, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/(?<!&)#(?=\d)/g, `&#35;${zeroWidthSpace}`)
    .replace(/(?<!&)#/g, '&#35;')
    .replace(/@(?=\w)/g, `@${zeroWidthSpace}`)
    .replace(/:(?=\/\/)/g, `:${zeroWidthSpace}`)
    .replace(/:(?=[\w+-]+:)/g, `:${zeroWidthSpace}`)
    .replace(/\bwww(?=\.)/gi, `$&${zeroWidthSpace}`)
    .replace(/\bGH(?=-\d)/gi, `$&${zeroWidthSpace}`);
}

/** A code span: names, places, samples. GitHub looks for nothing to link inside. */
export function inertMarkdownCode(text: string): string {
  const shown = visible(text);
  // Backticks and pipes have no reliable escape in a span inside a table; entities in an element have.
  const plain = shown !== '' && !/[`|\\]|^\s|\s$/.test(shown);
  return plain ? `\`${shown}\`` : `<code>${inertMarkdown(text)}</code>`;
}

/**
 * For one line of a terminal or CI log. The runner takes `::command::` at the start of a line, after blanks, and
 * `##[command]` and `##vso[` anywhere as commands: their first character is spelt out.
 */
export function inertTerminal(text: string): string {
  return visible(text)
    .replace(/^(\s*):/, `$1${codePoint(0x3a)}`)
    .replace(/##(?=\[|vso\[)/g, `#${codePoint(0x23)}`);
}

/** For `message.text` of SARIF 2.1.0: braces hold placeholders (§3.11.5), brackets links (§3.11.6). */
export function inertSarif(text: string): string {
  return visible(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/[[\]\\]/g, '\\$&');
}

/** A relative reference (RFC 3986 §4.2): no scheme, authority, query or fragment can come from the path. */
export function inertUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
