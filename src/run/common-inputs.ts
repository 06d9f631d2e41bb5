import type { Input } from '../gate/input.js';
import { stages } from '../gate/stage.js';

/** Inputs that every action and command takes (DESIGN §5). None of them goes into the config: they steer the run. */
export const commonInputs: readonly Input[] = [
  {
    name: 'config',
    kind: 'text',
    value: 'FILE',
    description: 'Config file; `.github/sluice.yml` unless given.',
  },
  {
    name: 'pipeline',
    kind: 'text',
    value: 'NAME',
    description: 'Which pipeline of the config; needed when there are several.',
  },
  {
    name: 'mode',
    kind: 'text',
    value: 'MODE',
    choices: ['enforce', 'report'],
    description: '`report` shows a failed verdict and still exits 0; errors never do.',
  },
  {
    name: 'stage',
    kind: 'text',
    value: 'STAGE',
    choices: stages,
    description:
      '`before-training` judges what is there before a model is; `after-training`, the default, judges everything.',
  },
  {
    name: 'expect',
    kind: 'text',
    value: 'FILE',
    description:
      'What the jobs before announced: the `needs` context as JSON, toJSON(needs), or a file with it. Evidence they did not announce is ignored.',
  },
  {
    name: 'instance',
    kind: 'text',
    value: 'NAME',
    description: 'Tells the legs of a matrix apart, so that their evidence does not collide.',
  },
];

/** Inputs of the actions alone. */
export const actionInputs: readonly Input[] = [
  {
    name: 'evidence-store',
    kind: 'text',
    value: 'STORE',
    description: 'Where evidence is kept: `artifact` (the default), or a folder.',
  },
  {
    name: 'engine',
    kind: 'text',
    value: 'HOW',
    choices: ['fetch', 'never'],
    description:
      '`fetch`, the default, downloads the data engine once and checks it; `never` takes only one that is there.',
  },
  { name: 'engine-path', kind: 'text', value: 'DIR', description: 'Folder that holds the data engine.' },
  {
    name: 'token',
    kind: 'text',
    value: 'TOKEN',
    description: 'Reads the base tip where git has no history; `contents: read` is enough.',
  },
];

/** Flags of the command line alone. */
export const cliInputs: readonly Input[] = [
  {
    name: 'evidence-dir',
    kind: 'text',
    value: 'DIR',
    description: 'Folder for evidence, with reports below it; `.sluice` unless given.',
  },
  {
    name: 'json',
    kind: 'flag',
    description: 'Print one GateResult as JSON on standard output and nothing else there.',
  },
];
