import { createHash } from 'node:crypto';
import { type Static, Type } from 'typebox';
import type { Json } from './json.js';
import { type FileEntry, omsRoot, sorted } from './manifest.js';
import { modelIgnore } from './model.js';
import { schemaGuard } from './schema-guard.js';
import { parseStatement, StatementError, statementType } from './statement.js';

/** OpenSSF Model Signing (OMS) v1.0. */
const omsType = 'https://model_signing/signature/v1.0';

type HashType = 'sha256' | 'blake2b' | 'blake3';
const digestHex: Readonly<Record<HashType, number>> = { sha256: 64, blake2b: 128, blake3: 64 };

export interface OmsManifest {
  /** Base name of what was signed; informational. */
  readonly name: string;
  /** SHA-256 over the raw digests in listed order. */
  readonly root: string;
  readonly hashType: HashType;
  /** Bytes per shard; absent where files were hashed whole. */
  readonly shardSize?: number;
  /** Relative paths that the signer left out, beside the default ones. */
  readonly ignored: readonly string[];
  /** Resource name → digest, as listed: a path, or `path:start:end` of a shard. */
  readonly resources: ReadonlyMap<string, string>;
}

/**
 * The statement to sign: whole files, SHA-256, in code point order of names.
 *
 * @param ignored relative paths left out beside the default ones.
 * @throws StatementError on a name that a manifest cannot hold; RangeError as `sorted`.
 */
export function omsStatement(name: string, files: readonly FileEntry[], ignored: readonly string[]): Json {
  for (const file of files) assertName(file.name);
  return {
    _type: statementType,
    subject: [{ name, digest: { sha256: omsRoot(files) } }],
    predicateType: omsType,
    predicate: {
      serialization: {
        method: 'files',
        hash_type: 'sha256',
        allow_symlinks: false,
        ignore_paths: [...modelIgnore, ...ignored],
      },
      resources: sorted(files).map(({ name, sha256 }) => ({ name, digest: sha256, algorithm: 'sha256' })),
    },
  };
}

const text = Type.String({ maxLength: 8192 });
const statementSchema = Type.Object({
  _type: Type.Literal(statementType),
  predicateType: Type.Literal(omsType),
  subject: Type.Array(
    Type.Object({
      name: text,
      digest: Type.Object(
        { sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) },
        { additionalProperties: false },
      ),
    }),
    { minItems: 1, maxItems: 1 },
  ),
  predicate: Type.Object({
    serialization: Type.Object({
      method: Type.Enum(['files', 'shards']),
      hash_type: Type.Enum(['sha256', 'blake2b', 'blake3']),
      shard_size: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
      allow_symlinks: Type.Optional(Type.Boolean()),
      ignore_paths: Type.Optional(Type.Array(text)),
    }),
    resources: Type.Array(
      Type.Object({ name: text, digest: Type.String({ pattern: '^[0-9a-f]+$' }), algorithm: text }),
      { minItems: 1 },
    ),
  }),
});
type OmsStatement = Static<typeof statementSchema>;
const isStatement = schemaGuard<OmsStatement>(statementSchema);

/** Shards of 10⁹ bytes unless the signer says otherwise (OMS v1.0, serialization). */
const defaultShardSize = 1_000_000_000;

/**
 * Reads a signed payload to the letter of OMS v1.0, in any listed order, and in the older spellings of its reference
 * implementation (`shard_size` 1000.0, algorithm `sha256-sharded-1000`, name `.` of a single file).
 *
 * @throws StatementError
 */
export function readOmsStatement(payload: Uint8Array): OmsManifest {
  const statement = parseStatement(payload, isStatement, 'an OMS v1.0 statement');
  const [subject] = statement.subject;
  const { serialization, resources } = statement.predicate;
  const { method, hash_type: hashType, shard_size: shardSize = defaultShardSize } = serialization;
  const sharded = method === 'shards';
  const algorithms = sharded ? [hashType, `${hashType}-sharded-${shardSize}`] : [hashType];
  const digests = new Map<string, string>();
  const root = createHash('sha256');
  for (const { name, digest, algorithm } of resources) {
    const shown = JSON.stringify(name);
    if (name !== '.' || resources.length > 1) assertName(name);
    if (digests.has(name)) throw new StatementError(`lists ${shown} twice`);
    if (!algorithms.includes(algorithm))
      throw new StatementError(`gives ${shown} the algorithm ${JSON.stringify(algorithm)}`);
    if (digest.length !== digestHex[hashType])
      throw new StatementError(`gives ${shown} a digest of the wrong length`);
    digests.set(name, digest);
    root.update(Buffer.from(digest, 'hex'));
  }
  if (!subject || root.digest('hex') !== subject.digest.sha256) {
    throw new StatementError('has a root digest that is not that of its resources');
  }
  return {
    name: subject.name,
    root: subject.digest.sha256,
    hashType,
    ...(sharded && { shardSize }),
    ignored: ignoredBeyondDefault(serialization.ignore_paths ?? []),
    resources: digests,
  };
}

