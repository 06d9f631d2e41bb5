#!/usr/bin/env node
// Writes src/engine/engine-manifest.json: the SHA-256 of every file of the data engine on every platform. Run it
// when the version of @duckdb/node-api changes, and commit what it writes; the bundles trust nothing else.
import { writeFileSync } from 'node:fs';
import {
  commonPackages,
  describeFile,
  manifestFile,
  packedFiles,
  platformPackage,
  platforms,
  repository,
  version,
} from './engine-packages.mjs';

async function describe(specs) {
  const all = [];
  for (const spec of specs)
    for (const [file, bytes] of await packedFiles(spec)) all.push([file, describeFile(bytes)]);
  return Object.fromEntries(all);
}

const manifest = {
  version,
  url: `https://github.com/${repository}/releases/download/engine-v${version}/sluice-engine-{platform}.tgz`,
  common: await describe(commonPackages),
  platforms: {},
};
for (const platform of platforms) manifest.platforms[platform] = await describe([platformPackage(platform)]);
writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`${manifestFile}: ${version}, ${platforms.length} platforms`);
