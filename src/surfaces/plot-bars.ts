import type { BarSection } from '../gate/section.js';
import { axisOf } from './plot-axis.js';
import { axisLines, fittedText, frame, heightOf, middleOf, round, stripes, xOf } from './plot-frame.js';
import { point } from './plot-intervals.js';
import { type Html, html } from './template.js';
import { showCell } from './values.js';

type Row = BarSection['rows'][number];

const barHeight = 16;

/** One bar per row from zero; a status adds its mark at the end of the bar. Undefined where there is nothing to draw. */
export function drawBars({ axis: label }: BarSection, rows: readonly Row[], id: string): Html | undefined {
  const axis = axisOf({ scale: 'linear', core: [0, ...rows.map((r) => r.value)], reach: [] });
  if (axis === undefined || rows.length === 0) return undefined;
  const zero = xOf(axis, 0);
  const drawRow = ({ label: name, value, status }: Row, i: number) => {
    const y = middleOf(i);
    const x = xOf(axis, value);
    const group = status === undefined ? html`` : html` class="is-${status}"`;
    return html`<g${group}>${fittedText(name, { x: 2, y, width: frame.left - 22, class: '' })}<rect class="bar" x="${Math.min(zero, x)}" y="${y - barHeight / 2}" width="${round(Math.abs(x - zero))}" height="${barHeight}" rx="2"/>${
      status === undefined || status === 'pass' ? html`` : point(status, x, y)
    }${fittedText(showCell(value), { x: frame.width - frame.right + 14, y, width: frame.right - 14, class: 'value' })}</g>
`;
  };
  return html`<svg class="plot" viewBox="0 0 ${frame.width} ${heightOf(rows.length)}" role="img" aria-labelledby="${id}">
<title id="${id}">Bars of ${label}, ${rows.length} rows. The figures follow as a table.</title>
${stripes(rows.length)}${axisLines(axis, rows.length, label)}
${rows.map(drawRow)}
</svg>`;
}
