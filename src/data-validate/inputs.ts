import type { Input } from '../gate/input.js';

export const inputs: readonly Input[] = [
  {
    name: 'data',
    kind: 'list',
    value: 'GLOB',
    key: '/datasets/data/path',
    description: 'Files to judge as the dataset `data`: CSV, JSON lines or Parquet.',
  },
  {
    name: 'suite',
    kind: 'text',
    value: 'FILE',
    key: '/data-validate/data/suite',
    description: 'Rules for the dataset `data`: our own YAML, or a suite of Great Expectations 1.x as JSON.',
  },
];
