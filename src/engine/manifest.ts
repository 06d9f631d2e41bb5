import { createHash } from 'node:crypto';
import { outsideError } from '../gate/failure.js';
import manifest from './engine-manifest.json' with { type: 'json' };

/** A file of the data engine as scripts/engine-manifest.mjs saw it when its publisher packed it. */
export interface EngineFile {
  /** Relative to the engine's root, with `/`. */
  readonly path: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** What makes up the engine on one platform, and where its release asset lies. */
export interface EngineRelease {
  readonly version: string;
  readonly platform: string;
  readonly url: string;
  readonly files: readonly EngineFile[];
}

/** Node's name of this platform; Linux without glibc is one of its own (`linux-x64-musl`). */
export function thisPlatform(): string {
  const musl = process.platform === 'linux' && glibcVersion() === undefined;
  return `${process.platform}-${process.arch}${musl ? '-musl' : ''}`;
}

/** @throws Failure('outside') when DuckDB is not built for the platform. */
export function engineRelease(platform: string = thisPlatform()): EngineRelease {
  const own = new Map(Object.entries(manifest.platforms)).get(platform);
  if (own === undefined)
    throw outsideError(`the data engine is not built for ${platform}`, {
      fix: `use one of ${Object.keys(manifest.platforms).join(', ')}`,
    });
  const files = Object.entries<string>({ ...manifest.common, ...own }).map(([path, facts]) => {
    const [sha256 = '', size] = facts.split(' ');
    return { path, sha256, size: Number(size) };
  });
  return { version: manifest.version, platform, url: manifest.url.replace('{platform}', platform), files };
}

export function isIntact(file: EngineFile, bytes: Uint8Array): boolean {
  return bytes.byteLength === file.size && createHash('sha256').update(bytes).digest('hex') === file.sha256;
}

function glibcVersion(): unknown {
  const report: unknown = process.report.getReport();
  if (typeof report !== 'object' || report === null || !('header' in report)) return undefined;
  const { header } = report;
  return typeof header === 'object' && header !== null && 'glibcVersionRuntime' in header
    ? header.glibcVersionRuntime
    : undefined;
}
