import type { HistogramSection } from '../gate/section.js';
import { fittedText, round, width } from './plot-frame.js';
import { type Html, html } from './template.js';
import { showCell, showShare } from './values.js';

type Row = HistogramSection['rows'][number];

/** Measures of a row, in the units of the plot: label, bins over their ends, the share without a value. */
const [rowHeight, binsHeight, top] = [66, 34, 6];
const [binsLeft, binsWidth] = [250, 470];
const [emptyLeft, emptyWidth] = [760, 110];

/** A small histogram a column, and beside it the share of rows that have no value. Undefined where there is no column. */
export function drawHistograms(rows: readonly Row[], id: string): Html | undefined {
  if (rows.length === 0) return undefined;
  return html`<svg class="plot" viewBox="0 0 ${width} ${rows.length * rowHeight + top}" role="img" aria-labelledby="${id}">
<title id="${id}">Histograms of ${rows.length} columns, and their rows without a value. The figures follow as a table.</title>
${rows.map(drawRow)}</svg>`;
}

function drawRow(row: Row, i: number): Html {
  const y = top + i * rowHeight;
  const stripe =
    i % 2 === 1
      ? html`<rect class="stripe" x="0" y="${y - 3}" width="${width}" height="${rowHeight}"/>`
      : html``;
  const label = { x: 2, y: y + 16, room: binsLeft - 20, name: 'label' };
  const detail = { x: 2, y: y + 35, room: binsLeft - 20, name: 'soft' };
  return html`${stripe}${fittedText(row.label, label)}${fittedText(row.detail ?? '', detail)}
${row.counts.length === 0 ? html`` : bins(row, y)}${emptyBar(row.empty, y)}
`;
}

/** A bin with anything in it is seen, however little beside the fullest. */
function bins({ counts, least, greatest }: Row, y: number): Html {
  const fullest = Math.max(...counts);
  const step = binsWidth / counts.length;
  const foot = y + binsHeight + 4;
  const columns = counts.map((count, i) => {
    if (count === 0) return html``;
    const height = round(Math.max(1.5, (count / fullest) * binsHeight));
    return html`<rect class="bar" x="${round(binsLeft + i * step)}" y="${round(foot - height)}" width="${round(Math.max(1, step - 1))}" height="${height}"/>`;
  });
  const ends = [
    html`<text class="soft" x="${binsLeft}" y="${foot + 15}">${showCell(least)}</text>`,
    html`<text class="soft" x="${binsLeft + binsWidth}" y="${foot + 15}" text-anchor="end">${showCell(greatest)}</text>`,
  ];
  return html`<path class="grid" d="M${binsLeft} ${foot}h${binsWidth}"/>${columns}${ends}`;
}

function emptyBar(share: number, y: number): Html {
  const middle = y + 14;
  const filled = share === 0 ? 0 : round(Math.max(1.5, share * emptyWidth));
  return html`<rect class="track" x="${emptyLeft}" y="${middle - 6}" width="${emptyWidth}" height="12" rx="2"/><rect class="bar empty" x="${emptyLeft}" y="${middle - 6}" width="${filled}" height="12" rx="2"/><text class="value" x="${emptyLeft + emptyWidth + 10}" y="${middle}" dominant-baseline="central">${showShare(share)}</text><text class="soft" x="${emptyLeft}" y="${middle + 24}">no value</text>`;
}
