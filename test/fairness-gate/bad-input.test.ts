import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Settings } from '../../src/fairness-gate/settings.js';
import { describeProblem } from '../../src/gate/failure.js';
import { compareCodePoints } from '../../src/gate/order.js';
import { tempFolder } from '../temp.js';
import { baseSettings, failureOf, judgeWith, unequal, writeTo } from './setup.js';

const workspace = tempFolder();
writeTo(workspace, 'predictions.csv', unequal);
mkdirSync(path.join(workspace, 'folder.csv'));

async function refusal(changes: Partial<Settings>): Promise<string> {
  const failure = await failureOf({ ...baseSettings, ...changes }, { workspace });
  return `${failure.kind}: ${failure.problems.map(describeProblem).join(' | ')}`;
}

async function refusalOf(name: string, content: string | Uint8Array, changes: Partial<Settings> = {}) {
  writeTo(workspace, name, content);
  return refusal({ predictions: name, ...changes });
}

describe('files', () => {
  test.each([
    ['no such file', 'gone.csv', /^input: gone.csv: .*not/],
    ['a folder', 'folder.csv', /^input: folder.csv: /],
    ['an unknown ending', 'rows.xlsx', /^config: rows.xlsx: predictions are in no format/],
  ])('%s', async (_, predictions, expected) => {
    if (predictions === 'rows.xlsx') writeTo(workspace, predictions, 'x');
    expect(await refusal({ predictions })).toMatch(expected);
  });

  test.each([
    ['empty', 'empty.csv', '', /^input: empty.csv: the file of predictions is empty/],
    ['header alone', 'header.csv', 'sex,label,prediction\n', /^input: header.csv: there is no row to judge/],
    [
      'header without line end',
      'cut.csv',
      'sex,label,prediction',
      /^input: cut.csv: there is no row to judge/,
    ],
    [
      'binary',
      'binary.csv',
      Uint8Array.from([0x89, 0x50, 0, 1, 2, 10]),
      /^input: binary.csv: holds NUL bytes/,
    ],
    [
      'not UTF-8',
      'latin.csv',
      Buffer.from('sex,label,prediction\nfrau\xe9,1,1\n', 'latin1'),
      /^input: latin.csv: cannot be read/,
    ],
    ['unclosed header', 'quote.csv', 'sex,"label\n', /^input: quote.csv:1: the header line does not end/],
    ['a row too short', 'ragged.csv', `${unequal}f,1\n`, /^input: ragged.csv: cannot be read/],
    ['a row too long', 'long.csv', `${unequal}f,1,1,1\n`, /^input: long.csv: cannot be read/],
    ['no Parquet', 'fake.parquet', unequal, /^input: fake.parquet: cannot be read/],
    [
      'no JSON',
      'fake.jsonl',
      `{"sex":"f","label":1,"prediction":1}\n{"sex":\n`,
      /^input: fake.jsonl: cannot be read/,
    ],
    [
      'no column',
      'names.csv',
      'Sex,label,prediction\nf,1,1\n',
      /^config: names.csv: there is no column "sex" — name one of "Sex", "label"/,
    ],
    [
      'a column twice',
      'twice.csv',
      'sex,label,label,prediction\nf,1,0,1\n',
      /^input: twice.csv:1: the column "label" comes twice/,
    ],
  ])('%s', async (_, name, content, expected) => {
    expect(await refusalOf(name, content)).toMatch(expected);
  });

  test('no cell value is shown', async () => {
    for (const [name, content] of [
      ['secret.csv', `${unequal}f,"Jane Doe",1\n`],
      ['secret-row.csv', `${unequal}Jane Doe\n`],
    ] as const)
      expect(await refusalOf(name, content)).not.toContain('Jane');
  });
});

