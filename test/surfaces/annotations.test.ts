import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { check } from '../../src/gate/check.js';
import { finding, type Severity } from '../../src/gate/finding.js';
import { limits } from '../../src/gate/limits.js';
import { renderAnnotations } from '../../src/surfaces/annotations.js';
import type { Report } from '../../src/surfaces/report.js';
import { hostileText, reportOf } from './hostile.js';
import { dataValidateFail, scanDepsWarn } from './reports.js';

function reportWith(counts: Readonly<Record<Severity, number>>, file = 'a.csv'): Report {
  const findings = Object.entries(counts).flatMap(([severity, count]) =>
    Array.from({ length: count }, (_, i) =>
      finding('g/c', {
        severity: severity as Severity,
        message: 'm',
        file,
        line: i + 1,
        distinct: `${severity}${i}`,
      }),
    ),
  );
  const report = dataValidateFail();
  return { ...report, result: { ...report.result, checks: [check({ id: 'g/c', title: 't', findings })] } };
}

describe('annotations', () => {
  test('stand on files in git only; others are counted', () => {
    expect(renderAnnotations(reportWith({ error: 2, warning: 0, note: 0 }), new Set(['b.csv']))).toEqual([
      {
        level: 'notice',
        title: 'data-validate: 2 more findings',
        message: expect.stringContaining('2 findings'),
      },
    ]);
  });

  test('a waived finding is not shown', () => {
    const shown = renderAnnotations(scanDepsWarn(), new Set(['requirements.txt']));
    expect(shown.map((a) => a.line)).toEqual([31]);
  });

  test('worst first, at most ten of a level, and every finding is shown or counted', () => {
    const count = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(count, count, count, (error, warning, note) => {
        const shown = renderAnnotations(reportWith({ error, warning, note }), new Set(['a.csv']));
        for (const level of ['error', 'warning', 'notice'])
          expect(shown.filter((a) => a.level === level).length).toBeLessThanOrEqual(
            limits.annotationsPerLevel,
          );
        const last = shown.at(-1);
        const counted = last?.file === undefined ? Number(/\d+/.exec(last?.message ?? '0')?.[0]) : 0;
        expect(shown.filter((a) => a.file !== undefined).length + counted).toBe(error + warning + note);
        expect(shown.slice(0, Math.min(error, 10)).every((a) => a.level === 'error')).toBe(true);
      }),
    );
  });

  test('are single lines that start no command', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const { title, message } of renderAnnotations(reportOf(text), new Set([text])))
          expect(`${title}${message}`).not.toMatch(/^\s*::|[\p{Cc}\p{Cs}\u2028\u202e]|##\[/u);
      }),
    );
  });
});
