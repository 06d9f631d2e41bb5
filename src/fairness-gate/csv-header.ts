/**
 * The cells of the first record of a CSV text: RFC 4180, with any one-character delimiter and a byte order mark skipped. Null
 * where the text ends inside the record.
 */
export function readCsvHeader(text: string, delimiter: string): readonly string[] | null {
  const names: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, delimiter);
    if (cell === null) return null;
    names.push(cell.value);
    if (text[cell.end] !== delimiter) return names;
    at = cell.end + 1;
  }
}

interface CsvCell {
  readonly value: string;
  /** Where the delimiter or line end after it stands. */
  readonly end: number;
}

function plainCell(text: string, start: number, delimiter: string): CsvCell | null {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
  return end === text.length ? null : { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): CsvCell | null {
  let value = '';
  for (let at = start + 1; ; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1 || quote + 1 >= text.length) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}
