import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderJunit } from '../../src/surfaces/junit.js';
import { hostileText, payloads, reportOf } from './hostile.js';
import { dataValidateFail, fairnessInconclusive, policyError } from './reports.js';

/** Tags in order; throws on what XML 1.0 does not allow in a document as plain as ours. */
function tagsOf(xml: string): readonly string[] {
  if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(xml))
    throw new Error('a character XML does not allow');
  const tags = [...xml.matchAll(/<(\/?[\w-]+)((?: [\w-]+="[^"<]*")*)\/?>/g)];
  const rest = xml.replace(/^<\?xml [^>]*\?>/, '').replace(/<(\/?[\w-]+)((?: [\w-]+="[^"<]*")*)\/?>/g, '');
  if (/[<>]|&(?!#\d+;)/.test(rest)) throw new Error('markup in text');
  return tags.map(([, name = '', attributes = '']) => `${name}${attributes.replace(/="[^"]*"/g, '')}`);
}

test('hostile text adds no element or attribute', () => {
  const harmless = tagsOf(renderJunit(reportOf('harmless')));
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(tagsOf(renderJunit(reportOf(text)))).toEqual(harmless);
    }),
    { numRuns: 100, examples: payloads.map((text) => [text]) },
  );
});

test('checks count as their verdicts', () => {
  expect(renderJunit(dataValidateFail())).toContain('tests="7" failures="2" errors="0" skipped="1"');
  expect(renderJunit(policyError())).toContain('tests="2" failures="1" errors="1" skipped="0"');
});

test('an inconclusive check that only warns is not a failure', () => {
  const xml = renderJunit(fairnessInconclusive());
  expect(xml).toContain('failures="0"');
  expect(xml).toContain('<system-out>inconclusive:');
});
