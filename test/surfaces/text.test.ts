import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { line } from '../../src/surfaces/template.js';
import { renderText } from '../../src/surfaces/text.js';
import { alignRows, fitWidth } from '../../src/surfaces/text-layout.js';
import { hostileText, payloads, reportOf } from './hostile.js';
import { dataValidateFail, fairnessInconclusive, policyError, reports } from './reports.js';

describe('terminal text', () => {
  test('made of hostile text holds no control, no command, and no line of its own', () => {
    const lines = renderText(reportOf('harmless'), { useColour: false }).split('\n').length;
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = renderText(reportOf(text), { useColour: false });
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(shown).not.toMatch(/^\s*::|##\[|##vso\[/m);
        expect(shown.split('\n')).toHaveLength(lines);
      }),
      { numRuns: 100, examples: payloads.map((text) => [text]) },
    );
  });

  test('colour adds nothing but colour', () => {
    for (const make of Object.values(reports)) {
      const coloured = renderText(make(), { useColour: true });
      expect(stripVTControlCharacters(coloured)).toBe(renderText(make(), { useColour: false }));
    }
  });

  test('says the verdict in words', () => {
    expect(renderText(dataValidateFail(), { useColour: false })).toMatch(/^✗ FAILED {2}data-validate/);
    expect(renderText(fairnessInconclusive(), { useColour: false })).toMatch(/^▲ PASSED WITH WARNINGS/);
  });
});

test('a skipped gate says why, a passed one is not bothered by skipped checks', () => {
  const report = dataValidateFail();
  const checks = report.result.checks.filter((c) => c.status === 'skip');
  const skipped = renderText(
    { ...report, result: { ...report.result, checks, verdict: 'skip' } },
    { useColour: false },
  );
  expect(skipped).toContain('no time column is named');
  expect(renderText(report, { useColour: false })).not.toContain('no time column is named');
});

test('findings that are mended the same way say so once', () => {
  const shown = renderText(dataValidateFail(), { useColour: false });
  expect(shown.match(/→ find out where/g)).toHaveLength(1);
  expect(renderText(policyError(), { useColour: false })).toContain('→ run the scan-deps job again');
});

describe('columns', () => {
  test('align where characters take two columns', () => {
    const rows = alignRows([
      [line`日本`, line`x`],
      [line`abcdef`, line`y`],
      [line`👩‍👩‍👧`, line`z`],
    ]);
    expect(rows.map((r) => stringWidth(r.text))).toEqual([9, 9, 9]);
  });

  test('a cell is cut to its width, never within a character', () => {
    expect(fitWidth('日本語テキスト', 6).text).toBe('日本…');
    expect(fitWidth('👩‍👩‍👧👩‍👩‍👧', 3).text).toBe('👩‍👩‍👧…');
    fc.assert(
      fc.property(hostileText, fc.integer({ min: 2, max: 30 }), (text, width) => {
        expect(stringWidth(fitWidth(text, width).text)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
