import { type Static, Type } from 'typebox';

const judging = { 'x-judging': true };
/** Gates whose evidence a policy can ask for. */
export const requirable = ['data-validate', 'scan-deps', 'record-training', 'fairness-gate'] as const;
export type Requirable = (typeof requirable)[number];

const age = () =>
  Type.Optional(Type.String({ pattern: '^[0-9]{1,5}[hd]$', description: 'Hours or days: `24h`, `7d`.' }));
const scalar = Type.Union([Type.Number(), Type.String({ maxLength: 1024 }), Type.Boolean()]);

/** One typed rule over a gate's `metrics`: a value that is missing or of another type is an error, never a pass. */
export const ruleSchema = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,63}$', description: 'Name of the rule, unique.' }),
    gate: Type.Enum([...requirable], { description: 'Whose evidence it looks at.' }),
    metric: Type.String({
      pattern: '^(/[^/]+)+$',
      maxLength: 1024,
      description: 'JSON pointer (RFC 6901) into the `metrics` of that evidence: `/rows`.',
    }),
    min: Type.Optional(Type.Number({ description: 'The least number accepted.' })),
    max: Type.Optional(Type.Number({ description: 'The greatest number accepted.' })),
    equals: Type.Optional({ ...scalar, description: 'The one value accepted.' }),
    because: Type.Optional(
      Type.String({ maxLength: 1024, description: 'Why the rule is there; shown when it is broken.' }),
    ),
  },
  {
    additionalProperties: false,
    description: 'One rule over a figure that a gate measured.',
  },
);
export type Rule = Static<typeof ruleSchema>;

/** The section `policy-gate` of a pipeline. */
export const settingsSchema = Type.Object(
  {
    require: Type.Optional(
      Type.Array(Type.Enum([...requirable], { description: 'A gate.' }), {
        minItems: 1,
        description:
          'Gates whose evidence must be there; unless given, those of data-validate, scan-deps and fairness-gate that the pipeline has.',
        ...judging,
      }),
    ),
    accept: Type.Optional(
      Type.Array(Type.Enum(['pass', 'warn'], { description: 'A verdict.' }), {
        minItems: 1,
        description: 'Verdicts that are good enough; `pass` and `warn` unless given.',
        ...judging,
      }),
    ),
    'max-age': Type.Optional(
      Type.Object(
        Object.fromEntries(requirable.map((gate) => [gate, age()])) as Record<
          Requirable,
          ReturnType<typeof age>
        >,
        {
          additionalProperties: false,
          description: 'How old evidence may be, gate by gate; `24h` for scan-deps unless given.',
          ...judging,
        },
      ),
    ),
    'same-subjects': Type.Optional(
      Type.Boolean({
        description:
          'Whether gates must speak of the same data, model and lock files; they must unless this is `false`.',
        ...judging,
      }),
    ),
    rules: Type.Optional(
      Type.Array(ruleSchema, {
        maxItems: 1000,
        description: 'Rules over figures that gates measured.',
        ...judging,
      }),
    ),
    policy: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 4096 }), {
        minItems: 1,
        maxItems: 100,
        description: 'Files with more rules: YAML or JSON, `{version: 1, rules: […]}`.',
        ...judging,
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Whether the evidence of the other gates is complete and good.',
  },
);
export type Settings = Static<typeof settingsSchema>;
