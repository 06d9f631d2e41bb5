import path from 'node:path';
import type { HashedFile } from '../digest/digest.js';
import { type ChainStatement, chainStatement } from '../gate/chain-statement.js';
import { signStatement } from '../gate/dsse.js';
import { sha256 } from '../gate/evidence.js';
import { configError, inputError } from '../gate/failure.js';
import { KeyError, readSigningKey, type SigningKey } from '../gate/key.js';
import { limits } from '../gate/limits.js';
import { omsStatement } from '../gate/oms.js';
import { StatementError } from '../gate/statement.js';
import type { Subject } from '../gate/subject.js';
import type { Files, Ports } from '../platform/ports.js';
import type { SigningPlan } from './plan.js';

const mostKeyBytes = 64 * 1024;

/**
 * @param given PEM file, or the PEM itself, as a workflow hands over a secret.
 * @throws Failure('config') when it is no key that can sign; Failure('input') when its file cannot be read.
 */
export async function openKey(
  { files, log }: Pick<Ports, 'files' | 'log'>,
  given: string,
): Promise<SigningKey> {
  const inline = given.includes('-----BEGIN');
  const pem = inline ? given : Buffer.from(await files.read(given, mostKeyBytes)).toString('latin1');
  // GitHub masks line by line, and so do we: a secret of several lines is written in lines.
  for (const line of pem.split(/\r?\n/)) if (!/^(-----.*|\s*)$/.test(line)) log.mask(line.trim());
  try {
    return readSigningKey(pem);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    throw configError(inline ? `the key ${error.message}` : error.message, {
      ...(!inline && { place: { file: files.display(given) } }),
      fix: 'make one with `openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem`',
    });
  }
}

/** @throws Failure('input') on a file name that no manifest can hold. */
export function signModel(
  { model, ignored }: SigningPlan,
  hashed: readonly HashedFile[],
  key: SigningKey,
): Uint8Array {
  try {
    return signStatement(omsStatement(path.posix.basename(model.replace(/\/+$/, '')), hashed, ignored), key);
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    throw inputError(`the model's manifest ${error.message}`, {
      place: { file: model },
      fix: 'rename the file',
    });
  }
}

/** Writes the chain, then the bundle: whoever finds a bundle finds its chain. @returns the bundle as a subject. */
export async function writeSignature(
  { bundle: file, chain: chainFile }: SigningPlan,
  bundle: Uint8Array,
  chain: ChainStatement,
  { files, key }: { readonly files: Files; readonly key: SigningKey },
): Promise<Subject> {
  const signedChain = signStatement(chainStatement(chain), key);
  if (Math.max(bundle.byteLength, signedChain.byteLength) > limits.bundleBytes) {
    throw inputError(`has so many files that its signature is larger than ${limits.bundleBytes} bytes`, {
      place: { file: chain.model.name },
      fix: 'pack the files into fewer',
    });
  }
  await files.write(chainFile, signedChain);
  await files.write(file, bundle);
  return {
    name: files.display(file),
    kind: 'file',
    role: 'bundle',
    digest: { sha256: sha256(bundle) },
    grade: 'bytes',
  };
}
