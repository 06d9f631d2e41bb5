import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import { renderHtml } from '../../src/surfaces/html.js';
import { renderIndex } from '../../src/surfaces/index-page.js';
import { hostileText, indexOf, payloads, reportOf } from './hostile.js';
import { dataValidateFail, pipelineIndex, reports } from './reports.js';

type Element = DefaultTreeAdapterTypes.Element;

/** Elements in document order, as browsers parse the page. */
function elementsOf(page: string): readonly Element[] {
  const errors: string[] = [];
  const document = parse(page, { onParseError: ({ code }) => errors.push(code) });
  expect(errors).toEqual([]);
  const walk = (node: DefaultTreeAdapterTypes.Node): readonly Element[] => {
    const own = defaultTreeAdapter.isElementNode(node) ? [node] : [];
    const children = 'childNodes' in node ? node.childNodes.flatMap(walk) : [];
    return [...own, ...children];
  };
  return walk(document);
}

/** Every element with its attributes' names. Tooltips come and go with the length of a text. */
function structureOf(all: readonly Element[]): readonly string[] {
  return all
    .filter(({ tagName, parentNode }) => tagName !== 'title' || (parentNode as Element).tagName === 'head')
    .map(({ tagName, attrs }) => `${tagName} ${attrs.map((a) => a.name).join(' ')}`);
}

const referring = ['href', 'src', 'srcset', 'action', 'xlink:href', 'data', 'poster', 'formaction'];

function referencesOf(all: readonly Element[]): readonly string[] {
  return all.flatMap(({ attrs }) => attrs.filter((a) => referring.includes(a.name)).map((a) => a.value));
}

const pagesOf = (text: string) => [renderHtml(reportOf(text)), renderIndex(indexOf(text))];

test('hostile text adds no element, attribute or reference to a page', () => {
  const harmless = pagesOf('harmless').map((page) => structureOf(elementsOf(page)));
  fc.assert(
    fc.property(hostileText, (text) => {
      const parsed = pagesOf(text).map(elementsOf);
      expect(parsed.map(structureOf)).toEqual(harmless);
      for (const reference of parsed.flatMap(referencesOf))
        expect(reference).toMatch(/^(#[a-z-]+|\.\/[^:?#\\]*)$/);
    }),
    { numRuns: 75, examples: payloads.map((text) => [text]) },
  );
});

describe('every page', () => {
  const pages = [...Object.values(reports).map((make) => renderHtml(make())), renderIndex(pipelineIndex())];

  test.each(pages.map((page, i) => [i, page] as const))('is sound and accessible (%#)', (_, page) => {
    const all = elementsOf(page);
    const named = (tag: string) => all.filter(({ tagName }) => tagName === tag);
    const attribute = ({ attrs }: Element, name: string) => attrs.find((a) => a.name === name)?.value;
    const ids = all.map((e) => attribute(e, 'id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const e of all) {
      const label = attribute(e, 'aria-labelledby');
      if (label !== undefined) expect(ids).toContain(label);
      expect(attribute(e, 'style')).toBeUndefined();
      expect(e.attrs.filter((a) => a.name.startsWith('on'))).toEqual([]);
    }
    for (const tag of ['main', 'h1', 'footer']) expect(named(tag)).toHaveLength(1);
    expect(named('caption')).toHaveLength(named('table').length);
    for (const th of named('th')) expect(attribute(th, 'scope')).toBe('col');
    for (const svg of named('svg'))
      expect([attribute(svg, 'aria-hidden'), attribute(svg, 'role')]).toContainEqual(
        expect.stringMatching(/^(true|img)$/),
      );
    expect(named('script')).toHaveLength(0);
  });

  test('tells verdict, figures and what failed before anything else', () => {
    const page = renderHtml(dataValidateFail());
    const banner = page.indexOf('<h1>');
    const list = page.indexOf('What needs attention');
    const places = [
      ...['Failed', '2 of 7', 'rows that fell short', 'of this change ignored'].map((t) =>
        page.indexOf(t, banner),
      ),
      ...['age lies', 'id has no', 'income is', 'In detail', 'What was judged'].map((t) =>
        page.indexOf(t, list),
      ),
    ];
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});

test('an index without gates does not claim success', () => {
  expect(renderIndex({ ...pipelineIndex(), gates: [] })).toContain('Could not be judged');
});
