import type { BarSection } from '../gate/section.js';
import { axisOf } from './plot-axis.js';
import {
  backdrop,
  type FrameRow,
  frameOf,
  heightOf,
  middleOf,
  round,
  rowText,
  width,
  xOf,
} from './plot-frame.js';
import { type Html, html } from './template.js';
import { showCell } from './values.js';
import { statusWords } from './words.js';

type Row = BarSection['rows'][number];

const barHeight = 16;

/** One bar per row from zero; the figures beside it say the status in words. Undefined where there is nothing to draw. */
export function drawBars({ axis: label }: BarSection, rows: readonly Row[], id: string): Html | undefined {
  const axis = axisOf({ scale: 'linear', core: [0, ...rows.map((r) => r.value)], reach: [] });
  if (axis === undefined || rows.length === 0) return undefined;
  const texts = rows.map(textOf);
  const frame = frameOf(texts);
  const zero = xOf(frame, axis, 0);
  const bars = rows.map(({ value, status }, i) => {
    const x = xOf(frame, axis, value);
    const y = middleOf(frame, i) - barHeight / 2;
    const colour = status === undefined ? '' : ` is-${status}`;
    return html`<rect class="bar${colour}" x="${Math.min(zero, x)}" y="${y}" width="${round(Math.abs(x - zero))}" height="${barHeight}" rx="2"/>\n`;
  });
  return html`<svg class="plot" viewBox="0 0 ${width} ${heightOf(frame)}" role="img" aria-labelledby="${id}">
<title id="${id}">Bars of ${label}, ${rows.length} rows. The figures follow as a table.</title>
${backdrop(frame, axis, label)}
${texts.map((text, i) => rowText(frame, text, i))}
${bars}</svg>`;
}

function textOf({ label, value, status, detail }: Row): FrameRow {
  const word = status === undefined || status === 'pass' ? '' : ` ${statusWords[status]}`;
  return { label, figures: `${showCell(value)}${word}`, ...(detail !== undefined && { detail }) };
}
