import type { Input } from '../gate/input.js';
import { descriptions } from './descriptions.js';
import { commands } from './settings.js';

/** Each input sets the setting of its name. */
const input = (
  name: keyof typeof descriptions,
  rest: Omit<Input, 'name' | 'key' | 'description'>,
): Input => ({
  name,
  key: `/audit-log/${name}`,
  description: descriptions[name],
  ...rest,
});

export const inputs: readonly Input[] = [
  input('command', { kind: 'text', choices: commands }),
  input('store', { kind: 'text', value: 'URL', mayLeaveWorkspace: true }),
  input('origin', { kind: 'text', value: 'NAME' }),
  input('key', { kind: 'text', value: 'KEY' }),
  input('public-key', { kind: 'text', value: 'KEY' }),
  input('checkpoint', { kind: 'text', value: 'FILE' }),
  input('index', { kind: 'number', value: 'N' }),
  input('digest', { kind: 'text', value: 'DIGEST' }),
  input('gate', { kind: 'text', value: 'GATE' }),
  input('actor', { kind: 'text', value: 'LOGIN' }),
  input('run', { kind: 'text', value: 'ID' }),
  input('output', { kind: 'text', value: 'FILE' }),
];
