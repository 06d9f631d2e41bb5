import type { Input } from '../gate/input.js';

export const inputs: readonly Input[] = [
  {
    name: 'model',
    kind: 'text',
    value: 'PATH',
    key: '/sign-model/model',
    description: 'File or folder to sign; the pipeline’s `model` unless given.',
  },
  {
    name: 'bundle',
    kind: 'text',
    value: 'FILE',
    key: '/sign-model/bundle',
    description:
      'Where the signature goes; the model’s path and `.sig` unless given. The chain goes beside it.',
  },
  {
    name: 'key',
    kind: 'text',
    value: 'PEM',
    key: '/sign-model/key',
    description: 'Private key, a PEM file or its text: elliptic curve P-256, P-384 or P-521.',
  },
  {
    name: 'require',
    kind: 'list',
    value: 'GATE,…|none',
    key: '/sign-model/require',
    shape: (raw) =>
      [raw].flat().flatMap((text) =>
        String(text)
          .split(',')
          .map((gate) => gate.trim()),
      ),
    description: 'Gates that must have passed for these very bytes; `none` signs bytes only.',
  },
];
