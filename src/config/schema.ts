import { type Static, type TSchema, Type } from 'typebox';
import type { SchemaNode } from './schema-node.js';
import { sectionSchemas } from './sections.js';

/** Names of pipelines and datasets: they become file names, outputs and parts of evidence keys. */
const namePattern = '^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$';

const text = (description: string, maxLength: number) =>
  Type.String({ description, minLength: 1, maxLength });

const modeSchema = Type.Enum(['enforce', 'report'], {
  description: 'enforce: a failed gate fails the run; report: it only tells',
  'x-judging': true,
});

const datasetSchema = Type.Object(
  {
    path: Type.Union(
      [text('A file or glob', 4096), Type.Array(text('A file or glob', 4096), { minItems: 1 })],
      {
        description: 'Where the data lies: one file or glob, or a list of them',
      },
    ),
    key: Type.Optional(
      Type.Array(text('A column', 1024), {
        description: 'The columns that together tell rows apart',
        minItems: 1,
        'x-judging': true,
      }),
    ),
    owner: Type.Optional(text('Who answers for the data at its source', 256)),
  },
  { additionalProperties: false, description: 'A dataset of the pipeline, named once for every gate' },
);

const inventorySchema = Type.Object(
  {
    id: text("The model's number in the organisation's inventory", 256),
    tier: Type.Optional(
      Type.Integer({ description: 'Risk tier in that inventory, 1 the highest', minimum: 1, maximum: 9 }),
    ),
  },
  {
    additionalProperties: false,
    description: "The model's entry in the organisation's inventory",
    'x-judging': true,
  },
);

const pipelineSchema = Type.Object(
  {
    mode: Type.Optional(modeSchema),
    model: Type.Optional(text('Path of the model: a file or folder', 4096)),
    inventory: Type.Optional(inventorySchema),
    datasets: Type.Optional(
      Type.Record(Type.String({ pattern: namePattern }), datasetSchema, {
        additionalProperties: false,
        description: 'Datasets by name',
      }),
    ),
    ...Object.fromEntries(
      [...sectionSchemas].map(([name, schema]) => [name, Type.Optional(section(schema))]),
    ),
  },
  {
    additionalProperties: false,
    description: "One model's chain: what it consists of and the gates it must pass",
  },
);

const waiverSchema = Type.Object(
  {
    id: text('What is waived: the id of a check, an advisory or one of its aliases', 512),
    scope: text('Where: `file:item` or `file`, as the finding shows it', 8192),
    reason: text('Why it may stand', 4096),
    owner: text('Who mends it', 256),
    approver: text('Who accepted the risk', 256),
    expires: Type.String({ format: 'date', description: 'Last day on which it holds (UTC), YYYY-MM-DD' }),
  },
  { additionalProperties: false, description: 'A named exception with an end' },
);

/** `sluice.yml`, and with the inputs laid over it (DESIGN §11). Draft-07, so that editors know every keyword. */
export const configSchema = Type.Object(
  {
    version: Type.Literal(1, { description: 'Version of this format' }),
    mode: Type.Optional(modeSchema),
    pipelines: Type.Record(Type.String({ pattern: namePattern }), pipelineSchema, {
      additionalProperties: false,
      minProperties: 1,
      description: 'Pipelines by name: one per model',
    }),
    waivers: Type.Optional(
      Type.Array(waiverSchema, {
        description: 'Exceptions; on pull requests always the base branch’s',
        'x-judging': true,
      }),
    ),
  },
  { additionalProperties: false },
);
export type Config = Static<typeof configSchema>;
export type PipelineConfig = Config['pipelines'][string];

/**
 * A gate's settings as they stand in the file: with `mode` beside them. All of a section decides unless the gate says
 * `x-judging: false` of a key.
 */
function section(settings: TSchema): TSchema {
  const { properties, patternProperties, ...rest }: SchemaNode = settings;
  return {
    'x-judging': true,
    ...rest,
    properties: { mode: modeSchema, ...properties },
    ...(patternProperties && { patternProperties: exceptMode(patternProperties) }),
  };
}

/** Without this, `mode` would also have to be what a section of free names (datasets, columns) asks of each. */
function exceptMode(patterns: Readonly<Record<string, SchemaNode>>): Readonly<Record<string, SchemaNode>> {
  return Object.fromEntries(
    Object.entries(patterns).map(([pattern, schema]) => [`^(?!mode$)(?=[^]*(?:${pattern}))`, schema]),
  );
}
