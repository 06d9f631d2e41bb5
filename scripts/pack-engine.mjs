#!/usr/bin/env node
// Makes the release asset of the data engine for one platform: `scripts/pack-engine.mjs PLATFORM FOLDER`. Every file must
// be what src/engine/engine-manifest.json says.
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import {
  commonPackages,
  describeFile,
  manifestFile,
  packedFiles,
  platformPackage,
  platforms,
} from './engine-packages.mjs';

const [platform, folder = '.'] = process.argv.slice(2);
if (!platforms.includes(platform)) {
  console.error(`usage: pack-engine.mjs PLATFORM [FOLDER], PLATFORM one of ${platforms.join(', ')}`);
  process.exit(2);
}

const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
const expected = { ...manifest.common, ...manifest.platforms[platform] };
const tar = pack();
for (const spec of [...commonPackages, platformPackage(platform)]) {
  for (const [name, bytes] of await packedFiles(spec)) {
    if (expected[name] !== describeFile(bytes)) throw new Error(`${name} is not the file of the manifest`);
    tar.entry({ name, mtime: new Date(0), mode: 0o644 }, bytes);
  }
}
tar.finalize();
mkdirSync(folder, { recursive: true });
const asset = path.join(folder, `sluice-engine-${platform}.tgz`);
await pipeline(tar, createGzip({ level: 9 }), createWriteStream(asset));
console.log(asset);
