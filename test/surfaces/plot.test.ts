import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IntervalSection } from '../../src/gate/section.js';
import { axisOf, isBeyond, positionOn } from '../../src/surfaces/plot-axis.js';
import { drawBars } from '../../src/surfaces/plot-bars.js';
import { drawIntervals } from '../../src/surfaces/plot-intervals.js';

const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
const scales = ['linear', 'log'] as const;

describe('an axis', () => {
  test.each(scales)('holds its core and has a few ticks, all on it (%s)', (scale) => {
    const value = scale === 'log' ? fc.double({ noNaN: true, min: 1e-9, max: 1e9 }) : number;
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), fc.array(value), (core, reach) => {
        const axis = axisOf({ scale, core, reach });
        if (axis === undefined) throw new Error('there is a value to place');
        for (const x of core) expect(isBeyond(axis, x)).toBe(false);
        expect(axis.ticks.length).toBeGreaterThan(0);
        expect(axis.ticks.length).toBeLessThan(12);
        for (const tick of axis.ticks) expect(isBeyond(axis, tick)).toBe(false);
      }),
    );
  });

  test('one far interval does not squeeze the points', () => {
    const axis = axisOf({ scale: 'linear', core: [0, 1], reach: [1000] });
    if (axis === undefined) throw new Error('there is a value to place');
    expect(positionOn(axis, 1) - positionOn(axis, 0)).toBeGreaterThan(0.3);
    expect(isBeyond(axis, 1000)).toBe(true);
    expect(positionOn(axis, 1000)).toBe(1);
  });

  test.each([
    ['linear', [0, 1], [0, 0.2, 0.4, 0.6, 0.8, 1]],
    ['log', [0.7, 1.1], [0.7, 0.8, 0.9, 1, 1.1]],
    ['log', [1, 100], [1, 2, 5, 10, 20, 50, 100]],
  ] as const)('has round ticks: %s %j', (scale, core, ticks) => {
    expect(axisOf({ scale, core, reach: [] })?.ticks).toEqual(ticks);
  });

  test('a logarithmic one leaves out what has no logarithm', () => {
    expect(axisOf({ scale: 'log', core: [0, -1], reach: [] })).toBeUndefined();
  });
});

describe('a plot', () => {
  const anyNumber = fc.oneof(
    number,
    fc.constantFrom(null, 0, Number.NaN, Number.POSITIVE_INFINITY, 5e-324, 1.7e308),
  );
  const row = fc.record({ value: anyNumber, low: anyNumber, high: anyNumber });

  test.each(scales)('has only finite measures, whatever the figures (%s)', (scale) => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (figures) => {
        const rows = figures.map((f) => ({ ...f, label: 'a', status: 'fail' as const }));
        const section: IntervalSection = { kind: 'intervals', title: 't', axis: 'x', scale, rows };
        const drawing = drawIntervals(section, rows, 'id')?.text ?? '';
        expect(drawing.replace(/<text.*?<\/text>|<title.*?<\/title>/g, '')).not.toMatch(
          /NaN|Infinity|e[+-]?\d/,
        );
      }),
    );
  });

  test('marks an interval that goes on beyond the axis with an arrow', () => {
    const draw = (high: number) => {
      const rows = [{ label: 'a', value: 1, low: 0.9, high, status: 'pass' as const }];
      const section: IntervalSection = {
        kind: 'intervals',
        title: 't',
        axis: 'x',
        scale: 'linear',
        reference: 0.5,
        rows,
      };
      return drawIntervals(section, rows, 'id')?.text ?? '';
    };
    expect(draw(1.1)).not.toContain('l6 5l-6 5');
    expect(draw(50)).toContain('l6 5l-6 5');
  });

  test('bars start at zero, to either side', () => {
    const rows = [
      { label: 'up', value: 2 },
      { label: 'down', value: -2 },
    ];
    const drawing = drawBars({ kind: 'bars', title: 't', axis: 'x', rows }, rows, 'id')?.text ?? '';
    const bars = [...drawing.matchAll(/class="bar" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ]);
    const [[upX = 0, upWidth = 0] = [], [downX = 0, downWidth = 0] = []] = bars;
    expect(downX + downWidth).toBeCloseTo(upX, 1);
    expect(upWidth).toBeCloseTo(downWidth, 1);
  });
});
