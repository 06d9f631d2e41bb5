import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { limits } from '../../src/gate/limits.js';
import { renderMarkdown } from '../../src/surfaces/markdown.js';
import type { Report } from '../../src/surfaces/report.js';
import { hostileText, payloads, reportOf } from './hostile.js';
import { dataValidateFail, signModelChain } from './reports.js';

type Tree = ReturnType<typeof fromMarkdown>;
type Nodes = Tree | Tree['children'][number];

/** What a parser of GitHub's Markdown makes of it: the kinds of nodes in order, HTML as written, code in either form as one. */
function structureOf(text: string): string {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const walk = (node: Nodes): readonly string[] => {
    if (node.type === 'html') return [node.value];
    return [node.type, ...('children' in node ? node.children.flatMap(walk) : [])];
  };
  return walk(tree)
    .join(' ')
    .replace(/<code>( text)? <\/code>/g, 'inlineCode')
    .replace(/( text)+/g, ' text');
}

/** What GitHub recognises in text after parsing. */
const recognised = /@\w|(?<!&)#\d|:\/\/|\bwww\.|\bGH-\d|:[\w+-]+:|\$/;

/** Text outside code, as it is shown. */
function shownText(text: string): string {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const walk = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    return 'children' in node ? node.children.map(walk).join('') : '';
  };
  return walk(tree);
}

describe('a summary made of hostile text', () => {
  test('has exactly the structure of one made of harmless text', () => {
    const harmless = structureOf(renderMarkdown(reportOf('harmless'), { reportPath: 'x' }));
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(structureOf(renderMarkdown(reportOf(text), { reportPath: text }))).toBe(harmless);
      }),
      { numRuns: 75, examples: payloads.map((text) => [text]) },
    );
  });

  test.each(['@octocat', 'o/r#3', 'GH-4', 'https://x.example', 'www.x.example', ':tada:'])(
    'holds nothing for GitHub to link or replace: %s',
    (text) => {
      const report = { ...reportOf('x'), headlines: [{ label: text, value: text }] };
      const [, , figures = ''] = renderMarkdown(report).split('\n\n');
      expect(figures).toContain('**');
      expect(shownText(figures)).not.toMatch(recognised);
    },
  );
});

describe('budget', () => {
  const many = (count: number): Report => {
    const { result, ...rest } = dataValidateFail();
    const [first] = result.checks.filter((c) => c.status === 'fail');
    if (!first) throw new Error('the fixture has a failed check');
    const checks = Array.from({ length: count }, (_, i) => ({ ...first, title: `check ${i} 日本語` }));
    return { ...rest, result: { ...result, checks } };
  };

  test('a summary never exceeds what GitHub takes', () => {
    const text = renderMarkdown(many(1500), { reportPath: 'report.html' });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limits.summaryBytes);
    expect(text).toMatch(/Left out, because a summary has a size limit: \d+ checks, 3 sections\./);
    expect(text).toContain('Full report: `report.html`');
  });

  test('what is shown and what is left out add up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 60_000 }), (budget) => {
        const text = renderMarkdown(many(80), { budget });
        const shown = text.match(/^#### ❌/gm)?.length ?? 0;
        const left = Number(/size limit: (?:\d+ ignored settings?, )?(\d+) check/.exec(text)?.[1] ?? 0);
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budget);
        expect(shown + left).toBe(80);
      }),
      { numRuns: 12 },
    );
  });

  test('hostile text of the longest kind stays within it', () => {
    const text = renderMarkdown(reportOf('`|<&'.repeat(4000)));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limits.summaryBytes);
  });
});

test('is short when all is well, but shows the chain', () => {
  const { result, ...rest } = signModelChain();
  const passed = {
    ...result,
    verdict: 'pass' as const,
    checks: result.checks.filter((c) => c.status === 'pass'),
  };
  const text = renderMarkdown({ ...rest, result: passed });
  expect(text).toContain('recomputed');
  expect(text).not.toContain('required-evidence');
  expect(text.split('\n').length).toBeLessThan(22);
});

test('says that report mode does not fail the job', () => {
  const { result, ...rest } = dataValidateFail();
  expect(renderMarkdown({ ...rest, result: { ...result, mode: 'report' } })).toContain(
    'Mode is report: the job is not failed.',
  );
});
