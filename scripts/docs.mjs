#!/usr/bin/env node
// Writes what follows from src: actions/<name>/action.yml, the tables in each action's README, schemas/.
// `scripts/docs.mjs --check` writes nothing and fails where something is out of date. Needs `build/` (tsc).
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { gates } from '../build/cli/gates.js';
import { publishedSchemas } from '../build/config/published-schemas.js';
import { actionInputs, commonInputs } from '../build/run/common-inputs.js';
import { commonOutputs } from '../build/run/common-outputs.js';
import { actionNames } from './actions.mjs';

const root = path.join(import.meta.dirname, '..');
const checking = process.argv.includes('--check');
const stale = [];

async function emit(file, text) {
  const target = path.join(root, file);
  const current = await readFile(target, 'utf8').catch(() => undefined);
  if (current === text) return;
  stale.push(file);
  if (checking) return;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, text);
}

function inputsOf(gate) {
  return [...gate.inputs, ...commonInputs, ...actionInputs];
}

function outputsOf(gate) {
  return [
    ...commonOutputs,
    ...gate.headlines.filter(({ name }) => !commonOutputs.some((o) => o.name === name)),
  ];
}

function actionYml(gate) {
  const inputs = Object.fromEntries(
    inputsOf(gate).map(({ name, description, choices }) => [
      name,
      {
        description: choices ? `${description} One of: ${choices.join(', ')}.` : description,
        required: false,
        ...(name === 'token' && { default: '${{ github.token }}' }),
      },
    ]),
  );
  const outputs = Object.fromEntries(outputsOf(gate).map(({ name, description }) => [name, { description }]));
  const document = {
    name: `Sluice ${gate.name}`,
    description: gate.summary,
    author: 'sluice-ml',
    branding: { icon: 'filter', color: 'blue' },
    inputs,
    outputs,
    runs: { using: 'node24', main: `../../dist/${gate.name}/index.js` },
  };
  return `# Generated from src/${gate.name} by \`npm run docs\`.\n${stringify(document, { lineWidth: 0 })}`;
}

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

function tablesOf(gate) {
  return {
    inputs: table(
      ['input', 'in the config', 'what it is'],
      inputsOf(gate).map(({ name, key, description, choices }) => [
        `\`${name}\``,
        key ? `\`${key.slice(1).replaceAll('/', '.')}\`` : '',
        choices ? `${description} One of ${choices.map((c) => `\`${c}\``).join(', ')}.` : description,
      ]),
    ),
    outputs: table(
      ['output', 'what it is'],
      outputsOf(gate).map(({ name, description }) => [`\`${name}\``, description]),
    ),
  };
}

function withTables(readme, tables, file) {
  return Object.entries(tables).reduce((text, [name, content]) => {
    const block = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
    if (!block.test(text)) throw new Error(`${file} has no <!-- ${name} --> … <!-- /${name} --> block`);
    return text.replace(block, (_, open, close) => `${open}${content}\n${close}`);
  }, readme);
}

for (const name of actionNames) {
  const gate = await gates[name]();
  const file = `actions/${name}/README.md`;
  await emit(`actions/${name}/action.yml`, actionYml(gate));
  await emit(file, withTables(await readFile(path.join(root, file), 'utf8'), tablesOf(gate), file));
}
for (const [file, schema] of Object.entries(publishedSchemas)) {
  await emit(`schemas/${file}`, `${JSON.stringify(schema, null, 2)}\n`);
}

if (checking && stale.length > 0) {
  console.error(`Out of date, run \`npm run docs\`: ${stale.join(', ')}`);
  process.exit(1);
}
console.log(stale.length === 0 ? 'Everything generated is up to date.' : `Wrote ${stale.join(', ')}`);
