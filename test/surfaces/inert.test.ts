import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  clip,
  inertHtml,
  inertMarkdown,
  inertMarkdownCode,
  inertSarif,
  inertTerminal,
  inertUri,
  visible,
} from '../../src/surfaces/inert.js';
import { hostileText } from './hostile.js';

describe('hidden characters are shown', () => {
  test.each([
    ['an escape sequence', '\u001b[31m', '␛[31m'],
    ['line breaks', 'a\r\nb', 'a␍␊b'],
    ['NUL and DEL', '\0\u007f', '␀␡'],
    ['a C1 control', '\u009b', '<U+009B>'],
    ['a bidi override', 'a\u202eb', 'a<U+202E>b'],
    ['an isolate', '\u2066', '<U+2066>'],
    ['a line separator', '\u2028', '<U+2028>'],
    ['a lone surrogate', 'a\ud800b', 'a<U+D800>b'],
    ['a non-character', '\ufffe', '<U+FFFE>'],
    ['a tag', '\u{e0041}', '<U+E0041>'],
    ['a zero-width joiner between Latin letters', 'pay\u200dpal', 'pay<U+200D>pal'],
  ])('%s', (_, text, expected) => {
    expect(visible(text)).toBe(expected);
  });

  test.each(['plain text', '日本語', 'Ünïcödé', '👩‍👩‍👧', 'می‌خواهم', '🇩🇪'])('%s is left as it is', (text) => {
    expect(visible(text)).toBe(text);
  });

  test('once is enough', () => {
    fc.assert(fc.property(hostileText, (text) => visible(visible(text)) === visible(text)));
  });
});

describe('cutting', () => {
  test('counts characters, never half of one', () => {
    expect(clip('👍👍👍', 2)).toBe('👍👍… (+1 characters)');
    expect(clip('👍👍', 2)).toBe('👍👍');
  });
});

test.each([
  ['a command', '::error::x', '<U+003A>:error::x'],
  ['an indented command', '  ::error::x', '  <U+003A>:error::x'],
  ['a command of the older form', 'a ##[error]x', 'a #<U+0023>[error]x'],
  ['a C++ name', 'std::string', 'std::string'],
])('a log shows %s as text', (_, text, expected) => {
  expect(inertTerminal(text)).toBe(expected);
});

test('nothing for a log line holds a control or starts a command', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const shown = inertTerminal(text);
      expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      expect(shown).not.toMatch(/^\s*::|##\[|##vso\[/);
    }),
  );
});

test('HTML keeps the text and loses the markup', () => {
  expect(inertHtml(`<a b="c" d='e'>&\``)).toBe('&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;&#96;');
});

test.each([
  ['a pipe', 'a|b', 'a&#124;b'],
  ['emphasis', '*a* _b_', '\\*a\\* \\_b\\_'],
  ['a mention', '@octocat', '@&#8203;octocat'],
  ['a reference', 'o/r#12', 'o/r&#35;&#8203;12'],
  ['a link', 'https://x.example', 'https:&#8203;//x.example'],
  ['mathematics', '$x$', '&#36;x&#36;'],
  ['a list marker', '- x', '&#45; x'],
  ['an ordered list marker', '1. x', '&#49;. x'],
  ['a figure', '0.8', '0.8'],
  ['a negative figure', '-0.8', '-0.8'],
])('Markdown shows %s as text', (_, text, expected) => {
  expect(inertMarkdown(text)).toBe(expected);
});

test('a code span falls back to an element where a span has no escape', () => {
  expect(inertMarkdownCode('data/train.csv:3')).toBe('`data/train.csv:3`');
  expect(inertMarkdownCode('a`b|c')).toBe('<code>a&#96;b&#124;c</code>');
  expect(inertMarkdownCode('')).toBe('<code></code>');
});

test('SARIF has neither placeholders nor links from data', () => {
  expect(inertSarif('{0} [x](1)')).toBe('{{0}} \\[x\\](1)');
});

test.each([
  ['javascript:alert(1)', 'javascript%3Aalert(1)'],
  ['data/a b#c?d.csv', 'data/a%20b%23c%3Fd.csv'],
  ['\ud800', '%EF%BF%BD'],
])('a path as a reference: %s', (path, expected) => {
  expect(inertUri(path)).toBe(expected);
});
