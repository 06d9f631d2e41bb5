import { type Static, Type } from 'typebox';

const text = (description: string) => Type.String({ minLength: 1, maxLength: 4096, description });

/** The section `verify-model` of a pipeline. */
export const settingsSchema = Type.Object(
  {
    model: Type.Optional(text('File or folder to verify; the pipeline’s `model` unless given.')),
    bundle: Type.Optional(text('The signature; the model’s path and `.sig` unless given.')),
    'public-key': Type.Optional(text('PEM file of the key that must have signed.')),
    'log-proof': Type.Optional(text('Proof that the signature is in the audit log (C2SP tlog-proof).')),
    'log-key': Type.Optional(text('Public key of the audit log: `NAME+ID+KEY`, or a file that holds one.')),
    'require-chain': Type.Optional(
      Type.Boolean({
        description:
          'Whether a bundle without a complete chain beside it fails; `false` unless given, since other signers write none.',
      }),
    ),
  },
  {
    additionalProperties: false,
    description: 'Proving a signed model again, where it is used',
    'x-judging': true,
  },
);
export type Settings = Static<typeof settingsSchema>;
