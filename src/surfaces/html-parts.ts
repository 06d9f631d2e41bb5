import { clip } from './inert.js';
import { type Html, html, join } from './template.js';

/** Longest text of one cell, in characters: a whole page can never be one hostile cell. */
const cellLength = 2000;

/** Data inside a sentence: isolated, so that right-to-left text does not reorder what stands beside it. */
export function data(text: string): Html {
  return text === '' ? html`` : html`<bdi>${clip(text, cellLength)}</bdi>`;
}

export function code(text: string): Html {
  return html`<code><bdi>${clip(text, cellLength)}</bdi></code>`;
}

export interface Column {
  readonly label: string;
  readonly class?: 'number' | 'message' | 'place' | 'tight';
}

export interface Row {
  readonly cells: readonly Html[];
  readonly class?: 'waived';
}

/**
 * Columns that are empty in every row are left out.
 *
 * @param caption what the table lists, for those who hear the page.
 */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Html {
  const isFilled = (_: unknown, i: number) =>
    rows.length === 0 || rows.some((row) => row.cells[i]?.text !== '');
  const shown = columns.filter(isFilled);
  const classOf = (name: string | undefined) => (name === undefined ? html`` : html` class="${name}"`);
  const header = shown.map((c) => html`<th scope="col"${classOf(c.class)}>${c.label}</th>`);
  const cell = (content: Html, i: number) => html`<td${classOf(shown[i]?.class)}>${content}</td>`;
  const body = rows.map((row) => html`<tr${classOf(row.class)}>${row.cells.filter(isFilled).map(cell)}</tr>`);
  return scroll(
    caption,
    html`<table>
<caption class="unseen">${caption}</caption>
<thead><tr>${header}</tr></thead>
<tbody>${join('html', body, '\n')}</tbody>
</table>`,
  );
}

/** What may be wider than a small screen; reachable and movable by keyboard. */
export function scroll(label: string, content: Html): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">${content}</div>`;
}

export function optional(text: string | undefined, show: (text: string) => Html): Html {
  return text === undefined ? html`` : show(text);
}
