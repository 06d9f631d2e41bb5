import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Disparity, GroupFigures } from '../../src/fairness-gate/figures.js';
import { sharedDescribe } from '../shared.js';
import { type Judged, judgeWith } from './setup.js';

type Rates = Readonly<Record<string, number>>;

interface Expected {
  readonly propublica: Readonly<Record<string, Rates>>;
  readonly 'fairlearn_0.15.0': Readonly<
    Record<string, { readonly by_group: Readonly<Record<string, Rates>> }>
  >;
  readonly 'aequitas_1.1.0_ref_Caucasian_Male_25-45': readonly (Rates & {
    readonly attribute_name: string;
    readonly attribute_value: string;
  })[];
}

const fairlearnNames = {
  selection_rate: 'selection_rate',
  tpr: 'true_positive_rate',
  fpr: 'false_positive_rate',
  fnr: 'false_negative_rate',
  tnr: 'true_negative_rate',
  accuracy: 'accuracy',
  precision: 'precision',
} as const;

const aequitasNames = {
  accuracy: 'accuracy',
  tpr: 'true_positive_rate',
  tnr: 'true_negative_rate',
  for: 'false_omission_rate',
  fdr: 'false_discovery_rate',
  fpr: 'false_positive_rate',
  fnr: 'false_negative_rate',
  npv: 'negative_predictive_value',
  precision: 'precision',
  pprev: 'selection_rate',
  prev: 'base_rate',
} as const;

sharedDescribe('data/compas', 'COMPAS', (folder) => {
  const expected: Expected = JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8'));
  let judged: Judged;
  beforeAll(async () => {
    judged = await judgeWith(
      {
        predictions: 'compas_two_years_min.csv',
        label: 'two_year_recid',
        prediction: { when: "score_text != 'Low'" },
        attributes: ['race', 'sex', 'age_cat'],
        'reference-group': ['race=Caucasian', 'sex=Male', 'age_cat=25 - 45'],
      },
      { workspace: folder },
    );
  });

  const groupOf = (attribute: string, value: string): GroupFigures => {
    const found = judged.figures.groups.find(({ attributes }) => attributes[attribute] === value);
    if (!found) throw new Error(`no group ${value}`);
    return found;
  };
  const disparityOf = (metric: string, group: string): Disparity => {
    const found = judged.figures.disparities.find((d) => d.metric === metric && d.group === group);
    if (!found) throw new Error(`no disparity of ${group}`);
    return found;
  };

  test('ProPublica’s table comes out exactly, on all 7 214 rows', () => {
    expect(judged.figures.rows).toBe(7214);
    for (const [name, table] of Object.entries(expected.propublica)) {
      const { tp, fp, tn, fn, metrics } = name === 'all' ? judged.figures.overall : groupOf('race', name);
      const { fpr_pct, fnr_pct, ...counts } = table;
      expect({ tp, fp, tn, fn }).toEqual(counts);
      expect((100 * (metrics.false_positive_rate ?? 0)).toFixed(2)).toBe(fpr_pct?.toFixed(2));
      expect((100 * (metrics.false_negative_rate ?? 0)).toFixed(2)).toBe(fnr_pct?.toFixed(2));
    }
  });

  test('every rate equals Fairlearn’s', () => {
    for (const [attribute, { by_group }] of Object.entries(expected['fairlearn_0.15.0'])) {
      for (const [theirs, ours] of Object.entries({ count: 'n', ...fairlearnNames })) {
        for (const [value, rate] of Object.entries(by_group[theirs] ?? {})) {
          const group = groupOf(attribute, value);
          expect(ours === 'n' ? group.n : group.metrics[ours]).toBeCloseTo(rate, 12);
        }
      }
    }
  });

  test('every rate and ratio equals Aequitas’', () => {
    for (const row of expected['aequitas_1.1.0_ref_Caucasian_Male_25-45']) {
      const group = groupOf(row.attribute_name, row.attribute_value);
      for (const [theirs, ours] of Object.entries(aequitasNames)) {
        expect(group.metrics[ours]).toBeCloseTo(row[theirs] ?? Number.NaN, 12);
        const ratio = row[`${theirs}_disparity`];
        const name = `${row.attribute_name}=${row.attribute_value}`;
        if (ratio !== undefined && ratio !== 1) expect(disparityOf(ours, name).ratio).toBeCloseTo(ratio, 12);
      }
    }
  });

  test('intervals of what no rule judges are the plain ones of 95 %', () => {
    const { ratio, interval, status } = disparityOf('false_positive_rate', 'race=African-American');
    expect(ratio).toBeCloseTo(1.9121, 4);
    expect(interval?.[0]).toBeCloseTo(1.721239, 6);
    expect(interval?.[1]).toBeCloseTo(2.124108, 6);
    expect(status).toBeNull();
  });

  test('judges the large groups and leaves the small ones open', () => {
    const status = (group: string) => disparityOf('selection_rate', group).status;
    expect(status('race=African-American')).toBe('fail');
    expect(status('race=Asian')).toBe('inconclusive');
    expect(status('race=Native American')).toBe('inconclusive');
    expect(status('sex=Female')).toBe('pass');
    expect(judged.result.verdict).toBe('fail');
  });

  describe('from the scores', () => {
    test('a threshold of 5 is the same prediction', async () => {
      const { figures } = await judgeWith(
        {
          predictions: 'compas_two_years_min.csv',
          label: 'two_year_recid',
          score: 'decile_score',
          threshold: 5,
          favourable: 0,
          attributes: ['race'],
          'reference-group': 'race=Caucasian',
        },
        { workspace: folder },
      );
      expect(figures.overall).toMatchObject({ tp: 2035, fp: 1282, tn: 2681, fn: 1216 });
      expect(figures.overall.metrics.selection_rate).toBe((2681 + 1216) / 7214);
    });
  });
});
