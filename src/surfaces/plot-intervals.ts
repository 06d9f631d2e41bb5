import type { IntervalSection } from '../gate/section.js';
import type { CheckStatus } from '../gate/verdict.js';
import { type Axis, axisOf, isBeyond } from './plot-axis.js';
import { axisLines, fittedText, frame, heightOf, middleOf, round, stripes, xOf } from './plot-frame.js';
import { type Html, html } from './template.js';
import { showCell } from './values.js';
import { statusWords } from './words.js';

type Row = IntervalSection['rows'][number];

/**
 * A forest plot: accepted range as a band, reference as a line, one point with whisker per row; status by shape and
 * colour. Undefined where no row has a value.
 */
export function drawIntervals(section: IntervalSection, rows: readonly Row[], id: string): Html | undefined {
  const axis = axisOf({
    scale: section.scale,
    core: [
      section.reference,
      section.accepted?.min,
      section.accepted?.max,
      ...rows.map((r) => r.value),
    ].filter(isNumber),
    reach: rows.flatMap((r) => [r.low, r.high]).filter(isNumber),
  });
  if (axis === undefined) return undefined;
  return html`<svg class="plot" viewBox="0 0 ${frame.width} ${heightOf(rows.length)}" role="img" aria-labelledby="${id}">
<title id="${id}">${describe(section, rows)}</title>
${stripes(rows.length)}${band(section, axis, rows.length)}${axisLines(axis, rows.length, section.axis)}${reference(section, axis, rows.length)}
${rows.map((row, i) => drawRow(row, i, axis))}
</svg>`;
}

function isNumber(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function describe({ axis }: IntervalSection, rows: readonly Row[]): string {
  const short = rows.filter(
    (r) => r.status === 'fail' || r.status === 'inconclusive' || r.status === 'error',
  );
  const named = short.slice(0, 5).map((r) => `${r.label} ${showCell(r.value)} ${statusWords[r.status]}`);
  const rest = short.length > named.length ? [`and ${short.length - named.length} more`] : [];
  return `Plot of ${axis}, ${rows.length} rows. ${named.length > 0 ? [...named, ...rest].join('; ') : 'All accepted'}. The figures follow as a table.`;
}

function band({ accepted }: IntervalSection, axis: Axis, rows: number): Html {
  if (accepted === undefined) return html``;
  const from = accepted.min === undefined ? frame.left : xOf(axis, accepted.min);
  const to = accepted.max === undefined ? frame.width - frame.right : xOf(axis, accepted.max);
  const height = rows * frame.rowHeight;
  const edge = (x: number) => html`<path class="edge" d="M${x} ${frame.top}v${height}"/>`;
  return html`<rect class="band" x="${from}" y="${frame.top}" width="${round(Math.max(0, to - from))}" height="${height}"/>${
    accepted.min === undefined ? html`` : edge(from)
  }${accepted.max === undefined ? html`` : edge(to)}`;
}

function reference({ reference: value }: IntervalSection, axis: Axis, rows: number): Html {
  if (value === undefined) return html``;
  return html`<path class="reference" d="M${xOf(axis, value)} ${frame.top}v${rows * frame.rowHeight}"/>`;
}

function drawRow(row: Row, index: number, axis: Axis): Html {
  const y = middleOf(index);
  const right = frame.width - frame.right + 14;
  const interval =
    isNumber(row.low) || isNumber(row.high) ? `  [${showCell(row.low)}, ${showCell(row.high)}]` : '';
  const figures = row.value === null ? 'undefined' : `${showCell(row.value)}${interval}`;
  return html`<g class="is-${row.status}">${fittedText(row.label, { x: 2, y, width: frame.left - 22, class: '' })}${whisker(row, y, axis)}${
    isNumber(row.value) ? point(row.status, xOf(axis, row.value), y) : html``
  }${fittedText(figures, { x: right, y, width: frame.right - 14, class: 'value' })}</g>
`;
}

/** End caps where the interval ends, arrow heads where it goes on beyond the axis. */
function whisker({ low, high }: Row, y: number, axis: Axis): Html {
  if (!isNumber(low) || !isNumber(high)) return html``;
  const [from, to] = [xOf(axis, low), xOf(axis, high)];
  const end = (x: number, value: number, outwards: 1 | -1) =>
    isBeyond(axis, value)
      ? `M${round(x - outwards * 6)} ${y - 5}l${outwards * 6} 5l${outwards * -6} 5`
      : `M${x} ${y - 5}v10`;
  return html`<path class="whisker" d="M${from} ${y}H${to}${end(from, low, -1)}${end(to, high, 1)}"/>`;
}

/** Disc, triangle, square, diamond, small ring, ring: the shapes of the marks, as plot points. */
export function point(status: CheckStatus, x: number, y: number): Html {
  switch (status) {
    case 'pass':
      return html`<circle class="point" cx="${x}" cy="${y}" r="6"/>`;
    case 'warn':
      return html`<path class="point" d="M${x} ${round(y - 7.5)}l7.5 13h-15z"/>`;
    case 'fail':
      return html`<path class="point" d="M${round(x - 6)} ${round(y - 6)}h12v12h-12z"/>`;
    case 'error':
      return html`<path class="point" d="M${x} ${round(y - 8)}l8 8l-8 8l-8 -8z"/>`;
    case 'skip':
      return html`<circle class="point hollow" cx="${x}" cy="${y}" r="3.5"/>`;
    case 'inconclusive':
      return html`<circle class="point hollow" cx="${x}" cy="${y}" r="5.5"/>`;
  }
}
