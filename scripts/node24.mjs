#!/usr/bin/env node
// Runs a script under Node 24, the Node that actions run on, whatever Node started us:
// the platform package of tools/node24 where npm installed one, else this very Node if it is new enough.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const os = process.platform === 'win32' ? 'win' : process.platform;
const packaged = path.join(
  root,
  'node_modules',
  `node-${os}-${process.arch}`,
  'bin',
  os === 'win' ? 'node.exe' : 'node',
);

function node24() {
  if (existsSync(packaged)) return packaged;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(
    `Sluice's scripts need Node 24. npm has no Node 24 package for ${os}-${process.arch}: install Node 24 and run again (this is ${process.version}).`,
  );
  process.exit(1);
}

const node = node24();
const child = spawnSync(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` },
});
if (child.error) throw child.error;
process.exit(child.status ?? 1);
