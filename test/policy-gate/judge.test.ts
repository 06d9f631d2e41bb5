import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readEvidence, writeEvidence } from '../../src/gate/evidence.js';
import { exitCodeOf } from '../../src/gate/result.js';
import type { Stage } from '../../src/gate/stage.js';
import type { Verdict } from '../../src/gate/verdict.js';
import { policyGate } from '../../src/policy-gate/gate.js';
import { announce, type Case, checkIn, evidence, type Item, judge, run, subject, textOf } from './setup.js';

const data = evidence();
const lock = subject('lock-file', '2');
const scan = evidence({ gate: 'scan-deps', subjects: [lock] });
const good = [data, scan];

describe('complete evidence', () => {
  test('passes, bound by what jobs announced', async () => {
    const result = await judge({ store: good, announced: announce(...good) });
    expect(result.verdict).toBe('pass');
    expect(result.metrics).toMatchObject({ gatesRequired: 2, gatesPassed: 2, evidence: { ignored: [] } });
    expect(result.metrics.gates).toContainEqual(
      expect.objectContaining({ gate: 'scan-deps', verdict: 'pass', status: 'pass' }),
    );
    expect(result.metrics.chain).toContainEqual(
      expect.objectContaining({
        link: 'lock-file lock-file → scan-deps evidence',
        assurance: 'bound',
        ok: true,
      }),
    );
    expect(policyGate.figures(result)).toEqual({ 'gates-passed': 2, 'gates-required': 2 });
    expect(policyGate.report(result).map(({ title }) => title)).toEqual([
      'Gates',
      'From what was judged to the evidence',
    ]);
  });

  test('passes without announcements, but only as claimed', async () => {
    const result = await judge({ store: good });
    expect(result.verdict).toBe('pass');
    expect(JSON.stringify(result.metrics.chain)).not.toContain('bound');
  });
});

/** What is wrong, and what must come of it: verdict, and words that name the fault. */
const cases: readonly (readonly [string, Case, Verdict, RegExp])[] = [
  ['missing evidence', { store: [data] }, 'error', /no evidence of scan-deps/],
  ['an empty store', { store: [] }, 'error', /no evidence of data-validate/],
  [
    'evidence that nobody announced',
    { store: good, announced: announce(data) },
    'error',
    /no evidence of scan-deps/,
  ],
  [
    'announced evidence that is absent',
    { store: [data], announced: announce(...good) },
    'error',
    /sha256:[0-9a-f]{64} of job1 is not here/,
  ],
  [
    'no announcements at all',
    { store: good, announced: announce() },
    'error',
    /no evidence of data-validate/,
  ],
  [
    'malformed evidence',
    { store: [...good, { name: 'torn', bytes: scan.bytes.subarray(0, 99) }] },
    'error',
    /torn is not JSON/,
  ],
  [
    'evidence that is not canonical',
    {
      store: [
        data,
        { name: 'spaced', bytes: Buffer.from(`${Buffer.from(scan.bytes).toString().trim()} \n`) },
      ],
    },
    'error',
    /spaced is not canonical/,
  ],
  [
    'replay of another run',
    { store: [data, evidence({ gate: 'scan-deps', run: { runId: '6' } })] },
    'fail',
    /runId is 6, here 7/,
  ],
  [
    'replay of another repository',
    { store: [data, evidence({ gate: 'scan-deps', run: { repositoryId: '41' } })] },
    'fail',
    /repositoryId is 41/,
  ],
  [
    'replay of another commit',
    { store: [data, evidence({ gate: 'scan-deps', run: { commit: 'b'.repeat(40) } })] },
    'fail',
    /commit is b+/,
  ],
  [
    'evidence from a laptop, in a workflow',
    { store: [data, evidence({ gate: 'scan-deps', run: { kind: 'local' } })] },
    'fail',
    /kind is local/,
  ],
  [
    'stale evidence',
    { store: [data, evidence({ gate: 'scan-deps', judgedAt: '2026-11-20T11:59:59.999Z' })] },
    'fail',
    /is stale/,
  ],
  [
    'evidence from the future',
    { store: [data, evidence({ gate: 'scan-deps', judgedAt: '2026-11-21T13:00:00.000Z' })] },
    'fail',
    /in the future/,
  ],
  [
    'evidence from the future of a gate without an age limit',
    { store: [evidence({ judgedAt: '2026-11-22T13:00:00.000Z' }), scan] },
    'fail',
    /in the future/,
  ],
  [
    'a failed gate',
    { store: [data, evidence({ gate: 'scan-deps', verdict: 'fail' })] },
    'fail',
    /scan-deps failed/,
  ],
  [
    'a failed gate in report mode',
    { store: [data, evidence({ gate: 'scan-deps', verdict: 'fail', mode: 'report' })] },
    'fail',
    /only reports/,
  ],
  [
    'a gate that could not judge',
    { store: [data, evidence({ gate: 'scan-deps', verdict: 'error' })] },
    'error',
    /could not judge/,
  ],
  [
    'a skipped gate',
    { store: [data, evidence({ gate: 'scan-deps', verdict: 'skip' })] },
    'error',
    /was skipped/,
  ],
  [
    'a warning where only pass is accepted',
    { store: [data, evidence({ gate: 'scan-deps', verdict: 'warn' })], settings: { accept: ['pass'] } },
    'fail',
    /came to warn/,
  ],
  [
    'one failed leg of a matrix',
    { store: [...good, evidence({ instance: 'b', verdict: 'fail' })] },
    'fail',
    /data-validate \(b\) failed/,
  ],
  [
    'a failed gate that nobody requires',
    { store: [...good, evidence({ gate: 'fairness-gate', verdict: 'fail' })] },
    'fail',
    /fairness-gate failed/,
  ],
  [
    'evidence of another pipeline alone',
    { store: [data, evidence({ gate: 'scan-deps', pipeline: 'other' })] },
    'error',
    /no evidence of scan-deps/,
  ],
  [
    'settings of the pull request',
    { store: [data, evidence({ gate: 'scan-deps', settings: { source: 'bootstrap' } })] },
    'warn',
    /base branch has none yet/,
  ],
  [
    'two outcomes at once that contradict',
    { store: [...good, evidence({ name: 'twin', verdict: 'warn' })] },
    'fail',
    /contradict each other/,
  ],
  [
    'two announced outcomes that contradict',
    (() => {
      const store = [
        ...good,
        evidence({ name: 'twin', judgedAt: '2026-11-21T11:30:00.000Z', subjects: [subject('dataset', '9')] }),
      ];
      return { store, announced: announce(...store) };
    })(),
    'fail',
    /contradict each other/,
  ],
  [
    'another dataset under one label',
    { store: [data, evidence({ gate: 'scan-deps', subjects: [subject('dataset', '9')] })] },
    'fail',
    /dataset dataset is not the same for data-validate and scan-deps/,
  ],
  [
    'another model at another path',
    {
      store: [
        evidence({ subjects: [subject('model', '1', { name: 'model' })] }),
        evidence({ gate: 'scan-deps', subjects: [subject('model', '2', { name: 'out/model' })] }),
      ],
    },
    'fail',
    /model is not the same/,
  ],
];

