import type { Section } from '../gate/section.js';
import { bullets, code, paragraphs, prose, type TableColumn, table } from './markdown-blocks.js';
import { statusMarks } from './markdown-checks.js';
import { type Markdown, markdown } from './template.js';
import { coarser, showCell, showShare, sparkline } from './values.js';
import { plural } from './words.js';

const rowsShown = 50;
/** Of a note or one line of it, in characters. */
const textLength = 1000;

export function sectionBlock(section: Section): Markdown {
  return paragraphs([
    markdown`#### ${prose(section.title)}`,
    ...(section.note === undefined ? [] : [prose(section.note, textLength)]),
    body(section),
  ]);
}

function body(section: Section): Markdown {
  switch (section.kind) {
    case 'table':
      return longTable(
        section.columns,
        section.rows.map((row) => row.map((cell) => prose(showCell(cell)))),
      );
    case 'intervals':
      return longTable(intervalColumns(section.axis), section.rows.map(intervalRow));
    case 'bars':
      return longTable(
        [{ label: '' }, { label: section.axis, numeric: true }, { label: '' }],
        section.rows.map(barRow),
      );
    case 'histograms':
      return longTable(histogramColumns, section.rows.map(histogramRow));
    case 'chain':
      return longTable(
        [{ label: 'Link' }, { label: 'Assurance' }, { label: 'How it is known' }],
        section.links.map(linkRow),
      );
    case 'note':
      return noteText(section.text);
  }
}

function longTable(columns: readonly TableColumn[], rows: readonly (readonly Markdown[])[]): Markdown {
  const more = rows.length - rowsShown;
  return paragraphs([
    table(columns, rows.slice(0, rowsShown)),
    ...(more > 0 ? [markdown`and ${plural(more, 'more row')}`] : []),
  ]);
}

function intervalColumns(axis: string): readonly TableColumn[] {
  return [{ label: '' }, { label: axis, numeric: true }, { label: 'Interval', numeric: true }, { label: '' }];
}

type IntervalRow = Extract<Section, { kind: 'intervals' }>['rows'][number];
type BarRow = Extract<Section, { kind: 'bars' }>['rows'][number];
type HistogramRow = Extract<Section, { kind: 'histograms' }>['rows'][number];
type Link = Extract<Section, { kind: 'chain' }>['links'][number];

function intervalRow({ label, value, low, high, status, detail }: IntervalRow): readonly Markdown[] {
  return [
    markdown`${statusMarks[status]} ${prose(label)}`,
    markdown`${showCell(value)}`,
    markdown`${showCell(low)} to ${showCell(high)}`,
    prose(detail ?? ''),
  ];
}

function barRow({ label, value, status, detail }: BarRow): readonly Markdown[] {
  const mark = status === undefined ? '' : `${statusMarks[status]} `;
  return [markdown`${mark}${prose(label)}`, markdown`${showCell(value)}`, prose(detail ?? '')];
}

const histogramColumns = [
  { label: '' },
  { label: 'Distribution' },
  { label: 'Least', numeric: true },
  { label: 'Greatest', numeric: true },
  { label: 'No value', numeric: true },
  { label: '' },
];

function histogramRow({ label, counts, least, greatest, empty, detail }: HistogramRow): readonly Markdown[] {
  return [
    prose(label),
    counts.length === 0 ? markdown`` : code(sparkline(coarser(counts, 16))),
    prose(showCell(least)),
    prose(showCell(greatest)),
    markdown`${showShare(empty)}`,
    prose(detail ?? ''),
  ];
}

function linkRow({ link, assurance, ok, reason }: Link): readonly Markdown[] {
  return [
    markdown`${statusMarks[ok ? 'pass' : 'fail']} ${prose(link)}`,
    markdown`${assurance ?? 'missing'}`,
    prose(reason),
  ];
}

/** A note's own line breaks are kept; a line that begins with `$ ` is a command. */
function noteText(text: string): Markdown {
  const lines = text.split('\n').filter((l) => l.trim() !== '');
  const more = lines.length - rowsShown;
  return bullets([
    ...lines
      .slice(0, rowsShown)
      .map((l) => (l.startsWith('$ ') ? code(l.slice(2), textLength) : prose(l, textLength))),
    ...(more > 0 ? [markdown`and ${plural(more, 'more line')}`] : []),
  ]);
}
