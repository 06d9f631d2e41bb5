import path from 'node:path';
import { sha256 } from '../../gate/evidence.js';
import { dirHash } from '../../gate/manifest.js';
import { compareCodePoints } from '../../gate/order.js';
import type { DigestSet } from '../../gate/subject.js';
import type { Ports } from '../../platform/ports.js';
import { scanLimits } from '../limits.js';
import { type Advisory, AdvisoryError, readAdvisory } from './advisory.js';
import { readManifest, type SourceManifest } from './manifest.js';
import { SourceError } from './source-error.js';
import { type AdvisoryFile, readZip } from './zip-source.js';

/** A database as it was read: every record of it, and what was hashed. */
export interface Source {
  readonly name: string;
  readonly digest: DigestSet;
  /** ISO 8601: what its manifest says, else its newest `modified`. */
  readonly date: string;
  /** Records in it, withdrawn and foreign ones too. */
  readonly records: number;
  readonly advisories: readonly Advisory[];
}

const manifestName = 'MANIFEST.json';
/** How osv-scanner and osv.dev lay out a folder of zips. */
const zipPattern = /^(?:(?:osv-scanner\/)?PyPI\/all\.zip|[^/]+\.zip)$/;

/**
 * Reads what `--osv` names: a zip of OSV JSON files, a folder of such files, or a folder that holds zips.
 *
 * @throws SourceError
 * @throws Failure when it cannot be read at all.
 */
export async function readSources(ports: Ports, given: string): Promise<readonly Source[]> {
  const source = given.replace(/(?<=.)\/+$/, '');
  if ((await ports.files.kind(source)) !== 'folder') return [await readZipFile(ports, source)];
  const listed = await ports.hasher.tree(ports.files.resolve(source));
  const zips = listed.filter(({ name }) => zipPattern.test(name));
  if (zips.length === 0) return [await readFolder(ports, source, listed)];
  const sources: Source[] = [];
  for (const { name } of zips) sources.push(await readZipFile(ports, `${source}/${name}`));
  return sources;
}

async function readZipFile({ files }: Ports, zip: string): Promise<Source> {
  const bytes = await files.read(zip, scanLimits.databaseBytes);
  const digest = sha256(bytes);
  const manifest = await manifestOf({ files }, path.posix.dirname(zip), path.posix.basename(zip));
  if (manifest.sha256 !== undefined && manifest.sha256 !== digest) {
    throw new SourceError(`has the SHA-256 ${digest}; its ${manifestName} says ${manifest.sha256}`);
  }
  const records: Advisory[] = [];
  for await (const file of readZip(bytes)) if (isRecord(file.name)) records.push(parseRecord(file));
  return sourceOf(files.display(zip), { sha256: digest }, manifest, records);
}

async function readFolder(
  { files }: Ports,
  folder: string,
  listed: Awaited<ReturnType<Ports['hasher']['tree']>>,
): Promise<Source> {
  const records: Advisory[] = [];
  for (const { name, sha256: expected } of listed.filter((file) => isRecord(file.name))) {
    const bytes = await files.read(`${folder}/${name}`, scanLimits.advisoryBytes);
    if (sha256(bytes) !== expected)
      throw new SourceError(`changed while it was read (${JSON.stringify(name)})`);
    records.push(parseRecord({ name, bytes }));
  }
  const manifest = await manifestOf({ files }, folder, null);
  return sourceOf(files.display(folder), { dirHash: dirHash(listed) }, manifest, records);
}

function isRecord(name: string): boolean {
  return name.endsWith('.json') && path.posix.basename(name) !== manifestName;
}

async function manifestOf(
  { files }: Pick<Ports, 'files'>,
  folder: string,
  zipName: string | null,
): Promise<SourceManifest> {
  const beside = path.posix.join(folder, manifestName);
  if ((await files.kind(beside)) !== 'file') return {};
  return readManifest(await files.read(beside, scanLimits.advisoryBytes), zipName);
}

function parseRecord({ name, bytes }: AdvisoryFile): Advisory {
  try {
    return readAdvisory(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch (cause) {
    const reason = cause instanceof AdvisoryError ? cause.message : 'it is no JSON in UTF-8';
    throw new SourceError(`holds ${JSON.stringify(name.slice(0, 200))}, which is no OSV record: ${reason}`, {
      cause,
    });
  }
}

function sourceOf(
  name: string,
  digest: DigestSet,
  manifest: SourceManifest,
  all: readonly Advisory[],
): Source {
  if (manifest.advisories !== undefined && manifest.advisories !== all.length) {
    throw new SourceError(`holds ${all.length} advisories; its ${manifestName} says ${manifest.advisories}`);
  }
  const advisories = all.filter(({ affected, withdrawn }) => affected.size > 0 && !withdrawn);
  if (advisories.length === 0) throw new SourceError('knows no advisory for PyPI');
  const date = manifest.date ?? newest(all.map(({ modified }) => modified));
  if (Number.isNaN(Date.parse(date)))
    throw new SourceError('states no date, neither in a manifest nor in an advisory');
  return { name, digest, date, records: all.length, advisories };
}

/** The last of ISO 8601 times in UTC, which sort as text. */
function newest(times: readonly string[]): string {
  return times.toSorted(compareCodePoints).at(-1) ?? '';
}
