import type {
  BarSection,
  ChainSection,
  HistogramSection,
  IntervalSection,
  Section,
  TableSection,
} from '../gate/section.js';
import { type Line, line } from './template.js';
import { alignRows, fitWidth, indent } from './text-layout.js';
import { type Style, statusGlyphs } from './text-style.js';
import { coarser, showCell, showNumber, showShare, sparkline } from './values.js';
import { plural } from './words.js';

const rowsShown = 30;
const barWidth = 24;

export function sectionLines(section: Section, style: Style): readonly Line[] {
  return [
    style.bold(line`${section.title}`),
    ...(section.note === undefined ? [] : [style.dim(line`${section.note}`)]),
    ...indent(body(section, style), 2),
  ];
}

function body(section: Section, style: Style): readonly Line[] {
  switch (section.kind) {
    case 'table':
      return tableLines(section, style);
    case 'intervals':
      return intervalLines(section, style);
    case 'bars':
      return barLines(section, style);
    case 'histograms':
      return histogramLines(section, style);
    case 'chain':
      return chainLines(section, style);
    case 'note':
      return section.text.split('\n').map((l) => line`${l}`);
  }
}

function capped(rows: readonly Line[], total: number): readonly Line[] {
  const more = total - rowsShown;
  return more > 0 ? [...rows, line`and ${plural(more, 'more row')}`] : rows;
}

function tableLines({ columns, rows }: TableSection, style: Style): readonly Line[] {
  const header = columns.map(({ label }) => style.dim(fitWidth(label)));
  const cells = rows.slice(0, rowsShown).map((row) => row.map((cell) => fitWidth(showCell(cell))));
  const aligned = alignRows(
    [header, ...cells],
    columns.map(({ numeric }) => numeric === true),
  );
  return capped(aligned, rows.length);
}

function intervalLines({ axis, accepted, rows }: IntervalSection, style: Style): readonly Line[] {
  const cells = rows
    .slice(0, rowsShown)
    .map(({ label, value, low, high, status, detail }) => [
      style.status(status)(line`${statusGlyphs[status]}`),
      fitWidth(label),
      fitWidth(showCell(value)),
      fitWidth(`[${showCell(low)}, ${showCell(high)}]`),
      fitWidth(detail ?? ''),
    ]);
  const bounds = [
    ...(accepted?.min === undefined ? [] : [`at least ${showNumber(accepted.min)}`]),
    ...(accepted?.max === undefined ? [] : [`at most ${showNumber(accepted.max)}`]),
  ].join(', ');
  const caption = line`${axis}${bounds === '' ? '' : ` (accepted: ${bounds})`}`;
  return [style.dim(caption), ...capped(alignRows(cells, [false, false, true]), rows.length)];
}

function barLines({ axis, rows }: BarSection, style: Style): readonly Line[] {
  const widest = Math.max(...rows.map(({ value }) => Math.abs(value)), Number.MIN_VALUE);
  const cells = rows.slice(0, rowsShown).map(({ label, value, status, detail }) => {
    const bar = line`${'█'.repeat(Math.round((Math.abs(value) / widest) * barWidth))}`;
    return [
      fitWidth(label),
      fitWidth(showCell(value)),
      status === undefined ? bar : style.status(status)(bar),
      fitWidth(
        [status === undefined ? '' : statusGlyphs[status], detail ?? '']
          .filter((part) => part !== '')
          .join(' '),
      ),
    ];
  });
  return [style.dim(line`${axis}`), ...capped(alignRows(cells, [false, true]), rows.length)];
}

function histogramLines({ rows }: HistogramSection, style: Style): readonly Line[] {
  const header = ['', 'distribution', 'least', 'greatest', 'no value', ''].map((label) =>
    style.dim(fitWidth(label)),
  );
  const cells = rows
    .slice(0, rowsShown)
    .map(({ label, counts, least, greatest, empty, detail }) => [
      fitWidth(label),
      line`${sparkline(coarser(counts, barWidth))}`,
      fitWidth(showCell(least)),
      fitWidth(showCell(greatest)),
      fitWidth(showShare(empty)),
      fitWidth(detail ?? ''),
    ]);
  const aligned = alignRows([header, ...cells], [false, false, true, true, true]);
  return capped(aligned, rows.length);
}

function chainLines({ links }: ChainSection, style: Style): readonly Line[] {
  return alignRows(
    links.map(({ link, assurance, ok, reason }) => {
      const status = ok ? 'pass' : 'fail';
      return [
        style.status(status)(line`${statusGlyphs[status]}`),
        fitWidth(link),
        style.bold(fitWidth(assurance ?? 'missing')),
        line`${reason}`,
      ];
    }),
  );
}
