// The npm packages that make up the data engine, as their publisher packed them. Used by the scripts beside it.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

const root = path.join(import.meta.dirname, '..');
const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));

export const manifestFile = path.join(root, 'src/engine/engine-manifest.json');
export const version = readJson('package.json').dependencies['@duckdb/node-api'];
export const repository = /github\.com\/(.+?)(\.git)?$/.exec(readJson('package.json').repository.url)[1];
export const platforms = [
  'darwin-arm64',
  'darwin-x64',
  'linux-arm64',
  'linux-arm64-musl',
  'linux-x64',
  'linux-x64-musl',
  'win32-arm64',
  'win32-x64',
];
export const commonPackages = [
  `@duckdb/node-api@${version}`,
  `@duckdb/node-bindings@${version}`,
  // How the bindings tell glibc from musl.
  `detect-libc@${readJson('node_modules/detect-libc/package.json').version}`,
];
export const platformPackage = (platform) => `@duckdb/node-bindings-${platform}@${version}`;

/** What the engine needs of a package: code, native libraries and licences, no types, no manuals. */
const isNeeded = (file) => !/\.d\.ts$|\.md$/i.test(file);

/** @returns {Promise<Map<string, Buffer>>} path below the engine's root → bytes, by path. */
export async function packedFiles(spec) {
  const name = spec.slice(0, spec.lastIndexOf('@'));
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sluice-pack-'));
  try {
    const packed = execFileSync('npm', ['pack', spec, '--json', '--pack-destination', folder], {
      cwd: folder,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // npm 12 answers with an object by name, older ones with a list.
    const [{ filename }] = Object.values(JSON.parse(packed));
    const files = await untar(readFileSync(path.join(folder, path.basename(filename))));
    return new Map(
      [...files]
        .filter(([file]) => isNeeded(file))
        .map(([file, bytes]) => [`node_modules/${name}/${file.slice(file.indexOf('/') + 1)}`, bytes])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function untar(tgz) {
  const files = new Map();
  for await (const entry of Readable.from([tgz]).pipe(createGunzip()).pipe(extract())) {
    const pieces = [];
    for await (const piece of entry) pieces.push(piece);
    if (entry.header.type === 'file') files.set(entry.header.name, Buffer.concat(pieces));
  }
  return files;
}

/** As the manifest has it: SHA-256 in hex and size in bytes. */
export function describeFile(bytes) {
  return `${createHash('sha256').update(bytes).digest('hex')} ${bytes.length}`;
}
