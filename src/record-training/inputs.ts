import type { Input } from '../gate/input.js';

export const inputs: readonly Input[] = [
  {
    name: 'command',
    kind: 'list',
    value: 'COMMAND',
    key: '/record-training/command',
    description: 'Program and arguments to run, without a shell; on the command line what follows `--`.',
  },
  {
    name: 'step',
    kind: 'text',
    value: 'NAME',
    key: '/record-training/step',
    description: 'Name of the step, one record each; `train` unless given.',
  },
  {
    name: 'dataset',
    kind: 'list',
    value: 'NAME',
    key: '/record-training/datasets',
    description: 'A dataset of the pipeline that goes in; all of them unless given.',
  },
  {
    name: 'input',
    kind: 'list',
    value: 'PATH',
    key: '/record-training/inputs',
    description: 'Something else that goes in: a lock file, configuration, the model to predict with.',
  },
  {
    name: 'output',
    kind: 'list',
    value: 'PATH',
    key: '/record-training/outputs',
    description: 'What must come out; the pipeline’s model unless given.',
  },
];
