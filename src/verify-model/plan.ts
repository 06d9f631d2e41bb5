import { configError } from '../gate/failure.js';
import { KeyError, readVerifyingKey, type VerifyingKey } from '../gate/key.js';
import { type SignatureFiles, signatureFiles } from '../gate/signature-files.js';
import type { Files, PipelineFacts } from '../platform/ports.js';
import type { LogTrust } from '../tlog/checkpoint.js';
import { TlogError } from '../tlog/tlog-error.js';
import { parseVerifierKey } from '../tlog/verifier-key.js';
import type { Settings } from './settings.js';

export interface VerifyingPlan extends SignatureFiles {
  readonly model: string;
  readonly key: VerifyingKey;
  readonly requireChain: boolean;
  readonly log?: { readonly proof: string; readonly trust: LogTrust };
}

const mostKeyBytes = 64 * 1024;

/** @throws Failure('config') on what is missing, contradictory or no key. */
export async function planVerifying(
  settings: Settings,
  pipeline: PipelineFacts,
  files: Files,
): Promise<VerifyingPlan> {
  const model = settings.model ?? pipeline.model;
  if (model === undefined) {
    throw configError('there is no model to verify', { fix: 'give `model`, or write it in the pipeline' });
  }
  const keyFile = settings['public-key'];
  if (keyFile === undefined) {
    throw configError('nothing says who must have signed', {
      fix: 'give `public-key`, the PEM file of a public key',
    });
  }
  return {
    model,
    ...signatureFiles(model, settings.bundle, files.resolve),
    key: await openKey(files, keyFile),
    requireChain: settings['require-chain'] ?? false,
    ...(await logOf(settings, files)),
  };
}

async function openKey(files: Files, file: string): Promise<VerifyingKey> {
  const pem = Buffer.from(await files.readJudging(file, mostKeyBytes)).toString('latin1');
  try {
    return readVerifyingKey(pem);
  } catch (error) {
    if (!(error instanceof KeyError)) throw error;
    const fix = 'give the signer’s public key: `openssl pkey -in key.pem -pubout -out public.pem`';
    throw configError(error.message, { place: { file: files.display(file) }, fix });
  }
}

async function logOf(
  { 'log-proof': proof, 'log-key': key }: Settings,
  files: Files,
): Promise<Pick<VerifyingPlan, 'log'>> {
  if (proof === undefined && key === undefined) return {};
  if (proof === undefined || key === undefined) {
    throw configError(
      `\`log-${proof ? 'key' : 'proof'}\` is missing: a proof needs the log’s key, and a key a proof`,
      {
        fix: 'give both, or neither',
      },
    );
  }
  const text = isVerifierKey(key) ? key : await readLogKey(files, key);
  try {
    return { log: { proof, trust: { key: parseVerifierKey(text) } } };
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    throw configError(`the log’s key ${error.message}`, {
      fix: 'give `NAME+ID+KEY`, as `sluice audit-log verify` shows it',
    });
  }
}

/** One line, bare or after the word `log`, as `sluice audit-log` reads it too. */
async function readLogKey(files: Files, file: string): Promise<string> {
  const text = Buffer.from(await files.readJudging(file, mostKeyBytes)).toString();
  const keys = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^log\s+/, '').trim())
    .filter(isVerifierKey);
  const [only] = keys;
  if (only !== undefined && keys.length === 1) return only;
  throw configError(`holds ${keys.length} keys of a log; expected one`, {
    place: { file: files.display(file) },
    fix: 'write one line `NAME+ID+KEY`, as `sluice audit-log verify` shows it',
  });
}

function isVerifierKey(text: string): boolean {
  return /^[^\s+]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/.test(text);
}
