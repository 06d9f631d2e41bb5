import type { Check } from '../gate/check.js';
import type { Finding } from '../gate/finding.js';
import type { CheckStatus } from '../gate/verdict.js';
import { bullets, code, paragraphs, prose, table } from './markdown-blocks.js';
import { commonFix } from './report.js';
import { type Markdown, markdown } from './template.js';
import { comparison, placeOf, plural, statusWords } from './words.js';

/** Findings listed of one check in a summary; the report has the rest. */
const findingsShown = 10;

const quietShown = 100;

export const statusMarks = {
  pass: '✅',
  warn: '⚠️',
  fail: '❌',
  error: '⛔',
  skip: '⏭️',
  inconclusive: '❔',
} as const satisfies Record<CheckStatus, string>;

export function checkBlock(check: Check): Markdown {
  const { id, title, status, reason, findings } = check;
  return paragraphs([
    markdown`#### ${statusMarks[status]} ${prose(title)}`,
    markdown`${code(id)} ${statusWords[status]}${optional(comparison(check), (text) => markdown`: ${prose(text)}`)}${because(reason)}`,
    ...(findings.length > 0 ? findingTable(findings.slice(0, findingsShown)) : []),
    more(check),
  ]);
}

function because(reason: string | undefined): Markdown {
  return optional(reason, (text) => markdown` — ${prose(text)}`);
}

function more({ findings, findingCount }: Check): Markdown {
  const left = findingCount - Math.min(findings.length, findingsShown);
  return left > 0 ? markdown`and ${plural(left, 'more finding')}` : markdown``;
}

function findingTable(findings: readonly Finding[]): readonly Markdown[] {
  const fix = commonFix(findings);
  const columns = [
    { label: 'Where', cell: (f: Finding) => optional(placeOf(f), code) },
    { label: 'What', cell: (f: Finding) => markdown`${prose(f.message)}${waived(f)}` },
    { label: 'Sample', cell: (f: Finding) => optional(f.sample, code) },
    { label: 'How to mend it', cell: (f: Finding) => optional(fix === undefined ? f.fix : undefined, prose) },
  ];
  const rows = findings.map((f) => columns.map(({ cell }) => cell(f)));
  return [optional(fix, (text) => markdown`**How to mend it:** ${prose(text)}`), table(columns, rows)];
}

function optional(text: string | undefined, show: (text: string) => Markdown): Markdown {
  return text === undefined ? markdown`` : show(text);
}

function waived({ waivedBy }: Finding): Markdown {
  return waivedBy === undefined ? markdown`` : markdown` (waived by ${prose(waivedBy)})`;
}

/** Passed and skipped checks: a line each, folded away. */
export function quietBlock(quiet: readonly Check[]): readonly Markdown[] {
  if (quiet.length === 0) return [];
  const hidden = quiet.length - quietShown;
  const lines = quiet
    .slice(0, quietShown)
    .map((c) => markdown`${statusMarks[c.status]} ${prose(c.title)}${because(c.reason)}`);
  return [
    paragraphs([
      // No data on this line: it is HTML, where Markdown's escapes mean nothing.
      markdown`<details><summary>${plural(quiet.length, 'check')} passed or skipped</summary>`,
      bullets([...lines, ...(hidden > 0 ? [markdown`and ${hidden} more`] : [])]),
      markdown`</details>`,
    ]),
  ];
}
