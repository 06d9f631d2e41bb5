import { createHash, createHmac } from 'node:crypto';
import { clip } from './clip.js';
import { textLimits } from './limits.js';
import { by } from './order.js';

/** What a finding does to its check: `error` fails it, `warning` warns, `note` only tells. The words are SARIF's. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** One place where a check fell short. */
export interface Finding {
  readonly severity: Severity;
  /** One sentence for a person. Never holds a cell value, secret or personal datum: see `sample`. */
  readonly message: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  /** Data row, from 1, header not counted. */
  readonly row?: number;
  /** Redacted unless the config says otherwise. */
  readonly sample?: string;
  /** The line to write or the step to take. */
  readonly fix?: string;
  /** Names a waiver may use: the check's id, an advisory and its aliases. */
  readonly ids: readonly string[];
  /** What it is about, as `file:item` and `file`; a waiver's scope must equal one of them. */
  readonly scopes: readonly string[];
  /** Stable over runs and over edits elsewhere in the file. */
  readonly fingerprint: string;
  /** The waiver that excuses it; set by `applyWaivers` alone. */
  readonly waivedBy?: string;
}

/** Everything of a finding but what follows from its check. */
export interface FindingDraft extends Omit<Finding, 'ids' | 'scopes' | 'fingerprint' | 'waivedBy'> {
  readonly ids?: readonly string[];
  /** The thing in the file: a package, a column, a group. */
  readonly item?: string;
  /** What tells two findings of one check about one item apart: an advisory id, a row key. */
  readonly distinct?: string;
}

/**
 * @param key secret for the fingerprint where it covers cell values, so that they cannot be guessed from it.
 */
export function finding(checkId: string, draft: FindingDraft, key?: string): Finding {
  const { item, distinct, ids = [], ...rest } = draft;
  const file = draft.file ?? '';
  return {
    ...rest,
    ids: [checkId, ...ids],
    scopes: [...(item === undefined ? [] : [`${file}:${item}`]), ...(file === '' ? [] : [file])],
    fingerprint: fingerprint([checkId, file, item ?? '', distinct ?? ''], key),
  };
}

/** First 32 hex digits of SHA-256 (HMAC-SHA-256 with a key) over the length-prefixed parts. */
function fingerprint(parts: readonly string[], key?: string): string {
  const hash = key === undefined ? createHash('sha256') : createHmac('sha256', key);
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:${part}`);
  return hash.digest('hex').slice(0, 32);
}

/** Cuts every text to what evidence keeps. What a waiver excuses is settled before: it compares whole texts. */
export function abridgeFinding(whole: Finding): Finding {
  const { file, sample, fix, waivedBy } = whole;
  return {
    ...whole,
    message: clip(whole.message, textLimits.message),
    ...(file !== undefined && { file: clip(file, textLimits.file) }),
    ...(sample !== undefined && { sample: clip(sample, textLimits.sample) }),
    ...(fix !== undefined && { fix: clip(fix, textLimits.fix) }),
    ids: whole.ids.map((id) => clip(id, textLimits.id)),
    scopes: whole.scopes.map((scope) => clip(scope, textLimits.scope)),
    ...(waivedBy !== undefined && { waivedBy: clip(waivedBy, textLimits.id) }),
  };
}

/** Worst first, then by place: the order of every list of findings. */
export const byImportance = by<Finding>(
  (f) => (f.waivedBy === undefined ? 0 : 1),
  (f) => severities.indexOf(f.severity),
  (f) => f.file ?? '',
  (f) => f.line ?? 0,
  (f) => f.column ?? 0,
  (f) => f.row ?? 0,
  (f) => f.fingerprint,
  (f) => f.message,
);
