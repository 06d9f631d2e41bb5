#!/usr/bin/env node
// What a change must hold beside its tests: types, lint, layers, dead code, generated files, and dist/ as src/ builds it.
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const failed = [];

function step(name, command, args) {
  process.stdout.write(`${name} … `);
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  console.log(status === 0 ? 'ok' : 'FAILED');
  if (status === 0) return;
  failed.push(name);
  console.log(`${stdout}${stderr}`);
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((e) => e.isFile())
    .map((e) => path.relative(folder, path.join(e.parentPath, e.name)))
    .sort();
}

async function compareDist(rebuilt) {
  const [have, want] = await Promise.all([filesBelow(path.join(root, 'dist')), filesBelow(rebuilt)]);
  const differing = [...new Set([...have, ...want])].filter(
    (file) => !have.includes(file) || !want.includes(file),
  );
  for (const file of want.filter((f) => have.includes(f))) {
    const [a, b] = await Promise.all([
      readFile(path.join(root, 'dist', file)),
      readFile(path.join(rebuilt, file)),
    ]);
    if (!a.equals(b)) differing.push(file);
  }
  if (differing.length === 0) return;
  failed.push('dist');
  console.log(`dist/ is not what src/ builds, run \`npm run build\`: ${differing.join(', ')}`);
}

step('types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.test.json']);
step('lint', bin('biome'), ['ci', '--error-on-warnings', '.']);
step('layers', process.execPath, ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', 'src']);
step('dead code', process.execPath, ['node_modules/knip/bin/knip.js']);

const rebuilt = await mkdtemp(path.join(os.tmpdir(), 'sluice-dist-'));
step('build', process.execPath, ['scripts/build.mjs', '--out', rebuilt]);
step('generated files', process.execPath, ['scripts/docs.mjs', '--check']);
await compareDist(rebuilt);
await rm(rebuilt, { recursive: true });

console.log(failed.length === 0 ? 'All checks hold.' : `Does not hold: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
