#!/usr/bin/env node
// src → build (tsc) → dist/<name> (ncc, one bundle an action), the digest worker beside each, notices from the lock file.
// `scripts/build.mjs --out DIR` builds into another folder, which is how CI proves that dist/ matches src/.
import { spawn } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { minify } from '@swc/core';
import { getProjectLicenses } from 'generate-license-file';
import { bundleNames } from './actions.mjs';

const root = path.join(import.meta.dirname, '..');
const out = process.argv[2] === '--out' ? path.resolve(process.argv[3]) : path.join(root, 'dist');
const bin = (file) => path.join(root, 'node_modules', file);

function run(file, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${path.basename(file)} ${args.join(' ')}\n${output}`)),
    );
  });
}

async function bundle(name) {
  const folder = path.join(out, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const started = Date.now();
  await run(bin('@vercel/ncc/dist/ncc/cli.js'), [
    'build',
    `build/${name}/main.js`,
    '--out',
    folder,
    '--minify',
    '--target',
    'es2022',
    '--quiet',
  ]);
  await minifyChunks(folder);
  await cp(path.join(root, 'build/digest/worker.js'), path.join(folder, 'digest-worker.js'));
  const files = await readdir(folder);
  console.log(`${name.padEnd(16)} ${files.length} files, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** ncc minifies a bundle and leaves its chunks as they are: three quarters of it. */
async function minifyChunks(folder) {
  const chunks = (await readdir(folder)).filter((file) => /^\d+\.index\.js$/.test(file));
  for (const file of chunks) {
    const target = path.join(folder, file);
    const { code } = await minify(await readFile(target, 'utf8'), {
      module: true,
      compress: false,
      mangle: true,
    });
    await writeFile(target, code);
  }
}

/** ncc's own `--license` loses entries when a bundle has chunks, so the notices come from the lock file. */
async function writeNotices() {
  const licenses = await getProjectLicenses(path.join(root, 'package.json'));
  const byText = (a, b) => (a < b ? -1 : 1);
  const blocks = licenses.map(({ dependencies, content, notices }) =>
    [...dependencies]
      .sort(byText)
      .join('\n')
      .concat('\n\n', content.trim(), ...notices.map((n) => `\n\n${n.trim()}`)),
  );
  await writeFile(
    path.join(out, 'THIRD-PARTY-NOTICES.txt'),
    `${blocks
      .sort(byText)
      .join(`\n\n${'-'.repeat(80)}\n\n`)
      .replaceAll('\r\n', '\n')}\n`,
  );
}

await rm(path.join(root, 'build'), { recursive: true, force: true });
await run(bin('typescript/bin/tsc'), []);

const queue = [...bundleNames];
const worker = async () => {
  for (let name = queue.shift(); name; name = queue.shift()) await bundle(name);
};
await Promise.all([worker(), worker()]);
await writeNotices();
