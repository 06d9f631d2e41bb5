import type { Input } from '../gate/input.js';
import { stages } from './settings.js';

export const inputs: readonly Input[] = [
  {
    name: 'policy',
    kind: 'list',
    value: 'FILE',
    key: '/policy-gate/policy',
    description: 'File with rules over what gates measured: YAML or JSON, `{version: 1, rules: […]}`.',
  },
  {
    name: 'expect',
    kind: 'text',
    value: 'FILE',
    key: '/policy-gate/expect',
    description:
      'What the jobs before announced: the `needs` context as JSON, toJSON(needs), or a file with it. Evidence they did not announce is ignored.',
  },
  {
    name: 'stage',
    kind: 'text',
    key: '/policy-gate/stage',
    choices: stages,
    description: 'Before training only data-validate and scan-deps can be required; `all` unless given.',
  },
];
