import type {
  BarSection,
  ChainSection,
  HistogramSection,
  IntervalSection,
  NoteSection,
  Section,
  TableSection,
} from '../gate/section.js';
import { chainList } from './html-chain.js';
import { intervalLegend } from './html-legend.js';
import { badge } from './html-marks.js';
import { code, data, type Row, scroll, table } from './html-parts.js';
import { drawBars } from './plot-bars.js';
import { drawHistograms } from './plot-histograms.js';
import { drawIntervals } from './plot-intervals.js';
import { type Html, html } from './template.js';
import { showCell, showShare, sparkline } from './values.js';
import { plural, statusWords } from './words.js';

const rowsShown = 1000;
const rowsDrawn = 100;

/** @param id tells the page's sections apart. */
export function sectionHtml(section: Section, id: string): Html {
  const note = section.note === undefined ? html`` : html`<p class="note">${data(section.note)}</p>`;
  return html`<section class="card" aria-labelledby="${id}">
<h3 id="${id}">${data(section.title)}</h3>
${note}${body(section, id)}
</section>
`;
}

function body(section: Section, id: string): Html {
  switch (section.kind) {
    case 'table':
      return plainTable(section);
    case 'intervals':
      return intervals(section, id);
    case 'bars':
      return bars(section, id);
    case 'histograms':
      return histograms(section, id);
    case 'chain':
      return chain(section);
    case 'note':
      return note(section);
  }
}

function plainTable({ title, columns, rows }: TableSection): Html {
  const cells = rows.map((row): Row => ({ cells: row.map((cell) => data(showCell(cell))) }));
  return capped(
    title,
    columns.map(({ label, numeric }) => ({ label, ...(numeric === true && { class: 'number' as const }) })),
    cells,
  );
}

function capped(caption: string, columns: Parameters<typeof table>[1], rows: readonly Row[]): Html {
  const more = rows.length - rowsShown;
  const rest =
    more > 0 ? html`<p class="note">and ${plural(more, 'more row')}: see the evidence</p>` : html``;
  return html`${table(caption, columns, rows.slice(0, rowsShown))}${rest}`;
}

function intervals(section: IntervalSection, id: string): Html {
  const drawing = drawIntervals(section, section.rows.slice(0, rowsDrawn), `${id}-plot`);
  const columns = [
    { label: 'Group' },
    { label: section.axis, class: 'number' },
    { label: 'Low', class: 'number' },
    { label: 'High', class: 'number' },
    { label: 'Status', class: 'tight' },
    { label: 'Detail' },
  ] as const;
  const rows = section.rows.map((r) => ({
    cells: [
      data(r.label),
      html`${showCell(r.value)}`,
      html`${showCell(r.low)}`,
      html`${showCell(r.high)}`,
      badge(r.status, statusWords[r.status]),
      data(r.detail ?? ''),
    ],
  }));
  return figure(
    section.title,
    drawing,
    intervalLegend(section),
    capped(`${section.title}: figures`, columns, rows),
  );
}

function bars(section: BarSection, id: string): Html {
  const drawing = drawBars(section, section.rows.slice(0, rowsDrawn), `${id}-plot`);
  const columns = [
    { label: 'Item' },
    { label: section.axis, class: 'number' },
    { label: 'Status', class: 'tight' },
    { label: 'Detail' },
  ] as const;
  const rows = section.rows.map((r) => ({
    cells: [
      data(r.label),
      html`${showCell(r.value)}`,
      r.status === undefined ? html`` : badge(r.status, statusWords[r.status]),
      data(r.detail ?? ''),
    ],
  }));
  return figure(section.title, drawing, html``, capped(`${section.title}: figures`, columns, rows));
}

function histograms(section: HistogramSection, id: string): Html {
  const drawing = drawHistograms(section.rows.slice(0, rowsDrawn), `${id}-plot`);
  const columns = [
    { label: 'Column' },
    { label: 'Distribution' },
    { label: 'Least', class: 'number' },
    { label: 'Greatest', class: 'number' },
    { label: 'No value', class: 'number' },
    { label: 'Detail' },
  ] as const;
  const rows = section.rows.map((r) => ({
    cells: [
      data(r.label),
      html`${sparkline(r.counts)}`,
      data(showCell(r.least)),
      data(showCell(r.greatest)),
      html`${showShare(r.empty)}`,
      data(r.detail ?? ''),
    ],
  }));
  return figure(section.title, drawing, html``, capped(`${section.title}: figures`, columns, rows));
}

/** The table is the drawing's text alternative, and stands alone where nothing could be drawn. */
function figure(label: string, drawing: Html | undefined, legend: Html, figures: Html): Html {
  if (drawing === undefined) return figures;
  return html`<figure>${scroll(label, drawing)}${legend}</figure>
<details><summary>Figures as a table</summary>${figures}</details>`;
}

function chain({ links }: ChainSection): Html {
  return chainList(links);
}

function note({ text }: NoteSection): Html {
  const lines = text.split('\n').filter((l) => l.trim() !== '');
  const show = (l: string) =>
    l.startsWith('$ ') ? html`<p class="command">${code(l.slice(2))}</p>` : html`<p>${data(l)}</p>`;
  return html`${lines.slice(0, rowsShown).map(show)}`;
}
