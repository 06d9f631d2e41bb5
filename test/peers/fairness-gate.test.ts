import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Figures } from '../../src/fairness-gate/figures.js';
import type { Settings } from '../../src/fairness-gate/settings.js';
import { baseSettings, judgeWith, writeTo } from '../fairness-gate/setup.js';
import { tempFolder } from '../temp.js';

/** A Python with fairlearn 0.15.0, aequitas 1.1.0 and statsmodels 0.15.0. */
const python = process.env.SLUICE_PEERS_PYTHON;

interface Peers {
  readonly fairlearn: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly weighted: Peers['fairlearn'];
  readonly aequitas: readonly Readonly<Record<string, string | number | null>>[];
  readonly intervals: Readonly<Record<string, Readonly<Record<'ratio' | 'difference', [number, number]>>>>;
}

/** Numerical Recipes' quick generator: the same rows everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Groups of very different sizes and rates; `tiny` has a handful of rows and no positive label. */
function generate(seed: number): string {
  const next = seeded(seed);
  const groups = [
    ['large', 4000, 0.5],
    ['medium, quoted', 700, 0.35],
    ['small', 60, 0.8],
    ['tiny', 6, 0.4],
  ] as const;
  const rows = groups.flatMap(([name, size, rate]) =>
    Array.from({ length: size }, () => {
      const label = name !== 'tiny' && next() < 0.4 ? 1 : 0;
      const prediction = next() < rate * (label ? 1.2 : 0.8) ? 1 : 0;
      return `"${name}",${label},${prediction},${(0.5 + 2 * next()).toFixed(3)}`;
    }),
  );
  return `${['sex,label,prediction,w', ...rows].join('\n')}\n`;
}

const aequitasNames = {
  for: 'false_omission_rate',
  fdr: 'false_discovery_rate',
  fpr: 'false_positive_rate',
  fnr: 'false_negative_rate',
  tpr: 'true_positive_rate',
  tnr: 'true_negative_rate',
  npv: 'negative_predictive_value',
  precision: 'precision',
  pprev: 'selection_rate',
} as const;

(python ? describe : describe.skip)(
  `as Fairlearn, Aequitas and statsmodels${python ? '' : ' (needs SLUICE_PEERS_PYTHON)'}`,
  () => {
    const workspace = tempFolder();

    describe.each([1, 2, 3])('on generated data %d', (seed) => {
      const file = `generated-${seed}.csv`;
      let peers: Peers;
      let figures: Figures;
      let weighted: Figures;

      beforeAll(async () => {
        writeTo(workspace, file, generate(seed));
        const script = path.join(import.meta.dirname, 'fairness_gate.py');
        peers = JSON.parse(
          execFileSync(python ?? '', [script, path.join(workspace, file), 'large'], { encoding: 'utf8' }),
        );
        const settings: Settings = { ...baseSettings, predictions: file, 'reference-group': 'large' };
        ({ figures } = await judgeWith(settings, { workspace }));
        ({ figures: weighted } = await judgeWith({ ...settings, weight: 'w' }, { workspace }));
      }, 120_000);

      const rateOf = (all: Figures, value: string, metric: string) =>
        all.groups.find(({ attributes }) => attributes.sex === value)?.metrics[metric];

      test.each([
        ['without weights', 'fairlearn', 12],
        ['with weights', 'weighted', 8],
      ] as const)('every defined rate %s', (_, name, digits) => {
        const all = name === 'weighted' ? weighted : figures;
        for (const [metric, byGroup] of Object.entries(peers[name]))
          for (const [value, theirs] of Object.entries(byGroup)) {
            const ours = rateOf(all, value, metric);
            // Fairlearn says 0 where nobody is in the denominator; ours is undefined there.
            if (ours === null)
              expect(theirs).toBe(
                metric === 'false_negative_rate' || metric === 'true_positive_rate' ? 0 : 1,
              );
            else expect(ours).toBeCloseTo(theirs, digits);
          }
        expect(rateOf(all, 'tiny', 'true_positive_rate')).toBeNull();
      });

      test('every ratio that is defined', () => {
        // Aequitas says nothing, or 0, where a rate is undefined: `tiny` has no positive label.
        for (const row of peers.aequitas.filter(({ attribute_value }) => attribute_value !== 'tiny'))
          for (const [theirs, metric] of Object.entries(aequitasNames)) {
            const ours = figures.disparities.find(
              (d) => d.metric === metric && d.group === `sex=${row.attribute_value}`,
            );
            if (row.attribute_value !== 'large')
              expect(ours?.ratio).toBeCloseTo(Number(row[`${theirs}_disparity`]), 8);
          }
        expect(peers.aequitas).toHaveLength(4);
      });

      test('the interval of a lone comparison', async () => {
        for (const [scale, band] of [
          ['ratio', { ratio: { min: 0.8 } }],
          ['difference', { difference: { max: 0.1 } }],
        ] as const) {
          // Only two groups have 600 rows, so there is one comparison and alpha is not shared out.
          const rules: Settings['rules'] = [
            { metric: 'selection_rate', ...band, 'reference-group': 'large', 'min-group-size': 600 },
          ];
          const judged = await judgeWith({ ...baseSettings, predictions: file, rules }, { workspace });
          const [low, high] =
            judged.figures.disparities.find((d) => d.group === 'sex=medium, quoted')?.interval ?? [];
          const theirs = peers.intervals['medium, quoted']?.[scale];
          expect([low, high]).toEqual(theirs?.map((end) => expect.closeTo(end, 7)));
        }
      });
    });
  },
);
