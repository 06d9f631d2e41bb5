import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataValidate } from '../../src/data-validate/gate.js';
import type { Settings } from '../../src/data-validate/settings.js';
import type { Check } from '../../src/gate/check.js';
import { conclude, type GateResult, type Judgement } from '../../src/gate/result.js';
import type { DatasetFacts, Ports } from '../../src/platform/ports.js';
import { makePorts } from '../ports.js';

export interface Bench {
  readonly ports: Ports & { readonly workspace: string };
  write(name: string, content: string | Uint8Array): void;
  judge(datasets: Readonly<Record<string, DatasetFacts>>, settings?: Settings): Promise<GateResult>;
  /** One dataset `data` in one file. */
  judgeFile(name: string, content: string | Uint8Array, settings?: Settings[string]): Promise<GateResult>;
}

/** The gate with real ports on a folder of its own. */
export function openBench(): Bench {
  const ports = makePorts();
  const bench: Bench = {
    ports,
    write: (name, content) => writeFileSync(path.join(ports.workspace, name), content),
    async judge(datasets, settings = {}) {
      const pipeline = { name: 'test', datasets, gates: ['data-validate'], waivers: [] };
      return concluded(await dataValidate.judge({ settings, pipeline, ports }));
    },
    judgeFile(name, content, settings = {}) {
      bench.write(name, content);
      return bench.judge({ data: { path: name } }, { data: settings });
    },
  };
  return bench;
}

function concluded(judgement: Judgement): GateResult {
  return conclude(judgement, {
    gate: 'data-validate',
    pipeline: 'test',
    instance: '',
    mode: 'enforce',
    settings: { digest: '0'.repeat(64), source: 'local', file: 'sluice.yml', ignored: [] },
    waivers: [],
    now: new Date('2026-11-21T12:00:00Z'),
  });
}

export function checkOf(result: GateResult, rule: string): Check {
  const found = result.checks.filter(({ id }) => id === `data-validate/${rule}`);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} checks ${rule}`);
  return found[0];
}

export function linesOf({ findings }: Check): readonly (number | undefined)[] {
  return findings.map(({ line }) => line);
}
