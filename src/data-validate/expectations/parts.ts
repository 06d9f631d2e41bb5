import { type TProperties, Type } from 'typebox';
import { severities } from '../../gate/finding.js';

/** Text that may travel into SQL: without NUL, which has no SQL form. */
export const plainText = (description: string, maxLength = 4096) =>
  Type.String({ description, maxLength, pattern: '^[^\\u0000]*$' });

export const columnName = Type.String({ description: 'Name of the column', minLength: 1, maxLength: 1024 });
export const columnNames = (description: string, minItems: number) =>
  Type.Array(Type.String({ maxLength: 1024 }), {
    description,
    minItems,
    maxItems: 10_000,
    uniqueItems: true,
  });

export const boundSchema = (description: string) =>
  Type.Union([Type.Number(), plainText('A date, a time or a text')], { description });

export const memberSet = (description: string) =>
  Type.Array(Type.Union([Type.Number(), plainText('A text'), Type.Boolean()]), {
    description,
    minItems: 1,
    maxItems: 100_000,
  });

export const shareSchema = (description: string) => Type.Number({ description, minimum: 0, maximum: 1 });

/** What every expectation takes. */
const common = {
  severity: Type.Optional(
    Type.Enum([...severities], {
      description: 'What falling short does: error fails (the default), warning warns',
    }),
  ),
  meta: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'Notes for machines, carried on the check' }),
  ),
};
/** Which rows are looked at. */
export const condition = {
  row_condition: Type.Optional(
    Type.Union([plainText('A condition'), Type.Record(Type.String(), Type.Unknown())], {
      description:
        'Only rows that meet it are looked at: `age > 18 and country == "DE"`, or an object of GX 1.x',
    }),
  ),
  condition_parser: Type.Optional(
    Type.Enum(['pandas', 'spark', 'great_expectations', 'great_expectations__experimental__'], {
      description: 'The language of `row_condition`; pandas unless given',
    }),
  ),
};
export const mostly = {
  mostly: Type.Optional(shareSchema('The share of non-null values that must meet it; 1 unless given')),
};
export const bounds = {
  min_value: Type.Optional(boundSchema('Least value accepted')),
  max_value: Type.Optional(boundSchema('Greatest value accepted')),
  strict_min: Type.Optional(Type.Boolean({ description: 'Whether the least value itself is refused' })),
  strict_max: Type.Optional(Type.Boolean({ description: 'Whether the greatest value itself is refused' })),
};
export const numberBounds = {
  ...bounds,
  min_value: Type.Optional(Type.Number({ description: 'Least value accepted' })),
  max_value: Type.Optional(Type.Number({ description: 'Greatest value accepted' })),
};
export const countBounds = {
  ...bounds,
  min_value: Type.Optional(Type.Integer({ description: 'Least count accepted', minimum: 0 })),
  max_value: Type.Optional(Type.Integer({ description: 'Greatest count accepted', minimum: 0 })),
};
export const regex = { regex: plainText('Regular expression, found anywhere in the text unless anchored') };
export const valueSet = { value_set: memberSet('The values meant') };

export const args = <P extends TProperties>(description: string, properties: P) =>
  Type.Object({ ...properties, ...common }, { additionalProperties: false, description });
/** Of one column, in the rows that a condition means. */
export const onColumn = <P extends TProperties>(description: string, properties: P) =>
  args(description, { column: columnName, ...properties, ...condition });
