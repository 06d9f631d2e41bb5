import { type Static, Type } from 'typebox';

const count = Type.Integer({ minimum: 0 });

const histogram = Type.Object(
  {
    of: Type.Enum(['number', 'time'], { description: '`time`: seconds since 1970, UTC' }),
    width: Type.Number({ description: 'A power of two', exclusiveMinimum: 0 }),
    bins: Type.Array(Type.Tuple([Type.Integer(), Type.Integer({ minimum: 1 })]), {
      description:
        'Index and count, ascending; bin i holds the values from i·width to (i + 1)·width, the latter left out',
    }),
  },
  { additionalProperties: false },
);

const column = Type.Object(
  {
    name: Type.String(),
    type: Type.Enum(['integer', 'number', 'boolean', 'date', 'timestamp', 'text', 'other', 'mixed', 'empty']),
    nulls: count,
    min: Type.Union([Type.Number(), Type.String(), Type.Null()]),
    max: Type.Union([Type.Number(), Type.String(), Type.Null()]),
    histogram: Type.Union([histogram, Type.Null()], { description: 'Of finite numbers and of times' }),
    values: Type.Union(
      [
        Type.Array(
          Type.Object(
            {
              sha256: Type.Optional(
                Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of the text in UTF-8' }),
              ),
              text: Type.Optional(Type.String({ description: 'The text itself, where samples are shown' })),
              count,
            },
            { additionalProperties: false },
          ),
        ),
        Type.Null(),
      ],
      {
        description:
          'Every distinct text of a column of texts or truth values, where there are at most 1 000',
      },
    ),
  },
  { additionalProperties: false },
);

/** A profile of a dataset as a file: counts alone, exact, so that those of parts add up to that of the whole. */
export const profileFileSchema = Type.Object(
  {
    version: Type.Literal(1),
    dataset: Type.String(),
    subject: Type.Object(
      { name: Type.String(), digest: Type.Record(Type.String(), Type.String()) },
      { additionalProperties: false, description: 'The very bytes that it is of' },
    ),
    rows: count,
    columns: Type.Array(column),
  },
  { additionalProperties: false },
);
export type ProfileFile = Static<typeof profileFileSchema>;
