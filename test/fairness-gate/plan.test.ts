import { describe, expect, test } from '@jest/globals';
import { inputs } from '../../src/fairness-gate/inputs.js';
import { planOf } from '../../src/fairness-gate/plan.js';
import type { Settings } from '../../src/fairness-gate/settings.js';
import { baseSettings, pullRequest, release } from './setup.js';

const { prediction: _, ...blind } = baseSettings;
const plan = (changes: Partial<Settings>) => planOf({ ...baseSettings, ...changes }, release);

describe('a favourable outcome that cuts the score also says where the model divides', () => {
  test.each([
    ['score < 0.12', '>='],
    ['score >= 0.12', '>='],
    ['score <= 0.12', '>'],
    ['score > 0.12', '>'],
  ])('%s', (when, operator) => {
    const settings: Settings = { ...blind, score: 'score', favourable: { when } };
    expect(planOf(settings, release).prediction).toEqual({
      kind: 'condition',
      condition: { column: 'score', operator, constant: 0.12 },
    });
  });

  test('but a threshold says it better', () => {
    const settings: Settings = {
      ...blind,
      score: 'score',
      threshold: 0.5,
      favourable: { when: 'score < 0.12' },
    };
    expect(planOf(settings, release).prediction).toMatchObject({
      condition: { operator: '>=', constant: 0.5 },
    });
  });
});

test.each([
  [1, true],
  ['0', false],
  ['False', false],
  [true, true],
])('favourable %j', (favourable, positive) => {
  expect(plan({ favourable }).favourable).toEqual({ kind: 'predicted', positive });
});

describe('references', () => {
  const kindsOf = (written: string | string[]) => [
    ...plan({ attributes: ['sex', 'race'], 'reference-group': written }).references.values(),
  ];

  test.each([
    ['majority', [{ kind: 'majority' }, { kind: 'majority' }]],
    [
      ['sex=m', 'overall'],
      [{ kind: 'group', value: 'm' }, { kind: 'overall' }],
    ],
    [['race=a=b'], [{ kind: 'best' }, { kind: 'group', value: 'a=b' }]],
    [['race=majority'], [{ kind: 'best' }, { kind: 'majority' }]],
  ])('%j', (written, expected) => {
    expect(kindsOf(written)).toEqual(expected);
  });

  test('a bare value names the group of the only attribute', () => {
    expect(plan({ 'reference-group': 'm' }).references.get('sex')).toEqual({ kind: 'group', value: 'm' });
  });
});

describe('what an open question means', () => {
  const rule = { metric: 'tpr', ratio: { min: 0.8 } } as const;
  test.each([
    [undefined, 'warn', 'fail'],
    ['fail', 'fail', 'fail'],
    ['warn', 'warn', 'warn'],
    [{ 'pull-request': 'fail' }, 'fail', 'fail'],
    [{ release: 'warn' }, 'warn', 'warn'],
  ] as const)('%j', (written, before, after) => {
    const rules = [{ ...rule, ...(written !== undefined && { 'on-inconclusive': written }) }];
    const of = (run: typeof release) => planOf({ ...baseSettings, rules }, run).rules[0]?.onInconclusive;
    expect([of(pullRequest), of(release)]).toEqual([before, after]);
  });
});

describe('inputs', () => {
  const shape = (name: string, raw: string | string[]) => inputs.find((i) => i.name === name)?.shape?.(raw);

  test('attributes may come in a list, with commas, or both', () => {
    expect(shape('attributes', ['sex, race', 'age'])).toEqual(['sex', 'race', 'age']);
  });

  test('a column or a comparison', () => {
    expect(shape('prediction', 'approved')).toBe('approved');
    expect(shape('prediction', "risk != 'Low'")).toEqual({ when: "risk != 'Low'" });
  });
});
