import type { CsvMarks } from './csv-scanner.js';

const candidates = [',', ';', '\t', '|'];

/**
 * The separator that comes most often in the first line outside quotes, a comma when none does. The first line alone decides, so
 * that the order of the rows does not.
 */
export function sniffDelimiter(start: string, quote: string): string {
  const counts = new Map(candidates.map((candidate) => [candidate, 0]));
  let inQuotes = false;
  for (const character of start) {
    if (character === quote) inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (character === '\n') break;
    else if (counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best?.[0] ?? ',';
}

/** The fields of one record that is known to be well-formed. */
export function parseRecord(record: string, { delimiter, quote }: CsvMarks): readonly string[] {
  const fields: string[] = [];
  let at = 0;
  while (at <= record.length) {
    const { field, end } =
      record[at] === quote ? quotedField(record, at, quote) : bareField(record, at, delimiter);
    fields.push(field);
    at = end + 1;
  }
  return fields;
}

function bareField(record: string, start: number, delimiter: string) {
  const found = record.indexOf(delimiter, start);
  const end = found === -1 ? record.length : found;
  return { field: record.slice(start, end), end };
}

function quotedField(record: string, start: number, quote: string) {
  let end = start + 1;
  while (end < record.length && (record[end] !== quote || record[end + 1] === quote))
    end += record[end] === quote ? 2 : 1;
  return { field: record.slice(start + 1, end).replaceAll(quote + quote, quote), end: end + 1 };
}
