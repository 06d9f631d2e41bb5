import { bundleToJSON, toDSSEBundle } from '@sigstore/bundle';
import type { ErrorObject } from 'ajv';
import { type Static, Type } from 'typebox';
import { canonicalJson, type Json } from './json.js';
import type { SigningKey, VerifyingKey } from './key.js';
import { limits } from './limits.js';
import { schemaGuard } from './schema-guard.js';
import { JsonError, parseStrictJson } from './strict-json.js';

export const inTotoType = 'application/vnd.in-toto+json';
const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/**
 * `malformed`: not a bundle that a careful signer writes. `foreign`: a sound bundle of a kind that a key cannot verify.
 * `key`: signed by another key, or altered since.
 */
export class BundleError extends Error {
  override readonly name = 'BundleError';
  readonly kind: 'malformed' | 'foreign' | 'key';

  constructor(kind: BundleError['kind'], message: string) {
    super(message);
    this.kind = kind;
  }
}

/** DSSE v1 pre-authentication encoding: `DSSEv1 <length> <type> <length> <payload>`, lengths in bytes. */
export function pae(payloadType: string, payload: Uint8Array): Buffer {
  const head = `DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${payload.byteLength} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/** An in-toto statement, signed: a Sigstore bundle v0.3 with one DSSE envelope, canonical JSON and a newline. */
export function signStatement(statement: Json, key: SigningKey): Uint8Array {
  const payload = Buffer.from(canonicalJson(statement));
  const bundle = toDSSEBundle({
    artifact: payload,
    artifactType: inTotoType,
    signature: Buffer.from(key.sign(pae(inTotoType, payload))),
    keyHint: key.hint,
  });
  return Buffer.from(`${canonicalJson(JSON.parse(JSON.stringify(bundleToJSON(bundle))))}\n`);
}

/**
 * The signed payload, once the signature is known to be the key's. What it says is not looked at.
 *
 * @throws BundleError
 */
export function openBundle(bytes: Uint8Array, key: VerifyingKey): Uint8Array {
  const { hint, payload, signature } = readKeyBundle(bytes);
  if (hint !== undefined && hint !== key.hint) {
    throw new BundleError(
      'key',
      `was signed by the key with hint ${hint}, not by the given one (${key.hint})`,
    );
  }
  if (!key.verify(pae(inTotoType, payload), signature)) {
    throw new BundleError('key', 'its signature is not by the given key over this statement');
  }
  return payload;
}

const text = Type.String({ maxLength: 4096 });
const base64 = Type.String();
const exactlyOne = Type.Array(
  Type.Object({ sig: base64, keyid: Type.Optional(Type.Union([text, Type.Null()])) }),
  { minItems: 1, maxItems: 1 },
);
const bundleSchema = Type.Object({
  mediaType: Type.Literal(mediaType),
  verificationMaterial: Type.Object({
    publicKey: Type.Object({ hint: Type.Optional(text) }),
  }),
  dsseEnvelope: Type.Object({
    payload: base64,
    payloadType: Type.Literal(inTotoType),
    signatures: exactlyOne,
  }),
});
const isBundle = schemaGuard<Static<typeof bundleSchema>>(bundleSchema);

interface KeyBundle {
  readonly hint: string | undefined;
  readonly payload: Uint8Array;
  readonly signature: Uint8Array;
}

function readKeyBundle(bytes: Uint8Array): KeyBundle {
  const json = parseBundle(bytes);
  assertKeyBundle(json);
  if (!isBundle(json)) throw new BundleError('malformed', faultOf(isBundle.errors?.[0]));
  const { payload, signatures } = json.dsseEnvelope;
  const hint = json.verificationMaterial.publicKey.hint;
  return {
    // Bundles of early signers carry the key itself or nothing; the given key alone decides anyway.
    hint: hint === '' ? undefined : hint,
    payload: decodeBase64(payload, 'payload'),
    signature: decodeBase64(signatures[0]?.sig ?? '', 'signature'),
  };
}

function parseBundle(bytes: Uint8Array): unknown {
  if (bytes.byteLength > limits.bundleBytes) {
    throw new BundleError('malformed', `is larger than ${limits.bundleBytes} bytes`);
  }
  try {
    return parseStrictJson(bytes);
  } catch (error) {
    if (error instanceof JsonError) throw new BundleError('malformed', error.message);
    throw error;
  }
}

/** A bundle of another kind deserves its own message; of two kinds at once, it has two answers to who signed what. */
function assertKeyBundle(json: unknown): void {
  const material = keysOf(fieldOf(json, 'verificationMaterial'));
  const content = keysOf(json);
  const signers = ['publicKey', 'certificate', 'x509CertificateChain'].filter((name) =>
    material.includes(name),
  );
  const contents = ['dsseEnvelope', 'messageSignature'].filter((name) => content.includes(name));
  for (const group of [signers, contents]) {
    if (group.length > 1) throw new BundleError('malformed', `holds both ${group.join(' and ')}`);
  }
  if (signers[0] !== undefined && signers[0] !== 'publicKey') {
    throw new BundleError('foreign', 'was signed with a certificate (keyless or own), not with a key');
  }
  if (contents[0] === 'messageSignature') {
    throw new BundleError(
      'foreign',
      'signs plain bytes (a message signature), not a statement about a model',
    );
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return keysOf(value).includes(name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}

function faultOf(error: ErrorObject | undefined): string {
  return `is not a signed bundle of a model: ${error?.instancePath || 'its top'} ${error?.message ?? 'is invalid'}`;
}

/** Standard alphabet, padded, no white space, unused bits zero: one spelling per value. */
function decodeBase64(encoded: string, what: string): Uint8Array {
  const bytes = Buffer.from(encoded, 'base64');
  if (encoded === '' || bytes.toString('base64') !== encoded) {
    throw new BundleError('malformed', `its ${what} is not canonical base64`);
  }
  return bytes;
}