function ignoredBeyondDefault(paths: readonly string[]): readonly string[] {
  const defaults: readonly string[] = modelIgnore;
  const beyond = paths.filter((path) => !defaults.includes(path));
  for (const path of beyond) assertName(path);
  return beyond;
}

/** Relative, normalised, with `/`: the same name for the same file on every system. */
function assertName(name: string): void {
  const segments = name.split('/');
  const bad = segments.some((segment) => segment === '' || segment === '.' || segment === '..');
  if (bad || /[\\\0\n]/.test(name)) {
    throw new StatementError(`names ${JSON.stringify(name)}, which is not a relative, normalised path`);
  }
}

export interface OmsFile extends FileEntry {
  readonly size: number;
  /** Digests by the manifest's own hash, where it is not SHA-256 of the whole file. */
  readonly pieces: readonly string[];
}

/** What is wrong with the files, by the manifest. All empty: they are what was signed. */
export interface OmsDifference {
  readonly modified: readonly string[];
  readonly missing: readonly string[];
  readonly added: readonly string[];
  /** Empty files, which a manifest of shards does not cover. */
  readonly uncovered: readonly string[];
}

/** @param files what is there now, hashed as the manifest asks (`hashPlan`); a single-file model is the one file. */
export function compareToManifest(
  manifest: OmsManifest,
  files: readonly OmsFile[],
  kind: 'file' | 'set',
): OmsDifference {
  const expected = byFile(manifest);
  const single = kind === 'file' && expected.has('.');
  const difference = {
    modified: [] as string[],
    missing: [] as string[],
    added: [] as string[],
    uncovered: [] as string[],
  };
  for (const file of files) {
    const listed = single ? '.' : file.name;
    const resources = expected.get(listed);
    expected.delete(listed);
    const found = resourcesOf(file, listed, manifest);
    if (resources === undefined) (found.length > 0 ? difference.added : difference.uncovered).push(file.name);
    else if (!sameResources(resources, found)) difference.modified.push(file.name);
  }
  return { ...difference, missing: [...expected.keys()] };
}

/** The second hash to take of each file, where SHA-256 of the whole is not what the manifest lists. */
export function hashPlan({ hashType, shardSize }: OmsManifest) {
  if (shardSize !== undefined) return { algorithm: hashType, pieceSize: shardSize };
  return hashType === 'sha256' ? undefined : { algorithm: hashType };
}

function byFile({ resources, shardSize }: OmsManifest): Map<string, Map<string, string>> {
  const files = new Map<string, Map<string, string>>();
  for (const [name, digest] of resources) {
    // From the right: a file name may hold colons too.
    const file = shardSize === undefined ? name : name.replace(/:\d+:\d+$/, '');
    const group = files.get(file) ?? new Map<string, string>();
    files.set(file, group.set(name, digest));
  }
  return files;
}

function resourcesOf(
  file: OmsFile,
  name: string,
  manifest: OmsManifest,
): readonly (readonly [string, string])[] {
  const { shardSize } = manifest;
  if (hashPlan(manifest) === undefined) return [[name, file.sha256]];
  if (shardSize === undefined) return file.pieces.map((digest) => [name, digest]);
  return file.pieces.map((digest, i) => {
    const end = Math.min((i + 1) * shardSize, file.size);
    return [`${name}:${i * shardSize}:${end}`, digest];
  });
}

function sameResources(
  expected: ReadonlyMap<string, string>,
  found: readonly (readonly [string, string])[],
): boolean {
  return expected.size === found.length && found.every(([name, digest]) => expected.get(name) === digest);
}
