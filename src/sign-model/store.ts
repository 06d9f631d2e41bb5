import { type Check, check } from '../gate/check.js';
import type { Evidence } from '../gate/evidence.js';
import { type Finding, finding } from '../gate/finding.js';
import type { Provenance } from '../gate/provenance.js';
import { readStored } from '../gate/stored.js';
import type { EvidenceStore } from '../platform/ports.js';

export interface StoreContents {
  readonly evidence: readonly Evidence[];
  readonly records: readonly Provenance[];
  readonly check: Check;
}

/** What the store holds of a pipeline. What cannot be read is told: it may have been evidence that a gate failed. */
export async function readStore(store: EvidenceStore, pipeline: string): Promise<StoreContents> {
  const id = 'sign-model/evidence-store';
  const evidence: Evidence[] = [];
  const records: Provenance[] = [];
  const findings: Finding[] = [];
  for (const { name, bytes } of await store.list()) {
    const stored = readStored(bytes);
    if (stored.kind === 'evidence') evidence.push(stored.evidence);
    if (stored.kind === 'provenance') records.push(stored.provenance);
    if (stored.kind !== 'unreadable') continue;
    const message = `${name} in the evidence store cannot be read: it ${stored.reason}`;
    const fix = 'run the step that wrote it again, or take it out of the store';
    findings.push(finding(id, { severity: 'warning', message, fix, item: name }));
  }
  return {
    evidence: evidence.filter((one) => one.result.pipeline === pipeline),
    records: records.filter((one) => one.pipeline === pipeline),
    check: check({ id, title: 'What is in the evidence store can be read', findings }),
  };
}
