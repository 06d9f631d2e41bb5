import type { Input } from '../gate/input.js';
import { looksLikeCondition } from './condition.js';

const key = (name: string) => `/fairness-gate/${name}`;

/** A column, or what must hold: the config's two forms from one text. */
const columnOrComparison: NonNullable<Input['shape']> = (raw) =>
  typeof raw === 'string' && looksLikeCondition(raw) ? { when: raw } : raw;

const splitAtCommas: NonNullable<Input['shape']> = (raw) =>
  [raw]
    .flat()
    .flatMap((text) => String(text).split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');

export const inputs: readonly Input[] = [
  {
    name: 'predictions',
    kind: 'text',
    value: 'FILE',
    key: key('predictions'),
    description: 'Predictions to judge: CSV, TSV, JSON lines or Parquet, one row per person.',
  },
  {
    name: 'label',
    kind: 'text',
    value: 'COL',
    key: key('label'),
    description:
      "What truly happened: a column of 0/1 or true/false, or a comparison such as `outcome = 'repaid'`.",
    shape: columnOrComparison,
  },
  {
    name: 'prediction',
    kind: 'text',
    value: 'COL',
    key: key('prediction'),
    description:
      "What the model predicted: a column of 0/1 or true/false, or a comparison such as `risk != 'Low'`.",
    shape: columnOrComparison,
  },
  {
    name: 'score',
    kind: 'text',
    value: 'COL',
    key: key('score'),
    description: 'Column of scores, with `threshold`, in place of `prediction`.',
  },
  {
    name: 'threshold',
    kind: 'number',
    value: 'N',
    key: key('threshold'),
    description: 'A score at or above it predicts positive.',
  },
  {
    name: 'attributes',
    kind: 'list',
    value: 'A,B',
    key: key('attributes'),
    description: 'Columns of protected attributes; each is judged on its own.',
    shape: splitAtCommas,
  },
  {
    name: 'favourable',
    kind: 'text',
    value: 'VALUE',
    key: key('favourable'),
    description:
      'The outcome people want: 1 or 0 of the prediction, or a comparison such as `score < 0.12`. Taken to be 1 (with a warning) where no rule is written either.',
    shape: columnOrComparison,
  },
  {
    name: 'model',
    kind: 'text',
    value: 'PATH',
    key: '/model',
    description: 'The model (file or folder) that made the predictions; the evidence names it by digest.',
  },
  {
    name: 'weight',
    kind: 'text',
    value: 'COL',
    key: key('weight'),
    description: 'Column of row weights, none below 0.',
  },
  {
    name: 'reference-group',
    kind: 'list',
    value: 'ATTR=VALUE|best|majority',
    key: key('reference-group'),
    description: 'What groups are compared with; `best` unless given.',
  },
];
