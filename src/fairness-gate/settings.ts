import { type Static, Type } from 'typebox';
import { metricNames } from './metrics.js';

const column = (description: string) => Type.String({ description, minLength: 1, maxLength: 1024 });

const comparison = (description: string) =>
  Type.String({
    description: `${description}: column, comparison (< <= > >= = !=), constant; text in single quotes`,
    minLength: 1,
    maxLength: 4096,
  });

/** A column of 0/1/true/false, or what must hold for a row to count as positive. */
const positive = (description: string) =>
  Type.Union(
    [
      column('Column of 0/1 or true/false'),
      Type.Object(
        { when: comparison('When a row is positive') },
        { additionalProperties: false, description: 'Names the positive rows by a comparison' },
      ),
    ],
    { description },
  );

const references = (description: string) =>
  Type.Union(
    [
      Type.String({ description: 'One reference', minLength: 1, maxLength: 2048 }),
      Type.Array(Type.String({ minLength: 1, maxLength: 2048 }), {
        description: 'One reference per attribute',
        minItems: 1,
        maxItems: 32,
      }),
    ],
    { description: `${description}: best, majority, overall, ATTRIBUTE=VALUE, or a list of them` },
  );

const inconclusive = (description: string) => Type.Enum(['warn', 'fail'], { description });

const band = Type.Object(
  {
    min: Type.Optional(
      Type.Number({ description: 'Least ratio accepted, e.g. 0.8', minimum: 0, maximum: 1 }),
    ),
    max: Type.Optional(Type.Number({ description: 'Greatest ratio accepted, e.g. 1.25', minimum: 1 })),
  },
  {
    additionalProperties: false,
    minProperties: 1,
    description: "Accepted ratio of a group's rate to the reference's",
  },
);

const rule = Type.Object(
  {
    metric: Type.Enum([...metricNames], {
      description:
        "The rate compared. Aequitas' ppr (share of all predicted positives) follows group size; use selection_rate",
    }),
    ratio: Type.Optional(band),
    difference: Type.Optional(
      Type.Object(
        {
          max: Type.Number({
            description: 'Greatest difference accepted, 0.1 for 10 points',
            minimum: 0,
            maximum: 1,
          }),
        },
        {
          additionalProperties: false,
          description: "Accepted difference of a group's rate from the reference's, either way",
        },
      ),
    ),
    'reference-group': Type.Optional(references('What groups are compared with under this rule')),
    decide: Type.Optional(
      Type.Enum(['interval', 'point'], {
        description:
          'interval (default): by the whole confidence interval; point: by the observed value alone',
      }),
    ),
    'on-inconclusive': Type.Optional(
      Type.Union(
        [
          inconclusive('In every run'),
          Type.Object(
            {
              'pull-request': Type.Optional(
                inconclusive('On pull requests, in merge queues and on a laptop; default warn'),
              ),
              release: Type.Optional(inconclusive('In every other run; default fail')),
            },
            { additionalProperties: false, description: 'By kind of run' },
          ),
        ],
        { description: 'What it does to the verdict when the data cannot tell' },
      ),
    ),
    'min-group-size': Type.Optional(
      Type.Integer({
        description: 'Groups of fewer rows are inconclusive and never the best; default 30',
        minimum: 1,
      }),
    ),
    alpha: Type.Optional(
      Type.Number({
        description:
          'Chance, over all comparisons of the rule together, that an interval misses the truth; default 0.05',
        exclusiveMinimum: 0,
        exclusiveMaximum: 0.5,
      }),
    ),
  },
  { additionalProperties: false, description: 'One metric, what is accepted, and how it is decided' },
);
export type RuleSettings = Static<typeof rule>;

export const settingsSchema = Type.Object(
  {
    predictions: Type.Optional(
      Type.String({
        description: 'File of predictions: CSV, TSV, JSON lines or Parquet, a row per person',
        minLength: 1,
        maxLength: 4096,
        'x-judging': false,
      }),
    ),
    label: Type.Optional(positive('What truly happened')),
    prediction: Type.Optional(positive('What the model predicted; or give score and threshold')),
    score: Type.Optional(column('Column of scores: the higher, the more likely positive')),
    threshold: Type.Optional(Type.Number({ description: 'A score at or above it predicts positive' })),
    favourable: Type.Optional(
      Type.Union(
        [
          Type.String({ description: 'The value of the prediction', minLength: 1, maxLength: 1024 }),
          Type.Number({ description: 'The value of the prediction' }),
          Type.Boolean({ description: 'The value of the prediction' }),
          Type.Object(
            {
              when: comparison('When a row has the favourable outcome'),
              means: Type.Optional(
                Type.String({
                  description: 'What it is called in the report, e.g. approved',
                  minLength: 1,
                  maxLength: 100,
                }),
              ),
            },
            { additionalProperties: false, description: 'Names the favourable outcome by a comparison' },
          ),
        ],
        { description: 'The outcome people want: who has it counts as selected' },
      ),
    ),
    attributes: Type.Optional(
      Type.Array(column('A column'), {
        description: 'Columns of protected attributes; each is judged on its own',
        minItems: 1,
        maxItems: 16,
        uniqueItems: true,
      }),
    ),
    weight: Type.Optional(column('Column of row weights, none below 0')),
    'reference-group': Type.Optional(
      references('What groups are compared with where a rule does not say; default best'),
    ),
    missing: Type.Optional(
      Type.Enum(['error', 'own-group', 'drop'], {
        description:
          'Rows without a value of an attribute: refused (default), a group of their own, or left out of it',
      }),
    ),
    rules: Type.Optional(
      Type.Array(rule, {
        description: 'What is judged; without it: selection_rate at least 0.8 of the best group',
        minItems: 1,
        maxItems: 100,
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Whether a model treats groups alike, judged on its predictions',
  },
);
export type Settings = Static<typeof settingsSchema>;