test.each(cases)('%s', async (_, given, verdict, words) => {
  const result = await judge(given);
  expect(textOf(result)).toMatch(words);
  expect(result.verdict).toBe(verdict);
  expect(exitCodeOf(result)).toBe({ warn: 0, fail: 1, error: 4, pass: 0, skip: 0 }[verdict]);
});

test('a verdict that does not follow from its checks says nothing', async () => {
  const { result, run: where } = readEvidence(evidence({ gate: 'scan-deps', verdict: 'fail' }).bytes);
  const forged = writeEvidence({ ...result, verdict: 'pass' }, where, '0.1.0');
  const verdict = await judge({ store: [data, { name: 'forged', bytes: forged }] });
  expect(verdict.verdict).toBe('error');
  expect(textOf(verdict)).toMatch(/does not follow from its checks/);
});

describe('evidence forged by the training job', () => {
  const real = evidence({ gate: 'fairness-gate', verdict: 'fail', subjects: [subject('model', '3')] });
  const forged = evidence({
    gate: 'fairness-gate',
    name: 'zz-forged',
    judgedAt: '2026-11-21T11:59:00.000Z',
    subjects: [subject('model', '3')],
  });
  const pipeline = { gates: ['fairness-gate'] };

  test('beside the real one is ignored and named', async () => {
    const result = await judge({ store: [real, forged], announced: announce(real), pipeline });
    expect(result.verdict).toBe('fail');
    expect(result.metrics.evidence).toMatchObject({
      ignored: [{ name: 'zz-forged', reason: 'no job announced its digest' }],
    });
    expect(checkIn(result, 'announced')?.findings[0]?.message).toMatch(/is ignored/);
  });

  test('over the real one leaves the announced one absent', async () => {
    const result = await judge({
      store: [{ ...forged, name: real.name }],
      announced: announce(real),
      pipeline,
    });
    expect(result.verdict).toBe('error');
    expect(textOf(result)).toMatch(/is not here/);
  });

  test('that cannot even be read does no harm', async () => {
    const store = [...good, { name: 'bomb', bytes: Buffer.from('['.repeat(100_000)) }];
    expect((await judge({ store, announced: announce(...good) })).verdict).toBe('pass');
  });
});

