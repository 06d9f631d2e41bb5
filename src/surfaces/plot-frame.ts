import stringWidth from 'string-width';
import { clip, visible } from './inert.js';
import { type Axis, positionOn } from './plot-axis.js';
import { type Html, html } from './template.js';
import { showNumber } from './values.js';

/** Measures of one plot, in its own units: labels left, drawing in the middle, figures right. */
export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly rowHeight: number;
  readonly rows: number;
}

export interface FrameRow {
  readonly label: string;
  /** A second, softer line below the label. */
  readonly detail?: string;
  readonly figures: string;
}

export const width = 960;
const top = 10;
const foot = 46;
const unitsPerColumn = 7.4;
const gap = 18;

/** Labels and figures get the room they need, within bounds that leave the drawing most of it. */
export function frameOf(rows: readonly FrameRow[]): Frame {
  const widest = (texts: readonly string[]) =>
    Math.ceil(Math.max(0, ...texts.map((t) => stringWidth(visible(clip(t, 100))))) * unitsPerColumn);
  const labels = widest(rows.flatMap((r) => [r.label, r.detail ?? '']));
  return {
    left: Math.min(330, Math.max(110, labels + gap)),
    right: Math.min(230, Math.max(80, widest(rows.map((r) => r.figures)) + 2 * gap)),
    rowHeight: rows.some((r) => r.detail !== undefined) ? 44 : 32,
    rows: rows.length,
  };
}

export function heightOf({ rows, rowHeight }: Frame): number {
  return top + rows * rowHeight + foot;
}

/** Middle of the nth row. */
export function middleOf({ rowHeight }: Frame, row: number): number {
  return top + row * rowHeight + rowHeight / 2;
}

export function xOf({ left, right }: Frame, axis: Axis, value: number): number {
  return round(left + positionOn(axis, value) * (width - left - right));
}

/** Two digits are finer than any screen, and keep the page the same on every machine. */
export function round(x: number): number {
  return Math.round(x * 100) / 100;
}

/** A vertical line through all rows. */
export function rule(frame: Frame, x: number, name: string): Html {
  return html`<path class="${name}" d="M${x} ${top}v${frame.rows * frame.rowHeight}"/>`;
}

/** An upright area over all rows. */
export function area(frame: Frame, from: number, to: number, name: string): Html {
  const height = frame.rows * frame.rowHeight;
  return html`<rect class="${name}" x="${from}" y="${top}" width="${round(Math.max(0, to - from))}" height="${height}"/>`;
}

export function backdrop(frame: Frame, axis: Axis, label: string): Html {
  const bottom = top + frame.rows * frame.rowHeight;
  const stripes = Array.from({ length: Math.floor(frame.rows / 2) }, (_, i) => {
    const y = top + (2 * i + 1) * frame.rowHeight;
    return html`<rect class="stripe" x="0" y="${y}" width="${width}" height="${frame.rowHeight}"/>`;
  });
  const ticks = axis.ticks.map((tick) => {
    const x = xOf(frame, axis, tick);
    return html`${rule(frame, x, 'grid')}<text class="soft" x="${x}" y="${bottom + 20}" text-anchor="middle">${showNumber(tick)}</text>`;
  });
  const middle = round((frame.left + width - frame.right) / 2);
  return html`${stripes}${ticks}<text class="soft" x="${middle}" y="${bottom + 39}" text-anchor="middle">${clip(label, 90)}</text>`;
}

/** Label and detail at the left of a row, figures at its right. */
export function rowText(frame: Frame, row: FrameRow, index: number): Html {
  const y = middleOf(frame, index);
  const room = frame.left - gap;
  const second =
    row.detail === undefined ? html`` : fittedText(row.detail, { x: 2, y: y + 9, room, name: 'soft' });
  const first = fittedText(row.label, { x: 2, y: row.detail === undefined ? y : y - 9, room, name: 'label' });
  const x = width - frame.right + gap;
  return html`${first}${second}${fittedText(row.figures, { x, y, room: frame.right - gap, name: 'value' })}`;
}

interface TextPlace {
  readonly x: number;
  readonly y: number;
  /** Width it may take. */
  readonly room: number;
  readonly name: string;
}

/** Text cut to its room, with the whole as a tooltip. */
export function fittedText(text: string, { x, y, room, name }: TextPlace): Html {
  const whole = visible(text);
  const short = cutTo(whole, Math.floor(room / unitsPerColumn));
  const tooltip = short === whole ? html`` : html`<title>${clip(text, 300)}</title>`;
  return html`<text class="${name}" x="${x}" y="${y}" dominant-baseline="central">${tooltip}${short}</text>`;
}

function cutTo(text: string, columns: number): string {
  if (text.length <= 4 * columns && stringWidth(text) <= columns) return text;
  let kept = '';
  for (const char of text.slice(0, 4 * columns)) {
    if (stringWidth(kept + char) > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}
