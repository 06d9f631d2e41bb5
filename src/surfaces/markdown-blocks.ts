import { clip, inertMarkdownCode } from './inert.js';
import { join, type Markdown, Markup, markdown } from './template.js';

/** Longest text of one cell in a summary, in characters; the report has the whole. */
const cellLength = 300;

export function code(text: string, length = cellLength): Markdown {
  return new Markup('markdown', inertMarkdownCode(clip(text, length)));
}

export function prose(text: string, length = cellLength): Markdown {
  return markdown`${clip(text, length)}`;
}

export function paragraphs(parts: readonly Markdown[]): Markdown {
  return join(
    'markdown',
    parts.filter((p) => p.text.trim() !== ''),
    '\n\n',
  );
}

export function bullets(items: readonly Markdown[]): Markdown {
  return join(
    'markdown',
    items.map((item) => markdown`- ${item}`),
    '\n',
  );
}

export interface TableColumn {
  readonly label: string;
  readonly numeric?: boolean;
}

/** Columns that are empty in every row are left out. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly Markdown[])[]): Markdown {
  const isFilled = (_: unknown, i: number) => rows.length === 0 || rows.some((row) => row[i]?.text !== '');
  const row = (cells: readonly Markdown[]) =>
    markdown`| ${join('markdown', cells.filter(isFilled), ' | ')} |`;
  const rule = columns.map(({ numeric }) => (numeric === true ? markdown`---:` : markdown`---`));
  return join('markdown', [columns.map(({ label }) => prose(label)), rule, ...rows].map(row), '\n');
}
