import type { ChainLink } from '../gate/chain.js';
import { type ChainStatement, readChainStatement } from '../gate/chain-statement.js';
import { type Check, check } from '../gate/check.js';
import { BundleError, openBundle } from '../gate/dsse.js';
import { type Finding, finding } from '../gate/finding.js';
import { limits } from '../gate/limits.js';
import { sameBytes } from '../gate/model.js';
import { StatementError } from '../gate/statement.js';
import type { Subject } from '../gate/subject.js';
import type { Files } from '../platform/ports.js';
import type { VerifyingPlan } from './plan.js';

export interface VerifiedChain {
  readonly check: Check;
  /** As the signer saw them; their assurance is the signer's. */
  readonly links: readonly ChainLink[];
}

const id = 'verify-model/chain';

/** The statement beside the bundle: by the same key, about this very model. Without one there is nothing to believe. */
export async function verifyChain(
  { chain: file, key, requireChain }: VerifyingPlan,
  model: Subject,
  files: Files,
): Promise<VerifiedChain> {
  const shown = files.display(file);
  const wanting = (message: string, fix: string): Finding =>
    finding(id, { severity: requireChain ? 'error' : 'note', message, fix, file: shown, distinct: message });
  if ((await files.kind(file)) === 'missing') {
    const message =
      'there is no statement of the chain beside the bundle, so nothing is known of data, code and gates';
    return outcome([wanting(message, 'sign with `sluice sign-model`, and publish both files')], []);
  }
  let statement: ChainStatement;
  try {
    statement = readChainStatement(openBundle(await files.read(file, limits.bundleBytes), key));
  } catch (error) {
    if (!(error instanceof BundleError || error instanceof StatementError)) throw error;
    return outcome([broken(shown, error.message)], []);
  }
  if (!sameBytes(statement.model.digest, model.digest)) {
    return outcome([broken(shown, 'is about other bytes than this model')], []);
  }
  const open = statement.links.filter(({ ok }) => !ok);
  const fix = 'sign again once the missing evidence is there';
  return outcome(
    open.map(({ link, reason }) => wanting(`${link}: ${reason}`, fix)),
    statement.links,
  );
}

function broken(file: string, message: string): Finding {
  const fix =
    'get it again from where the model was published; if it is the same there, do not use the model';
  return finding(id, { severity: 'error', message, fix, file });
}

function outcome(findings: readonly Finding[], links: readonly ChainLink[]): VerifiedChain {
  return {
    check: check({ id, title: 'The chain leads to this model', observed: links.length, findings }),
    links,
  };
}
