import type { IntervalSection } from '../gate/section.js';
import { type Axis, axisOf, isBeyond } from './plot-axis.js';
import {
  area,
  backdrop,
  type Frame,
  type FrameRow,
  frameOf,
  heightOf,
  middleOf,
  round,
  rowText,
  rule,
  width,
  xOf,
} from './plot-frame.js';
import { point } from './plot-points.js';
import { type Html, html } from './template.js';
import { showCell } from './values.js';
import { statusWords } from './words.js';

type Row = IntervalSection['rows'][number];

/**
 * A forest plot: accepted range as a band, reference as a line, one point with whisker per row; status by shape and
 * colour. Undefined where no row has a value.
 */
export function drawIntervals(section: IntervalSection, rows: readonly Row[], id: string): Html | undefined {
  const { accepted, reference, scale } = section;
  const axis = axisOf({
    scale,
    core: [reference, accepted?.min, accepted?.max, ...rows.map((r) => r.value)].filter(isNumber),
    reach: rows.flatMap((r) => [r.low, r.high]).filter(isNumber),
  });
  if (axis === undefined) return undefined;
  const texts = rows.map(textOf);
  const frame = frameOf(texts);
  const drawn = rows.map(
    (row, i) => html`<g class="is-${row.status}">${drawRow(row, middleOf(frame, i), frame, axis)}</g>\n`,
  );
  return html`<svg class="plot" viewBox="0 0 ${width} ${heightOf(frame)}" role="img" aria-labelledby="${id}">
<title id="${id}">${describe(section, rows)}</title>
${backdrop(frame, axis, section.axis)}${band(section, frame, axis)}
${texts.map((text, i) => rowText(frame, text, i))}
${drawn}</svg>`;
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function textOf({ label, value, low, high, detail }: Row): FrameRow {
  const interval = isNumber(low) || isNumber(high) ? ` [${showCell(low)}, ${showCell(high)}]` : '';
  return {
    label,
    figures: value === null ? 'undefined' : `${showCell(value)}${interval}`,
    ...(detail !== undefined && { detail }),
  };
}

function describe({ axis }: IntervalSection, rows: readonly Row[]): string {
  const short = rows.filter(({ status }) => status !== 'pass' && status !== 'skip');
  const named = short.slice(0, 5).map((r) => `${r.label} ${showCell(r.value)} ${statusWords[r.status]}`);
  const rest = short.length > named.length ? [`and ${short.length - named.length} more`] : [];
  const what = named.length > 0 ? [...named, ...rest].join('; ') : 'All accepted';
  return `Plot of ${axis}, ${rows.length} rows. ${what}. The figures follow as a table.`;
}

function band({ accepted, reference }: IntervalSection, frame: Frame, axis: Axis): Html {
  const line = reference === undefined ? html`` : rule(frame, xOf(frame, axis, reference), 'reference');
  if (accepted === undefined) return line;
  const edge = (value: number | undefined) =>
    value === undefined ? html`` : rule(frame, xOf(frame, axis, value), 'edge');
  const from = accepted.min === undefined ? frame.left : xOf(frame, axis, accepted.min);
  const to = accepted.max === undefined ? width - frame.right : xOf(frame, axis, accepted.max);
  return html`${area(frame, from, to, 'band')}${edge(accepted.min)}${edge(accepted.max)}${line}`;
}

function drawRow({ value, low, high, status }: Row, y: number, frame: Frame, axis: Axis): Html {
  const dot = isNumber(value) ? point(status, xOf(frame, axis, value), y) : html``;
  if (!isNumber(low) || !isNumber(high)) return dot;
  const [from, to] = [xOf(frame, axis, low), xOf(frame, axis, high)];
  return html`<path class="whisker" d="M${from} ${y}H${to}${end(axis, low, from, y, -1)}${end(axis, high, to, y, 1)}"/>${dot}`;
}

/** A cap where the interval ends, an arrow head where it goes on beyond the axis. */
function end(axis: Axis, value: number, x: number, y: number, outwards: 1 | -1): string {
  if (!isBeyond(axis, value)) return `M${x} ${y - 5}v10`;
  return `M${round(x - outwards * 6)} ${y - 5}l${outwards * 6} 5l${outwards * -6} 5`;
}
