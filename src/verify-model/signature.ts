import { type Check, check } from '../gate/check.js';
import { BundleError, openBundle } from '../gate/dsse.js';
import { finding } from '../gate/finding.js';
import type { VerifyingKey } from '../gate/key.js';
import { type OmsManifest, readOmsStatement } from '../gate/oms.js';
import { StatementError } from '../gate/statement.js';

export interface OpenedSignature {
  readonly checks: readonly Check[];
  /** Absent when the bundle, its signature or its statement does not hold. */
  readonly manifest?: OmsManifest;
}

const fixes: Readonly<Record<BundleError['kind'] | 'statement', string>> = {
  malformed:
    'get the bundle again from where it was published; if it is the same there, do not use the model',
  foreign: 'verify it with the tool and the identity it was signed for',
  key: 'check that this is the signer’s key; if it is, do not use the model',
  statement: 'do not use the model: the key signed something else',
};

/** Bundle → signature → statement, each only if the one before holds. What is wrong with hostile bytes is a finding. */
export function openSignature(bytes: Uint8Array, key: VerifyingKey, file: string): OpenedSignature {
  let payload: Uint8Array;
  try {
    payload = openBundle(bytes, key);
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const id = error.kind === 'key' ? 'signature' : 'bundle';
    return { checks: [failed(id, error.message, fixes[error.kind], file)] };
  }
  const signed = [passed('bundle'), passed('signature')];
  try {
    const manifest = readOmsStatement(payload);
    return { checks: [...signed, passed('statement')], manifest };
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    return { checks: [...signed, failed('statement', error.message, fixes.statement, file)] };
  }
}

const titles = {
  bundle: 'The bundle is one statement, signed once by a key',
  signature: 'The given key signed it',
  statement: 'It is an OMS v1.0 statement about one model',
} as const;

function passed(name: keyof typeof titles): Check {
  return check({ id: `verify-model/${name}`, title: titles[name] });
}

function failed(name: keyof typeof titles, message: string, fix: string, file: string): Check {
  const id = `verify-model/${name}`;
  return check({
    id,
    title: titles[name],
    findings: [finding(id, { severity: 'error', message, fix, file })],
  });
}
