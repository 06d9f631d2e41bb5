import { describe, expect, test } from '@jest/globals';
import { readEvidence, sha256 } from '../../src/gate/evidence.js';
import { policyGate } from '../../src/policy-gate/gate.js';
import { runGate } from '../../src/run/run-gate.js';
import { evidence } from '../policy-gate/setup.js';
import { makePorts } from '../ports.js';

const config = 'version: 1\npipelines: {pd: {data-validate: {}, fairness-gate: {predictions: p.csv}}}\n';

/** The policy gate as an action or command starts it, on evidence of the data gate. */
async function run(inputs: Readonly<Record<string, string>>) {
  const ports = makePorts();
  await ports.files.write('.github/sluice.yml', config);
  const item = evidence();
  await ports.evidence.put(item);
  const given = new Map(
    Object.entries(inputs).map(([name, value]) => [name, value.replace('DIGEST', sha256(item.bytes))]),
  );
  const outcome = await runGate(policyGate, {
    ports,
    inputs: given,
    reportFolder: ports.files.resolve('reports'),
  });
  const stored = (await ports.evidence.list()).find(({ name }) => name === outcome.evidence.name);
  return { ...outcome, result: readEvidence(stored?.bytes ?? new Uint8Array()).result };
}

const before = { stage: 'before-training' };

describe('a gate is told', () => {
  test('what was announced and at which stage it judges', async () => {
    const expectText = '{"data": {"outputs": {"evidence-digest": "sha256:DIGEST"}}}';
    const { result } = await run({ ...before, expect: expectText });
    expect(result).toMatchObject({
      verdict: 'pass',
      metrics: { stage: 'before-training', gatesRequired: 1 },
    });
    expect(JSON.stringify(result.metrics.chain)).toContain('"bound"');
  });

  test('that nothing was announced, which is not the same as not being told', async () => {
    expect((await run({ ...before, expect: '{}' })).result.verdict).toBe('error');
    expect((await run(before)).result.verdict).toBe('pass');
  });
});

test('what cannot be read of `expect` leaves evidence that the gate could not judge', async () => {
  const { result, exitCode } = await run({ expect: '{"a": []}' });
  expect(result.verdict).toBe('error');
  expect(result.checks[0]?.findings[0]?.message).toMatch(/job "a" in `expect` is not an object/);
  expect(exitCode).toBe(4);
});
