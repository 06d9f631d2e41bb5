import { assurances, type ChainLink } from './chain.js';
import type { Json, JsonObject } from './json.js';
import type { VerifyingKey } from './key.js';
import type { GateResult } from './result.js';
import type { Cell, Headline, Section } from './section.js';
import type { DigestSet } from './subject.js';

/** What signing and verifying a model have in common to tell. */
export interface SignatureFacts {
  readonly modelDigest: DigestSet;
  /** Absent where nobody signed, or the signature did not hold. */
  readonly signer?: Pick<VerifyingKey, 'curve' | 'hint'>;
  readonly chain: readonly ChainLink[];
  readonly files: readonly { readonly size: number }[];
}

export function signatureMetrics({ modelDigest, signer, chain, files }: SignatureFacts): JsonObject {
  return {
    modelDigest: { ...modelDigest },
    signer: signer ? { kind: 'key', keyHint: signer.hint, curve: signer.curve } : null,
    chain: chain.map((link) => ({ ...link })),
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
  };
}

export const signatureHeadlines: readonly Headline[] = [
  {
    name: 'signer',
    label: 'Signer',
    description: '`key:` and the hint of the key that signed; empty where none did.',
  },
  { name: 'files', label: 'Files', description: 'Number of files in the model.' },
  { name: 'bytes', label: 'Bytes', description: 'Size of the model.' },
  {
    name: 'broken-link',
    label: 'Broken link',
    description: 'First link of the chain that is missing or broken; else empty.',
  },
];

export function signatureFigures({ metrics }: GateResult): Readonly<Record<string, Cell>> {
  const signer = isObject(metrics.signer) ? `key:${metrics.signer.keyHint}` : null;
  return {
    signer,
    files: typeof metrics.files === 'number' ? metrics.files : null,
    bytes: typeof metrics.bytes === 'number' ? metrics.bytes : null,
    'broken-link': linksOf(metrics).find(({ ok }) => !ok)?.link ?? null,
  };
}

export function chainSection({ metrics }: GateResult): Section {
  return {
    kind: 'chain',
    always: true,
    title: 'Chain',
    note: 'Weakest to strongest: claimed (someone wrote it), bound, attested, recomputed (done again here).',
    links: linksOf(metrics),
  };
}

/** The metrics of a gate that could not judge have no chain. */
function linksOf({ chain }: JsonObject): readonly ChainLink[] {
  if (!Array.isArray(chain)) return [];
  return (chain as readonly Json[]).filter(isObject).map(({ link, assurance, ok, reason }) => ({
    link: String(link),
    assurance: assurances.find((known) => known === assurance) ?? null,
    ok: ok === true,
    reason: String(reason),
  }));
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
