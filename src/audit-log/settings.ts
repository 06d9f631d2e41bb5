import { type Static, Type } from 'typebox';
import { descriptions } from './descriptions.js';

const judging = { 'x-judging': true };

export const commands = ['append', 'verify', 'proof', 'query', 'doctor'] as const;
export type Command = (typeof commands)[number];

const line = (name: keyof typeof descriptions, more: object = {}) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 4096, description: descriptions[name], ...more }));

/** The section `audit-log` of a pipeline. */
export const settingsSchema = Type.Object(
  {
    command: Type.Optional(Type.Enum([...commands], { description: descriptions.command })),
    store: line('store'),
    origin: line('origin', { pattern: '^[^\\s+]+$', ...judging }),
    key: line('key'),
    'public-key': line('public-key', judging),
    checkpoint: line('checkpoint'),
    index: Type.Optional(
      Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: descriptions.index }),
    ),
    digest: line('digest', { pattern: '^([A-Za-z0-9]{1,20}:)?[0-9a-f]{40,64}$' }),
    gate: line('gate'),
    actor: line('actor'),
    run: line('run'),
    output: line('output'),
  },
  { additionalProperties: false, description: 'A log of every outcome, in which edits show.' },
);
export type Settings = Static<typeof settingsSchema>;