test('the newest outcome counts where nothing was announced', async () => {
  const old = evidence({ name: 'old', verdict: 'fail', judgedAt: '2026-11-21T09:00:00.000Z' });
  const result = await judge({ store: [...good, old], run: { kind: 'local', event: 'local' } });
  expect(result.verdict).toBe('pass');
  expect(JSON.stringify(result.metrics.evidence)).toContain('a newer outcome');
});

test('a re-run of failed jobs keeps the evidence of those that had passed', async () => {
  const store = [data, evidence({ gate: 'scan-deps', subjects: [lock], run: { runAttempt: '1' } })];
  expect((await judge({ store, run: { ...run, runAttempt: '2' } })).verdict).toBe('pass');
});

describe('stages', () => {
  const pipeline = { gates: ['data-validate', 'scan-deps', 'fairness-gate'] };

  test('before training the fairness gate is not asked for', async () => {
    const settings = { require: ['data-validate' as const, 'scan-deps' as const, 'fairness-gate' as const] };
    const at = (stage: Stage) => judge({ store: good, settings, pipeline: { stage } });
    expect(await at('before-training')).toMatchObject({
      verdict: 'pass',
      metrics: { stage: 'before-training', gatesRequired: 2 },
    });
    expect((await at('after-training')).verdict).toBe('error');
    expect((await judge({ store: good, pipeline })).metrics.stage).toBe('after-training');
  });

  test('a stage without a gate is skipped, and says so', async () => {
    const result = await judge({ store: [], pipeline: { gates: [], stage: 'before-training' } });
    expect(checkIn(result, 'stage')?.status).toBe('skip');
  });
});

test('a gate that is not required and had nothing to judge stands against nothing', async () => {
  const skipped = evidence({ gate: 'fairness-gate', verdict: 'skip' });
  expect((await judge({ store: [...good, skipped] })).verdict).toBe('pass');
});

test('a pipeline that requires nothing is a config error', async () => {
  await expect(judge({ store: good, pipeline: { gates: [] } })).rejects.toMatchObject({ kind: 'config' });
});

test('waivers that expired or excuse nothing are reported', async () => {
  const waiver = { reason: 'known', owner: 'ada', approver: 'grace', scope: 'a:b' };
  const used = { ...waiver, id: 'data-validate/rule', expires: '2027-01-01' };
  const store = [evidence({ verdict: 'fail', waivers: [used] }), scan];
  const waivers = [
    used,
    { ...waiver, id: 'old', expires: '2026-11-20' },
    { ...waiver, id: 'idle', expires: '2027-01-01' },
  ];
  const result = await judge({ store, pipeline: { waivers } });
  expect(result.verdict).toBe('warn');
  const messages = checkIn(result, 'waivers')?.findings.map((f) => f.message);
  expect(messages).toEqual([
    'waiver old for a:b expired on 2026-11-20',
    'waiver idle for a:b excused nothing in this run',
  ]);
});

test('adding evidence never makes a refusal a pass', async () => {
  const anItem: fc.Arbitrary<Item> = fc.record({
    gate: fc.constantFrom('data-validate', 'scan-deps', 'fairness-gate', 'policy-gate'),
    verdict: fc.constantFrom<Verdict>('pass', 'warn', 'fail', 'skip', 'error'),
    instance: fc.constantFrom('', 'leg'),
    judgedAt: fc.constantFrom(
      '2026-11-21T10:00:00.000Z',
      '2026-11-21T11:00:00.000Z',
      '2026-11-21T11:30:00.000Z',
    ),
    subjects: fc.constantFrom([subject('dataset', '1')], [subject('dataset', '9')]),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(anItem, { maxLength: 4 }),
      fc.array(anItem, { maxLength: 3 }),
      async (some, more) => {
        const store = some.map((item, i) => evidence({ ...item, name: `a${i}` }));
        const added = more.map((item, i) => evidence({ ...item, name: `b${i}` }));
        const announced = announce(...store);
        // What equals announced evidence byte by byte is that evidence.
        const before = await judge({ store, announced });
        const after = await judge({ store: [...store, ...added], announced });
        if (!['pass', 'warn'].includes(before.verdict)) expect(['pass', 'warn']).not.toContain(after.verdict);
      },
    ),
    { numRuns: 60 },
  );
});
