import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { auditLog } from '../../src/audit-log/gate.js';
import type { Settings } from '../../src/audit-log/settings.js';
import { check } from '../../src/gate/check.js';
import { writeEvidence } from '../../src/gate/evidence.js';
import { finding } from '../../src/gate/finding.js';
import { conclude, type GateResult } from '../../src/gate/result.js';
import type { RunContext } from '../../src/gate/run-context.js';
import { openFolderLog } from '../../src/platform/folder-log-store.js';
import type { Announced, Ports } from '../../src/platform/ports.js';
import { formatVerifierKey, verifierKeyOf } from '../../src/tlog/verifier-key.js';
import { makePorts } from '../ports.js';
import { noteKey } from '../tlog/keys.js';

export interface Bench {
  readonly ports: Ports;
  readonly workspace: string;
  readonly key: string;
  readonly publicKey: string;
  /** Absolute folder of the log. */
  readonly log: string;
  run(settings: Settings): Promise<GateResult>;
  append(more?: Settings, announced?: Announced): Promise<GateResult>;
  verify(more?: Settings): Promise<GateResult>;
  put(item: EvidenceItem): Promise<void>;
  file(relative: string): string;
}

interface EvidenceItem {
  readonly gate?: string;
  readonly instance?: string;
  readonly failing?: boolean;
  readonly run?: Partial<RunContext>;
  readonly subject?: string;
  readonly judgedAt?: string;
}

const origin = 'credit-risk.example/audit';

/** A workspace with an evidence store and a log, and the gate run on them as `src/run` runs it. */
export function makeBench(): Bench {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signal = new AbortController().signal;
  let files: Ports['files'];
  const ports = makePorts({
    openLog: (folder) => openFolderLog(files.resolve(folder), files.display(folder), { signal }),
  });
  files = ports.files;
  const { workspace } = ports;
  const file = (relative: string) => path.join(workspace, relative);
  const publicKey = formatVerifierKey(verifierKeyOf(origin, createPublicKey(privateKey)));
  const run = (settings: Settings, announced?: Announced) => runGate(ports, settings, announced);
  const bench = {
    ports,
    workspace,
    key: noteKey(origin, privateKey),
    publicKey,
    log: file('log'),
    file,
    run,
    append: (more: Settings = {}, announced?: Announced) =>
      run({ store: 'log', key: bench.key, ...more }, announced),
    verify: (more: Settings = {}) =>
      run({ command: 'verify', store: 'log', 'public-key': publicKey, ...more }),
    put: (item: EvidenceItem) => putEvidence(ports, item),
  };
  return bench;
}

async function runGate(ports: Ports, settings: Settings, announced?: Announced): Promise<GateResult> {
  const pipeline = { name: 'credit-risk', datasets: {}, gates: [], waivers: [] };
  const judgement = await auditLog.judge({ settings, pipeline, ports, ...(announced && { announced }) });
  const record = { digest: '0'.repeat(64), source: 'local' as const, file: 'sluice.yml', ignored: [] };
  return conclude(judgement, {
    gate: 'audit-log',
    pipeline: 'credit-risk',
    instance: '',
    mode: 'enforce',
    settings: record,
    waivers: [],
    now: ports.clock.now(),
  });
}

async function putEvidence(ports: Ports, item: EvidenceItem): Promise<void> {
  const { gate = 'data-validate', instance = '', failing = false, subject = 'a', judgedAt } = item;
  const id = `${gate}/rule`;
  const findings = failing ? [finding(id, { severity: 'error', message: 'fell short' })] : [];
  const result = conclude(
    {
      checks: [check({ id, title: 'A rule', findings, observed: 0.7, threshold: 0.8 })],
      subjects: [
        {
          name: 'data/train.csv',
          kind: 'file',
          role: gate === 'sign-model' ? 'bundle' : 'dataset',
          digest: { sha256: subject.repeat(64) },
          grade: 'bytes',
        },
      ],
      materials: [],
      metrics: {},
    },
    {
      gate,
      pipeline: 'credit-risk',
      instance,
      mode: 'enforce',
      settings: { digest: '1'.repeat(64), source: 'commit', file: '.github/sluice.yml', ignored: [] },
      waivers: [],
      now: new Date(judgedAt ?? '2026-11-21T11:00:00.000Z'),
    },
  );
  const run: RunContext = { kind: 'github', event: 'push', runId: '7', job: gate, actor: 'ada', ...item.run };
  const name = [gate, instance, run.runId].filter(Boolean).join('.');
  await ports.evidence.put({ name, bytes: writeEvidence(result, run, '0.1.0') });
}

/** A copy of a log to attack. */
export function copyLog(bench: Bench, name: string): string {
  cpSync(bench.log, bench.file(name), { recursive: true });
  return name;
}

export function edit(file: string, change: (bytes: Buffer) => Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, change(readFileSync(file)));
}
