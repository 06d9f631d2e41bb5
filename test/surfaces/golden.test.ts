import { describe, expect, test } from '@jest/globals';
import { renderAnnotations } from '../../src/surfaces/annotations.js';
import { renderHtml } from '../../src/surfaces/html.js';
import { renderIndex } from '../../src/surfaces/index-page.js';
import { renderJunit } from '../../src/surfaces/junit.js';
import { renderMarkdown } from '../../src/surfaces/markdown.js';
import { renderSarif } from '../../src/surfaces/sarif.js';
import { renderText } from '../../src/surfaces/text.js';
import { expectGolden } from './golden.js';
import { pipelineIndex, reports } from './reports.js';

describe.each(Object.entries(reports))('%s reads as agreed', (name, make) => {
  const report = make();
  test('in the job summary', () => {
    expectGolden(`${name}.golden.md`, renderMarkdown(report, { reportPath: `sluice/${name}.html` }));
  });
  test('as a page', () => expectGolden(`${name}.golden.html`, renderHtml(report)));
  test('as SARIF', () => expectGolden(`${name}.golden.sarif.json`, renderSarif(report)));
  test('on a terminal', () => expectGolden(`${name}.golden.txt`, renderText(report, { useColour: false })));
  test('as JUnit', () => expectGolden(`${name}.golden.junit.xml`, renderJunit(report)));
  test('as annotations', () => {
    const tracked = new Set(['data/train.csv', 'requirements.txt']);
    expectGolden(
      `${name}.golden.annotations.json`,
      `${JSON.stringify(renderAnnotations(report, tracked), null, 2)}\n`,
    );
  });
});

test('the index of a pipeline reads as agreed', () => {
  expectGolden('index.golden.html', renderIndex(pipelineIndex()));
});

test('the same report gives the same bytes', () => {
  for (const make of Object.values(reports)) expect(renderHtml(make())).toBe(renderHtml(make()));
});
