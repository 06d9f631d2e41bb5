import type { ChainLink } from '../gate/chain.js';
import { EvidenceError, evidenceKey, readEvidence } from '../gate/evidence.js';
import type { GateResult } from '../gate/result.js';
import type { Gate, StoredEvidence } from '../platform/ports.js';
import { type IndexedGate, type PipelineIndex, renderIndex } from '../surfaces/index-page.js';
import { shortened } from './outcome.js';
import { toolVersion } from './version.js';

/** Gates in the order in which a pipeline meets them. */
const order = [
  'record-training',
  'data-validate',
  'scan-deps',
  'fairness-gate',
  'policy-gate',
  'sign-model',
  'verify-model',
];

/** The page over all reports of a pipeline, from the evidence in its folder. */
export async function indexOf(
  pipeline: string,
  stored: readonly StoredEvidence[],
  loadGate: (name: string) => Promise<Gate | undefined>,
  writtenAt: Date,
): Promise<string> {
  const results = stored.flatMap(readable).filter((result) => result.pipeline === pipeline);
  results.sort((a, b) => order.indexOf(a.gate) - order.indexOf(b.gate) || (a.instance < b.instance ? -1 : 1));
  const gates = await Promise.all(results.map((result) => indexed(result, loadGate)));
  const signed = [...results].reverse().find(({ metrics }) => Array.isArray(metrics.chain));
  const command = results.map(({ metrics }) => metrics.verifyCommand).find((c) => typeof c === 'string');
  const page: PipelineIndex = {
    pipeline,
    gates,
    chain: chainOf(signed),
    ...(command !== undefined && { verifyCommand: command }),
    writtenAt: writtenAt.toISOString(),
    toolVersion,
  };
  return renderIndex(page);
}

/** Other things lie in the folder as well, training records for one: they have no page. */
function readable({ bytes }: StoredEvidence): readonly GateResult[] {
  try {
    return [readEvidence(bytes).result];
  } catch (error) {
    if (error instanceof EvidenceError) return [];
    throw error;
  }
}

async function indexed(
  result: GateResult,
  loadGate: (name: string) => Promise<Gate | undefined>,
): Promise<IndexedGate> {
  const gate = await loadGate(result.gate);
  const figures = gate?.figures(result) ?? {};
  return {
    gate: result.gate,
    instance: result.instance,
    verdict: result.verdict,
    headlines:
      gate?.headlines.map(({ name, label }) => ({ label, value: shortened(figures[name] ?? null) })) ?? [],
    report: `${evidenceKey(result)}.html`,
  };
}

function chainOf(signed: GateResult | undefined): readonly ChainLink[] {
  const chain = signed?.metrics.chain;
  if (!Array.isArray(chain)) return [];
  return chain.filter(isChainLink);
}

function isChainLink(value: unknown): value is ChainLink {
  return (
    typeof value === 'object' &&
    value !== null &&
    'link' in value &&
    typeof value.link === 'string' &&
    'ok' in value &&
    typeof value.ok === 'boolean' &&
    'reason' in value &&
    typeof value.reason === 'string' &&
    'assurance' in value
  );
}