describe('cells', () => {
  const more = (line: string) => `${unequal}${line}\n`;

  test.each([
    [
      'a label of 2',
      'f,2,1',
      /^input: cells.csv \(row 2001\): 1 rows have a label that is not what is expected — write 0\/1/,
    ],
    ['a missing label', 'f,,1', /^input: cells.csv \(row 2001\): 1 rows have a label that is missing/],
    ['a missing prediction', 'f,1,', /\(row 2001\): 1 rows have a prediction or score that is missing/],
    [
      'both',
      'f,x,y',
      /label that is not what is expected.* \| .*prediction or score that is not what is expected/,
    ],
  ])('%s', async (_, line, expected) => {
    expect(await refusalOf('cells.csv', more(line))).toMatch(expected);
  });

  test.each(['NaN', 'inf', '-Infinity', 'high', '1e999', ''])('a score of %j', async (score) => {
    const { prediction: _, ...rest } = baseSettings;
    writeTo(workspace, 'scores.csv', `sex,label,score\nf,1,0.5\nm,0,${score}\n`);
    const failure = await failureOf(
      { ...rest, predictions: 'scores.csv', score: 'score', threshold: 0.5 },
      { workspace },
    );
    expect(failure.problems[0]).toMatchObject({ place: { file: 'scores.csv', row: 2 } });
  });

  test.each([
    ['-1', /weight that is below 0/],
    ['NaN', /weight that is not what is expected/],
    ['', /weight that is missing/],
    ['0', /the weights are all 0/],
    ['1e300', /too large/],
  ])('a weight of %j', async (weight, expected) => {
    expect(await refusalOf('w.csv', `sex,label,prediction,w\nf,1,1,${weight}\n`, { weight: 'w' })).toMatch(
      expected,
    );
  });

  test('an attribute that is no group', async () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => `${i},1,1\n`).join('');
    expect(await refusalOf('ids.csv', `sex,label,prediction\n${ids}`)).toMatch(
      /^input: ids.csv: the attribute sex has 10000 values; more than 200/,
    );
    expect(await refusalOf('text.csv', `sex,label,prediction\n${'x'.repeat(300)},1,1\n`)).toMatch(
      /longer than 200/,
    );
  });

  test('attributes that are all missing', async () => {
    expect(await refusalOf('void.csv', 'sex,label,prediction\n,1,1\n', { missing: 'drop' })).toMatch(
      /sex has no value in any row/,
    );
  });
});

describe('names that are SQL, or hostile otherwise, are only names', () => {
  test.each(['"; DROP TABLE x; --', "a'b", '__proto__', 'naïve 🙂', '*', 'c1'])('%s', async (name) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    writeTo(workspace, 'hostile.csv', unequal.replace('sex', quoted).replaceAll(/^f,/gm, `${quoted},`));
    const { figures } = await judgeWith(
      { ...baseSettings, predictions: 'hostile.csv', attributes: [name] },
      { workspace },
    );
    expect(figures.groups.map(({ attributes }) => attributes)).toEqual(
      [name, 'm'].sort(compareCodePoints).map((value) => Object.fromEntries([[name, value]])),
    );
  });
});

describe('settings that leave open what is meant', () => {
  const rule = { metric: 'selection_rate', ratio: { min: 0.8 } } as const;
  const { favourable: _f, ...unnamed } = baseSettings;
  const { attributes: _a, ...unattributed } = baseSettings;
  const { prediction: _p, ...blind } = baseSettings;

  test.each<[string, Settings, RegExp]>([
    ['no attributes', unattributed, /attributes is missing/],
    [
      'a rule about selection without a favourable outcome',
      { ...unnamed, rules: [rule] },
      /nobody is selected/,
    ],
    [
      'prediction and score',
      { ...baseSettings, score: 's', threshold: 1 },
      /prediction and score are both given/,
    ],
    ['score alone', { ...blind, score: 's' }, /score is given without threshold/],
    ['neither', blind, /what the model predicted is missing/],
    [
      'ratio and difference',
      { ...baseSettings, rules: [{ ...rule, difference: { max: 0.1 } }] },
      /both ratio and difference/,
    ],
    ['neither of them', { ...baseSettings, rules: [{ metric: 'tpr' }] }, /neither ratio nor difference/],
    [
      'a rule that nothing breaks',
      { ...baseSettings, rules: [{ metric: 'fpr', ratio: { min: 0.8 } }] },
      /no group can break it/,
    ],
    [
      'a favourable value that is none',
      { ...baseSettings, favourable: 'approved' },
      /"approved" is no value of a prediction/,
    ],
    [
      'a reference to an attribute not judged',
      { ...baseSettings, attributes: ['sex', 'race'], 'reference-group': 'age=1' },
      /names no attribute that is judged/,
    ],
    ['two references', { ...baseSettings, 'reference-group': ['sex=f', 'sex=m'] }, /two references for sex/],
    [
      'a comparison that is none',
      { ...baseSettings, favourable: { when: 'score < 1 OR 1=1' } },
      /not one constant/,
    ],
  ])('%s', async (_, settings, expected) => {
    const failure = await failureOf(settings, { workspace });
    expect(failure.kind).toBe('config');
    expect(failure.message).toMatch(expected);
  });
});
