#!/usr/bin/env node
// Hashing of a folder by the bundle's worker threads beside one `openssl dgst -sha256` per core, on the same files, pair by pair.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const cores = os.availableParallelism();
const rounds = Number(process.env.ROUNDS ?? 3);
const mebibytes = Number(process.env.MEBIBYTES ?? 256);
const root = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'sluice-bench-'));
const model = path.join(folder, 'model');
const files = Array.from({ length: 2 * cores }, (_, i) => path.join(model, `shard-${i}.bin`));

spawnSync('mkdir', [model]);
for (const [i, file] of files.entries()) writeFileSync(file, Buffer.alloc(mebibytes * 1024 * 1024, i));
spawnSync('openssl', [
  'ecparam',
  '-genkey',
  '-name',
  'prime256v1',
  '-noout',
  '-out',
  path.join(folder, 'key.pem'),
]);

const seconds = async (work) => {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e9;
};
const child = (command, args) =>
  new Promise((resolve, reject) => {
    spawn(command, args, { cwd: folder, stdio: 'ignore' }).on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${args}: ${code}`)),
    );
  });

const sign = () =>
  child(process.execPath, [
    path.join(root, 'dist/cli/index.js'),
    'sign-model',
    '--model',
    'model',
    '--bundle',
    'model.sig',
    '--key',
    'key.pem',
    '--require',
    'none',
  ]);
const openssl = () =>
  Promise.all(
    Array.from({ length: cores }, (_, i) =>
      child('openssl', ['dgst', '-sha256', ...files.filter((__, n) => n % cores === i)]),
    ),
  );

await openssl();
for (let round = 0; round < rounds; round++) {
  const [theirs, ours] = [await seconds(openssl), await seconds(sign)];
  console.log(
    `${cores} cores, ${files.length} × ${mebibytes} MiB: openssl ${theirs.toFixed(2)} s, sign-model (start, hash, sign) ${ours.toFixed(2)} s, rate ${(theirs / ours).toFixed(2)} of openssl`,
  );
}
rmSync(folder, { recursive: true });
