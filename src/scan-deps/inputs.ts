import type { Input } from '../gate/input.js';

export const inputs: readonly Input[] = [
  {
    name: 'lock',
    kind: 'list',
    value: 'FILE',
    key: '/scan-deps/lock-files',
    description: 'Requirements file to judge; `requirements.txt` unless given.',
  },
  {
    name: 'models',
    kind: 'list',
    value: 'DIR',
    key: '/scan-deps/models',
    description:
      'Model file or folder to open without running anything; the pipeline’s `model` unless given.',
  },
  {
    name: 'osv',
    kind: 'list',
    value: 'ZIP|DIR',
    key: '/scan-deps/osv',
    description: 'Advisory database: a zip of OSV JSON files, or a folder of them.',
  },
  {
    name: 'kev',
    kind: 'text',
    value: 'FILE',
    key: '/scan-deps/kev',
    description: 'Catalogue of known exploited vulnerabilities; what it lists has no grace.',
  },
];
