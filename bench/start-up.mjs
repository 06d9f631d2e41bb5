#!/usr/bin/env node
// How long each bundle takes from start to its first decision (no config there), as a ratio to an empty Node, pair by pair.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleNames } from '../scripts/actions.mjs';

const rounds = Number(process.env.ROUNDS ?? 9);
const root = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'sluice-bench-'));
const env = {
  PATH: process.env.PATH,
  GITHUB_ACTIONS: 'true',
  GITHUB_WORKSPACE: folder,
  RUNNER_TEMP: folder,
  INPUT_CONFIG: 'missing.yml',
  'INPUT_EVIDENCE-STORE': 'evidence',
};

function milliseconds(args) {
  const started = process.hrtime.bigint();
  spawnSync(process.execPath, args, { cwd: folder, env });
  return Number(process.hrtime.bigint() - started) / 1e6;
}

const median = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

console.log('bundle            ratio to `node -e 0` (median of paired runs)');
for (const name of bundleNames) {
  const start = [path.join(root, 'dist', name, 'index.js'), ...(name === 'cli' ? ['--version'] : [])];
  milliseconds(start);
  const ratios = Array.from({ length: rounds }, () => milliseconds(start) / milliseconds(['-e', '0']));
  console.log(`${name.padEnd(17)} ${median(ratios).toFixed(1)}`);
}
rmSync(folder, { recursive: true });
