import type { Input } from '../gate/input.js';

export const inputs: readonly Input[] = [
  {
    name: 'model',
    kind: 'text',
    value: 'PATH',
    key: '/verify-model/model',
    description: 'File or folder to verify; the pipeline’s `model` unless given.',
  },
  {
    name: 'bundle',
    kind: 'text',
    value: 'FILE',
    key: '/verify-model/bundle',
    description: 'The signature; the model’s path and `.sig` unless given.',
  },
  {
    name: 'public-key',
    kind: 'text',
    value: 'PEM',
    key: '/verify-model/public-key',
    description: 'PEM file of the key that must have signed.',
  },
  {
    name: 'log-proof',
    kind: 'text',
    value: 'FILE',
    key: '/verify-model/log-proof',
    description: 'Proof that the signature is in the audit log, by `sluice audit-log proof`.',
  },
  {
    name: 'log-key',
    kind: 'text',
    value: 'KEY',
    key: '/verify-model/log-key',
    description: 'Public key of the audit log: `NAME+ID+KEY`, or a file that holds one.',
  },
  {
    name: 'require-chain',
    kind: 'flag',
    key: '/verify-model/require-chain',
    description: 'Fail a bundle without a complete chain beside it.',
  },
];
