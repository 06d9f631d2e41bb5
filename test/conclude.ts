import { conclude, type GateResult, type Judgement, type Setting } from '../src/gate/result.js';

/** A judgement as the run layer would conclude it, on a laptop, in enforce mode. */
export function concludeFor(gate: string, judgement: Judgement, setting: Partial<Setting> = {}): GateResult {
  return conclude(judgement, {
    gate,
    pipeline: 'pd',
    instance: '',
    mode: 'enforce',
    settings: { digest: '0'.repeat(64), source: 'local', file: 'sluice.yml', ignored: [] },
    waivers: [],
    now: new Date('2026-11-21T12:00:00.000Z'),
    ...setting,
  });
}
