import { type Check, check } from '../gate/check.js';
import { type Evidence, sha256 } from '../gate/evidence.js';
import { type Finding, finding } from '../gate/finding.js';
import type { Provenance } from '../gate/provenance.js';
import { readStored } from '../gate/stored.js';
import type { Announced, StoredEvidence } from '../platform/ports.js';
import type { SigningCase } from './case.js';

export interface StoreContents extends Pick<SigningCase, 'evidence' | 'unannounced' | 'records'> {
  readonly check: Check;
}

const id = 'sign-model/evidence-store';

/**
 * What the store holds of a pipeline. With announced digests, evidence that nobody announced does not count, since any job can put
 * things there, and what was announced must be here; nobody need announce training records. What cannot be read is told: it may have
 * been evidence that a gate failed.
 */
export function readStore(
  items: readonly StoredEvidence[],
  pipeline: string,
  announced: Announced | undefined,
): StoreContents {
  const evidence: Evidence[] = [];
  const unannounced: StoreContents['unannounced'][number][] = [];
  const records: Provenance[] = [];
  const findings: Finding[] = [];
  const absent = new Map(announced);
  for (const { name, bytes } of items) {
    const digest = sha256(bytes);
    absent.delete(digest);
    const stored = readStored(bytes);
    if (stored.kind === 'provenance' && stored.provenance.pipeline === pipeline)
      records.push(stored.provenance);
    if (stored.kind === 'evidence' && stored.evidence.result.pipeline === pipeline) {
      if (!announced || announced.has(digest)) evidence.push(stored.evidence);
      else unannounced.push({ name, gate: stored.evidence.result.gate });
    }
    if (stored.kind === 'unreadable')
      findings.push(unreadable(name, stored.reason, announced?.has(digest) ?? false));
  }
  findings.push(...[...absent].map(missing));
  const title = 'The evidence store holds what jobs announced, and can be read';
  return { evidence, unannounced, records, check: check({ id, title, findings }) };
}

function unreadable(name: string, reason: string, isAnnounced: boolean): Finding {
  return finding(id, {
    severity: isAnnounced ? 'error' : 'warning',
    message: `${name} in the evidence store cannot be read (${reason})`,
    fix: 'run the step that wrote it again, or take it out of the store',
    item: name,
  });
}

function missing([digest, jobs]: readonly [string, readonly string[]]): Finding {
  return finding(id, {
    severity: 'error',
    message: `sha256:${digest}, which ${jobs.join(' and ')} announced, is not in the evidence store`,
    fix: 'find out what removed or overwrote it, and run the gate again',
    distinct: digest,
  });
}
