import { check } from '../../src/gate/check.js';
import { sha256, writeEvidence } from '../../src/gate/evidence.js';
import { finding } from '../../src/gate/finding.js';
import type { JsonObject } from '../../src/gate/json.js';
import { conclude, type GateResult, type SettingsRecord } from '../../src/gate/result.js';
import type { RunContext } from '../../src/gate/run-context.js';
import type { Subject } from '../../src/gate/subject.js';
import type { Mode, Verdict } from '../../src/gate/verdict.js';
import type { Waiver } from '../../src/gate/waiver.js';
import type { Announced, PipelineFacts, Ports, StoredEvidence } from '../../src/platform/ports.js';
import { policyGate } from '../../src/policy-gate/gate.js';
import type { Settings } from '../../src/policy-gate/settings.js';
import { makePorts } from '../ports.js';

const now = '2026-11-21T12:00:00.000Z';
export const run: RunContext = {
  kind: 'github',
  event: 'push',
  repository: 'acme/credit',
  repositoryId: '42',
  runId: '7',
  runAttempt: '1',
  job: 'gates',
  commit: 'a'.repeat(40),
};

export interface Item {
  readonly name?: string;
  readonly gate?: string;
  readonly pipeline?: string;
  readonly instance?: string;
  readonly verdict?: Verdict;
  readonly mode?: Mode;
  readonly judgedAt?: string;
  readonly subjects?: readonly Subject[];
  readonly metrics?: JsonObject;
  readonly settings?: Partial<SettingsRecord>;
  readonly waivers?: readonly Waiver[];
  readonly run?: Partial<RunContext>;
}

export function subject(role: Subject['role'], digit: string, rest: Partial<Subject> = {}): Subject {
  return { name: role, kind: 'file', role, digest: { sha256: digit.repeat(64) }, grade: 'bytes', ...rest };
}

/** A check that came out as asked. */
function checkOf(gate: string, verdict: Verdict) {
  const id = `${gate}/rule`;
  const draft = { id, title: 'A rule' };
  switch (verdict) {
    case 'pass':
      return check(draft);
    case 'skip':
    case 'error':
      return check({ ...draft, outcome: { status: verdict, reason: 'for the test' } });
    case 'warn':
    case 'fail': {
      const severity = verdict === 'fail' ? 'error' : 'warning';
      return check({
        ...draft,
        findings: [finding(id, { severity, message: 'fell short', file: 'a', item: 'b' })],
      });
    }
  }
}

/** Evidence as the gate itself would have written it. */
export function evidence(item: Item = {}): StoredEvidence {
  const { gate = 'data-validate', pipeline = 'pd', instance = '', verdict = 'pass', mode = 'enforce' } = item;
  const settings = { digest: '1'.repeat(64), source: 'commit' as const, file: 'sluice.yml', ignored: [] };
  const result = conclude(
    {
      checks: [checkOf(gate, verdict)],
      subjects: item.subjects ?? [subject('dataset', '1')],
      materials: [],
      metrics: item.metrics ?? {},
    },
    {
      gate,
      pipeline,
      instance,
      mode,
      settings: { ...settings, ...item.settings },
      waivers: item.waivers ?? [],
      now: new Date(item.judgedAt ?? '2026-11-21T11:00:00.000Z'),
    },
  );
  const name = item.name ?? [pipeline, gate, instance].filter(Boolean).join('.');
  return { name, bytes: writeEvidence(result, { ...run, job: gate, ...item.run }, '0.1.0') };
}

/** That one job each announced these. */
export function announce(...items: readonly StoredEvidence[]): Announced {
  return new Map(items.map(({ bytes }, i) => [sha256(bytes), [`job${i}`]]));
}

export interface Case {
  readonly store: readonly StoredEvidence[];
  readonly settings?: Settings;
  readonly announced?: Announced;
  readonly pipeline?: Partial<PipelineFacts>;
  readonly run?: RunContext;
}

const basis = makePorts({ now });

/** The gate on an evidence store of its own (in memory: a property test asks for hundreds), concluded as `src/run` does. */
export async function judge(given: Case): Promise<GateResult> {
  const { store, settings = {}, pipeline, run: at = run, announced } = given;
  const ports: Ports = { ...basis, run: at, evidence: { ...basis.evidence, list: async () => store } };
  const facts: PipelineFacts = {
    name: 'pd',
    datasets: {},
    gates: ['data-validate', 'scan-deps', 'policy-gate'],
    waivers: [],
    ...pipeline,
  };
  const judgement = await policyGate.judge({
    settings,
    pipeline: facts,
    ports,
    ...(announced && { announced }),
  });
  return conclude(judgement, {
    gate: 'policy-gate',
    pipeline: 'pd',
    instance: '',
    mode: 'enforce',
    settings: { digest: '2'.repeat(64), source: 'commit', file: 'sluice.yml', ignored: [] },
    waivers: [],
    now: new Date(now),
  });
}

export const checkIn = (result: GateResult, id: string) =>
  result.checks.find((c) => c.id === `policy-gate/${id}`);

/** Everything that the result says, for a test to look for words in. */
export const textOf = (result: GateResult): string =>
  result.checks
    .flatMap((c) => [c.reason ?? '', ...c.findings.map((f) => `${f.file} ${f.message}`)])
    .join('\n');
