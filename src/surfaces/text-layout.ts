import stringWidth from 'string-width';
import { inertTerminal } from './inert.js';
import { join, type Line, line, Markup } from './template.js';

/** Widest cell of a table, in terminal columns. */
const cellWidth = 60;

/** Inert text of at most `width` columns (wide characters take two), cut with `…`. */
export function fitWidth(text: string, width = cellWidth): Line {
  const shown = inertTerminal(text);
  if (stringWidth(shown) <= width) return line`${text}`;
  let kept = '';
  let used = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(shown)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return new Markup('terminal', `${kept}…`);
}

function pad(cell: Line, width: number, isNumeric: boolean): Line {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(cell.text)));
  return isNumeric ? line`${blanks}${cell}` : line`${cell}${blanks}`;
}

/** Columns aligned by their width on a terminal, two blanks apart; no line ends in blanks. */
export function alignRows(
  rows: readonly (readonly Line[])[],
  numeric: readonly boolean[] = [],
): readonly Line[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, stringWidth(cell.text));
    });
  }
  return rows.map((row) => {
    const lastFilled = row.findLastIndex((cell) => cell.text !== '');
    const cells = row
      .slice(0, lastFilled + 1)
      .map((cell, i) =>
        i === lastFilled && numeric[i] !== true ? cell : pad(cell, widths[i] ?? 0, numeric[i] === true),
      );
    return join('terminal', cells, '  ');
  });
}

export function indent(lines: readonly Line[], by: number): readonly Line[] {
  return lines.map((l) => (l.text === '' ? l : line`${' '.repeat(by)}${l}`));
}
