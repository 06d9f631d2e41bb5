import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { gates, isGateName } from '../../src/cli/gates.js';
import { actionInputs, commonInputs } from '../../src/run/common-inputs.js';
import { commonOutputs } from '../../src/run/common-outputs.js';
import { actionNames, read, readYaml, root } from './files.js';

interface ActionYml {
  readonly inputs: Readonly<Record<string, { readonly description: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: { readonly using: string; readonly main: string };
}

async function gateNamed(name: string) {
  if (!isGateName(name)) throw new Error(`actions/${name} is no gate`);
  return gates[name]();
}

test('every gate is a published action, and every action a gate', () => {
  expect(new Set(actionNames)).toEqual(new Set(Object.keys(gates)));
});

describe.each(actionNames)('the action %s', (name) => {
  const yml = readYaml<ActionYml>(`actions/${name}/action.yml`);
  const readme = read(`actions/${name}/README.md`);

  test('takes exactly the inputs that its gate declares', async () => {
    const gate = await gateNamed(name);
    const declared = [...gate.inputs, ...commonInputs, ...actionInputs].map((input) => input.name);
    expect(Object.keys(yml.inputs)).toEqual(declared);
    expect(new Set(declared).size).toBe(declared.length);
  });

  test('has exactly the common outputs and its headline figures', async () => {
    const gate = await gateNamed(name);
    const names = [...commonOutputs, ...gate.headlines].map((output) => output.name);
    expect(Object.keys(yml.outputs)).toEqual([...new Set(names)]);
  });

  test('has a row in its README for each input and output', () => {
    for (const word of [...Object.keys(yml.inputs), ...Object.keys(yml.outputs)])
      expect(readme).toContain(`| \`${word}\` |`);
  });

  test('runs its own bundle on Node 24', () => {
    expect(yml.runs).toEqual({ using: 'node24', main: `../../dist/${name}/index.js` });
    expect(existsSync(path.join(root, 'actions', name, yml.runs.main))).toBe(true);
  });

  test('has a version, a changelog and a README that shows a workflow with its permissions', () => {
    expect(JSON.parse(read(`actions/${name}/package.json`)).version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(read(`actions/${name}/CHANGELOG.md`)).toContain('## ');
    expect(readme).toContain('permissions:');
  });
});

test('every key that an input overrides is a key of the schema', async () => {
  const schema = JSON.parse(read('schemas/sluice.json'));
  const sections = Object.keys(
    Object.values<{ properties: object }>(schema.properties.pipelines.patternProperties)[0]?.properties ?? {},
  );
  for (const load of Object.values(gates)) {
    for (const { key } of (await load()).inputs)
      if (key !== undefined) expect(sections).toContain(key.split('/')[1]);
  }
});
