import type { Input } from '../gate/input.js';

export const inputs: readonly Input[] = [
  {
    name: 'data',
    kind: 'list',
    value: 'GLOB',
    key: '/datasets/data/path',
    description:
      'Files or folders to judge as the dataset `data`: CSV, JSON, JSON lines, Parquet or Arrow, compressed or not; or an address in S3.',
  },
  {
    name: 'suite',
    kind: 'text',
    value: 'FILE',
    key: '/data-validate/data/suite',
    description:
      'Rules for the dataset `data`: our own YAML, a suite of Great Expectations, a data contract (ODCS), a Table Schema or a JSON Schema.',
  },
  {
    name: 'profile',
    kind: 'text',
    value: 'FILE',
    key: '/data-validate/data/profile',
    description:
      'Writes a profile of the dataset `data`: exact counts and histograms that later runs can compare with.',
  },
  {
    name: 'timeout',
    kind: 'text',
    value: 'TIME',
    key: '/data-validate/data/timeout',
    description: 'Longest time that judging the dataset `data` may take: 30s, 10m, 2h.',
  },
  {
    name: 'memory-limit',
    kind: 'text',
    value: 'SIZE',
    key: '/data-validate/data/memory-limit',
    description: 'Most memory for judging, engine and all: 512MB, 4GB; what does not fit spills to disk.',
  },
];
