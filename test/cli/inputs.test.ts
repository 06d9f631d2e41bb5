import { expect, test } from '@jest/globals';
import { parseCommandLine } from '../../src/cli/command-line.js';
import { gates } from '../../src/cli/gates.js';
import { actionInputs, cliInputs, commonInputs } from '../../src/run/common-inputs.js';

test.each(Object.entries(gates))('no two inputs of %s have one name', async (name, load) => {
  const { inputs, summary } = await load();
  for (const more of [actionInputs, cliInputs]) {
    const names = [...inputs, ...commonInputs, ...more].map((input) => input.name);
    expect(names).toEqual([...new Set(names)]);
  }
  const grammar = { name, summary, inputs: [...inputs, ...commonInputs, ...cliInputs] };
  expect(parseCommandLine(grammar, ['--stage', 'before-training', '--expect', 'needs.json'])).toEqual(
    new Map([
      ['stage', 'before-training'],
      ['expect', 'needs.json'],
    ]),
  );
});
