import { type Static, Type } from 'typebox';

const path = (description: string, options = {}) =>
  Type.String({ minLength: 1, maxLength: 4096, description, ...options });
const notJudging = { 'x-judging': false };

const maxAge = Type.Object(
  {
    'data-validate': Type.Optional(
      Type.String({ pattern: '^[0-9]{1,5}[hd]$', description: 'Hours or days: `24h`, `7d`.' }),
    ),
    'scan-deps': Type.Optional(
      Type.String({
        pattern: '^[0-9]{1,5}[hd]$',
        description: 'Advisories appear every day: `24h` unless given.',
      }),
    ),
    'fairness-gate': Type.Optional(
      Type.String({ pattern: '^[0-9]{1,5}[hd]$', description: 'Hours or days.' }),
    ),
    'policy-gate': Type.Optional(Type.String({ pattern: '^[0-9]{1,5}[hd]$', description: 'Hours or days.' })),
  },
  {
    additionalProperties: false,
    description: 'How old evidence may be, gate by gate; only the scan of dependencies ages by itself.',
    'x-judging': true,
  },
);

/** The section `sign-model` of a pipeline. */
export const settingsSchema = Type.Object(
  {
    model: Type.Optional(path('File or folder to sign; the pipeline’s `model` unless given.')),
    bundle: Type.Optional(
      path('Where the signature goes; the model’s path and `.sig` unless given.', notJudging),
    ),
    key: Type.Optional(
      path('Private key, a PEM file or its text: elliptic curve P-256, P-384 or P-521.', notJudging),
    ),
    require: Type.Optional(
      Type.Array(
        Type.Enum(['data-validate', 'scan-deps', 'fairness-gate', 'policy-gate', 'none'], {
          description: 'A gate, or `none`.',
        }),
        {
          minItems: 1,
          description:
            'Gates that must have passed for these very bytes; the pipeline’s own unless given. `none` alone signs bytes only.',
          'x-judging': true,
        },
      ),
    ),
    refs: Type.Optional(
      Type.Array(Type.String({ pattern: '^refs/[^*]+\\*?$', maxLength: 255 }), {
        minItems: 1,
        description:
          'Refs whose runs sign: full names, or beginnings with `*`; main, master and tags unless given. Proposals never sign.',
        'x-judging': true,
      }),
    ),
    'max-age': Type.Optional(maxAge),
  },
  { additionalProperties: false, description: 'Signing the model, once its evidence is complete' },
);
export type Settings = Static<typeof settingsSchema>;
