import { type Static, Type } from 'typebox';

const paths = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 4096 }), { maxItems: 1000, description });

/** The section `record-training` of a pipeline. Nothing in it judges: it says what a step is, and a change may change that. */
export const settingsSchema = Type.Object(
  {
    step: Type.Optional(
      Type.String({
        pattern: '^[a-z0-9][a-z0-9-]{0,62}$',
        description: 'Name of the step, one record each: `train` unless given; `predict`, `train-eu`.',
      }),
    ),
    command: Type.Optional(
      Type.Array(Type.String({ maxLength: 32_768 }), {
        minItems: 1,
        maxItems: 10_000,
        description:
          'Program and arguments, run without a shell. They are recorded: hand secrets over in the environment.',
      }),
    ),
    datasets: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 100 }), {
        maxItems: 1000,
        description: 'Names of the pipeline’s datasets that go in; all of them unless given.',
      }),
    ),
    inputs: Type.Optional(
      paths(
        'What else goes in: lock files, configuration, code, a base model, or the model to predict with.',
      ),
    ),
    outputs: Type.Optional(paths('What must come out; the pipeline’s `model` unless given.')),
  },
  { additionalProperties: false, description: 'A recorded step: training, prediction', 'x-judging': false },
);
export type Settings = Static<typeof settingsSchema>;
