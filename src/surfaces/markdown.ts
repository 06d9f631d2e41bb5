import { limits } from '../gate/limits.js';
import { type Block, fitBlocks } from './budget.js';
import { bullets, code, paragraphs, prose } from './markdown-blocks.js';
import { checkBlock, quietBlock } from './markdown-checks.js';
import { sectionBlock } from './markdown-sections.js';
import { loudChecks, quietChecks, type Report, sectionsWhenRead } from './report.js';
import { join, type Markdown, markdown } from './template.js';
import { showCell } from './values.js';
import { consequence, describeIgnored, describeWaiver, plural, tally, verdictWords } from './words.js';

/** Of ignored settings, and of waivers. */
const itemsShown = 50;
const itemLength = 1000;

const marks = { pass: '✅', warn: '⚠️', fail: '❌', skip: '⏭️', error: '⛔' } as const;

export interface SummaryOptions {
  /** Where the full report lies, said at the end. */
  readonly reportPath?: string;
  /** UTF-8 bytes; a job summary's unless said. */
  readonly budget?: number;
}

/** The job summary, in GitHub's Markdown: worst first, short when all is well, never over budget. */
export function renderMarkdown(report: Report, options: SummaryOptions = {}): string {
  const { result } = report;
  const isQuiet = result.verdict === 'pass';
  return fitBlocks({
    head: head(report),
    blocks: [
      ...listBlock(
        'ignored setting',
        'Ignored until this change is merged:',
        result.settings.ignored.map(describeIgnored),
      ),
      ...loudChecks(result).map((c) => ({ kind: 'check', block: checkBlock(c) })),
      ...(isQuiet ? [] : quietBlock(quietChecks(result)).map((block) => ({ kind: 'list of checks', block }))),
      ...listBlock('waiver', 'Waivers used:', result.waivers.map(describeWaiver)),
      ...sectionsWhenRead(report).map((s) => ({ kind: 'section', block: sectionBlock(s) })),
    ],
    tail: (left) => tail(left, options.reportPath),
    budget: options.budget ?? limits.summaryBytes,
  });
}

function head(report: Report): Markdown {
  const { result, headlines } = report;
  const { gate, pipeline, instance, verdict, checks } = result;
  const of = [pipeline, ...(instance === '' ? [] : [instance])].join(' · ');
  const hint = consequence(report);
  const figures = headlines.map(
    ({ label, value }) => markdown`**${prose(showCell(value))}** ${prose(label)}`,
  );
  return paragraphs([
    markdown`### ${marks[verdict]} ${prose(gate)}: ${verdictWords[verdict]}`,
    markdown`${code(of)} — ${tally(checks)}.${hint === undefined ? '' : ` ${hint}`}`,
    join('markdown', figures, ' · '),
  ]);
}

function listBlock(kind: string, title: string, items: readonly string[]): readonly Block[] {
  if (items.length === 0) return [];
  const more = items.length - itemsShown;
  const lines = items.slice(0, itemsShown).map((item) => prose(item, itemLength));
  const block = paragraphs([
    markdown`**${title}**`,
    bullets([...lines, ...(more > 0 ? [markdown`and ${more} more`] : [])]),
  ]);
  return [{ kind, block }];
}

function tail(left: ReadonlyMap<string, number>, reportPath: string | undefined): Markdown {
  const counts = [...left].map(([kind, count]) => plural(count, kind)).join(', ');
  return paragraphs([
    ...(left.size > 0 ? [markdown`> Left out, because a summary has a size limit: ${counts}.`] : []),
    ...(reportPath === undefined ? [] : [markdown`Full report: ${code(reportPath)}`]),
  ]);
}
