/** JSON on one short line. */
export function show(value: unknown): string {
  return value === undefined ? 'nothing' : shorten(JSON.stringify(value));
}

/** At most 80 characters, on one line: what the file's author wrote must not look like what we say. */
export function shorten(text: string): string {
  const line = oneLine(text);
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** Control characters and marks that turn the direction of text, as escapes. */
export function oneLine(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Surrogate}\u2028-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
