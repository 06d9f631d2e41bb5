import { SourceError } from './source-error.js';

/** What a `MANIFEST.json` in or beside a database says of it. */
export interface SourceManifest {
  /** ISO 8601. */
  readonly date?: string;
  readonly sha256?: string;
  readonly advisories?: number;
}

/**
 * Reads a manifest: `{date, advisories}` for the folder that it lies in, `{files: [{file, sha256, commit_date, advisories}]}`
 * for the zips beside it.
 *
 * @param zipName of the zip that is asked about; `null` for the folder.
 * @throws SourceError when the manifest is no JSON object.
 */
export function readManifest(bytes: Uint8Array, zipName: string | null): SourceManifest {
  const whole = parseObject(bytes);
  if (zipName === null) return factsOf(whole);
  const files: readonly unknown[] = Array.isArray(whole.files) ? whole.files : [];
  const own = files.filter(isObject).find(({ file }) => file === zipName);
  return own ? factsOf(own) : {};
}

function factsOf(entry: JsonRecord): SourceManifest {
  const date = [entry.date, entry.commit_date].find((value) => typeof value === 'string');
  const { sha256, advisories } = entry;
  return {
    ...(date !== undefined && !Number.isNaN(Date.parse(date)) && { date }),
    ...(typeof sha256 === 'string' && { sha256: sha256.toLowerCase() }),
    ...(typeof advisories === 'number' && { advisories }),
  };
}

interface JsonRecord {
  readonly [key: string]: unknown;
}

function parseObject(bytes: Uint8Array): JsonRecord {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isObject(value)) return value;
  } catch (cause) {
    throw new SourceError('has a MANIFEST.json that is no JSON', { cause });
  }
  throw new SourceError('has a MANIFEST.json that is no JSON object');
}

function isObject(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
