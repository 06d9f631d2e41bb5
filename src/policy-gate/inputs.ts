import type { Input } from '../gate/input.js';

export const inputs: readonly Input[] = [
  {
    name: 'policy',
    kind: 'list',
    value: 'FILE',
    key: '/policy-gate/policy',
    description: 'File with rules over what gates measured: YAML or JSON, `{version: 1, rules: […]}`.',
  },
];
