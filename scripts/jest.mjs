#!/usr/bin/env node
// Runs one tier of tests: `scripts/jest.mjs unit|peers|services|e2e [jest options]`.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const [tier = 'unit', ...rest] = process.argv.slice(2);
const child = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings=ExperimentalWarning',
    path.join(root, 'node_modules/jest/bin/jest.js'),
    // Last, because it swallows every word that follows it.
    ...rest,
    '--selectProjects',
    tier,
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(child.status ?? 1);
