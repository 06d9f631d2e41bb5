import type { Check } from '../gate/check.js';
import type { Finding } from '../gate/finding.js';
import { loudChecks, type Report, sectionsWhenRead } from './report.js';
import { join, type Line, line } from './template.js';
import { indent } from './text-layout.js';
import { sectionLines } from './text-sections.js';
import { type Style, statusGlyphs, styleOf } from './text-style.js';
import { showCell } from './values.js';
import {
  comparison,
  consequence,
  describeIgnored,
  describeWaiver,
  placeOf,
  plural,
  statusWords,
  tally,
  verdictWords,
} from './words.js';

/** Findings listed of one check on a terminal; the report has the rest. */
const findingsShown = 5;

export interface TextOptions {
  readonly useColour: boolean;
}

/** A gate's result for a terminal or a log: verdict, figures, what did not pass, sections. */
export function renderText(report: Report, { useColour }: TextOptions): string {
  const style = styleOf(useColour);
  const { settings, waivers } = report.result;
  const groups = [
    head(report, style),
    settings.ignored.map((s) => line`ignored: ${describeIgnored(s)}`),
    ...loudChecks(report.result).map((c) => checkLines(c, style)),
    waivers.map((w) => line`waived: ${describeWaiver(w)}`),
    ...sectionsWhenRead(report).map((s) => sectionLines(s, style)),
  ].filter((lines) => lines.length > 0);
  const [first = [], ...others] = groups;
  const lines = [...first, ...others.flatMap((lines) => [line``, ...indent(lines, 2)])];
  return `${join('terminal', lines, '\n').text}\n`;
}

function head(report: Report, style: Style): readonly Line[] {
  const { gate, pipeline, instance, verdict, checks } = report.result;
  const mark = style.status(verdict)(line`${statusGlyphs[verdict]} ${verdictWords[verdict].toUpperCase()}`);
  const name = [gate, pipeline, instance].filter((part) => part !== '').join(' · ');
  const figures = report.headlines.map(
    ({ label, value }) => line`${label} ${style.bold(line`${showCell(value)}`)}`,
  );
  const hint = consequence(report);
  return [
    line`${mark}  ${style.bold(line`${name}`)}  ${style.dim(line`${tally(checks)}`)}`,
    ...(figures.length > 0 ? [line`  ${join('terminal', figures, ' · ')}`] : []),
    ...(hint === undefined ? [] : [line`  ${hint}`]),
  ];
}

function checkLines(check: Check, style: Style): readonly Line[] {
  const { id, title, status, reason, findings, findingCount } = check;
  const paint = style.status(status);
  const asides = [comparison(check), reason].filter((part) => part !== undefined);
  const listed = findings.slice(0, findingsShown);
  const more = findingCount - listed.length;
  return [
    line`${paint(line`${statusGlyphs[status]} ${statusWords[status]}`)}  ${style.bold(line`${title}`)}  ${style.dim(line`${id}`)}`,
    ...indent(
      asides.map((text) => line`${text}`),
      2,
    ),
    ...indent(
      listed.flatMap((f, i) => [findingLine(f, style), ...fixLine(f, listed[i + 1])]),
      2,
    ),
    ...(more > 0 ? [line`  and ${plural(more, 'more finding')}`] : []),
  ];
}

function findingLine(f: Finding, style: Style): Line {
  const place = placeOf(f);
  const lead = place === undefined ? line`` : line`${style.bold(line`${place}`)}: `;
  const sample = f.sample === undefined ? line`` : line` ${style.dim(line`[${f.sample}]`)}`;
  const waived = f.waivedBy === undefined ? line`` : line` (waived by ${f.waivedBy})`;
  return line`${lead}${f.message}${sample}${waived}`;
}

/** Findings in a row that are mended the same way say so once, after the last. */
function fixLine({ fix }: Finding, next: Finding | undefined): readonly Line[] {
  return fix === undefined || next?.fix === fix ? [] : [line`  → ${fix}`];
}
