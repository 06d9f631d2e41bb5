import stringWidth from 'string-width';
import { clip, visible } from './inert.js';
import { type Axis, positionOn } from './plot-axis.js';
import { type Html, html } from './template.js';
import { showNumber } from './values.js';

/** Measures of every plot, in its own units: labels left, drawing in the middle, figures right. */
export const frame = { width: 960, left: 236, right: 210, rowHeight: 32, top: 10, foot: 46 } as const;

const unitsPerColumn = 7.4;

export function heightOf(rows: number): number {
  return frame.top + rows * frame.rowHeight + frame.foot;
}

/** Middle of the nth row. */
export function middleOf(row: number): number {
  return frame.top + row * frame.rowHeight + frame.rowHeight / 2;
}

export function xOf(axis: Axis, value: number): number {
  return round(frame.left + positionOn(axis, value) * (frame.width - frame.left - frame.right));
}

/** Two digits are finer than any screen, and keep the page the same on every machine. */
export function round(x: number): number {
  return Math.round(x * 100) / 100;
}

export function stripes(rows: number): readonly Html[] {
  return Array.from({ length: rows }, (_, i) => i)
    .filter((i) => i % 2 === 1)
    .map(
      (i) =>
        html`<rect class="stripe" x="0" y="${frame.top + i * frame.rowHeight}" width="${frame.width}" height="${frame.rowHeight}"/>`,
    );
}

export function axisLines(axis: Axis, rows: number, label: string): Html {
  const bottom = frame.top + rows * frame.rowHeight;
  const ticks = axis.ticks.map((tick) => {
    const x = xOf(axis, tick);
    return html`<path class="grid" d="M${x} ${frame.top}V${bottom + 5}"/><text class="soft" x="${x}" y="${bottom + 20}" text-anchor="middle">${showNumber(tick)}</text>`;
  });
  const middle = round((frame.left + frame.width - frame.right) / 2);
  return html`${ticks}<text class="soft" x="${middle}" y="${bottom + 39}" text-anchor="middle">${clip(label, 90)}</text>`;
}

/** Text cut to a width, with the whole as a tooltip. */
export function fittedText(
  text: string,
  at: { readonly x: number; readonly y: number; readonly width: number; readonly class: string },
): Html {
  const columns = Math.floor(at.width / unitsPerColumn);
  const whole = visible(text);
  const short = cutTo(whole, columns);
  const tooltip = short === whole ? html`` : html`<title>${clip(text, 300)}</title>`;
  return html`<text class="${at.class}" x="${at.x}" y="${at.y}" dominant-baseline="central">${tooltip}${short}</text>`;
}

function cutTo(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let kept = '';
  for (const char of text.slice(0, 4 * columns)) {
    if (stringWidth(kept + char) > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}
