import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { readChainStatement } from '../../src/gate/chain-statement.js';
import { openBundle } from '../../src/gate/dsse.js';
import { readEvidence, sha256, writeEvidence } from '../../src/gate/evidence.js';
import type { JsonObject } from '../../src/gate/json.js';
import { readVerifyingKey } from '../../src/gate/key.js';
import { readOmsStatement } from '../../src/gate/oms.js';
import type { GateResult } from '../../src/gate/result.js';
import type { Subject } from '../../src/gate/subject.js';
import { signModel } from '../../src/sign-model/gate.js';
import { verifyModel } from '../../src/verify-model/gate.js';
import { concludeFor } from '../conclude.js';
import { facts, judgement, makeTrainedPipeline, TrainedPipeline } from './pipeline.js';

let trained: TrainedPipeline;
beforeEach(async () => {
  trained = await makeTrainedPipeline();
});

const messagesOf = ({ checks }: GateResult) => checks.flatMap((c) => c.findings.map((f) => f.message));
const opened = (file: string) =>
  openBundle(
    readFileSync(trained.at(file)),
    readVerifyingKey(readFileSync(trained.at('public.pem'), 'utf8')),
  );

function expectNothingWritten() {
  expect(existsSync(trained.at('model.sig'))).toBe(false);
  expect(existsSync(trained.at('model.sig.chain.json'))).toBe(false);
}

describe('a model with all its evidence', () => {
  test('is signed, with the chain beside it', async () => {
    const result = await trained.sign();
    expect(messagesOf(result)).toEqual([]);
    expect(result.verdict).toBe('pass');
    expect([...readOmsStatement(opened('model.sig')).resources.keys()]).toEqual([
      'config.json',
      'weights.bin',
    ]);
    const chain = readChainStatement(opened('model.sig.chain.json'));
    const { model } = await trained.subjects();
    expect(chain.model.digest).toEqual(model.digest);
    expect(chain.evidence.map((e) => [e.gate, e.verdict])).toEqual([
      ['data-validate', 'pass'],
      ['scan-deps', 'pass'],
      ['fairness-gate', 'pass'],
    ]);
    expect(chain.provenance.map((p) => p.step)).toEqual(['train', 'predict']);
    // Nothing here was signed by a workflow: the statements are claims, and say so.
    expect(chain.links.map((l) => [l.link, l.assurance, l.ok])).toEqual([
      ['data → training record', 'claimed', true],
      ['training record → model', 'claimed', true],
      ['model → predictions', 'claimed', true],
      ['data-validate → model signature', 'claimed', true],
      ['scan-deps → model signature', 'claimed', true],
      ['fairness-gate → model signature', 'claimed', true],
    ]);
    expect(result.metrics).toMatchObject({
      modelDigest: model.digest,
      signer: { kind: 'key', curve: 'P-256' },
      files: 2,
      bytes: 9,
    });
    expect(result.subjects.map((s) => s.role).sort()).toEqual(['bundle', 'model']);
    expect(signModel.figures(result)).toMatchObject({ bundle: 'model.sig', files: 2, 'broken-link': null });
    expect(signModel.report(result)).toMatchObject([{ kind: 'chain' }]);
  });

  test('has a link more where the preparation of its data was recorded', async () => {
    const { data } = await trained.subjects();
    const raw = { name: 'raw.csv', role: 'dataset', digest: { sha256: 'e'.repeat(64) } } as const;
    await trained.record({ step: 'prepare', inputs: [raw], outputs: [data] });
    const result = await trained.sign();
    expect(result.metrics.chain).toContainEqual(
      expect.objectContaining({
        link: 'raw data → processed data',
        assurance: 'claimed',
        ok: true,
        reason: expect.stringMatching(
          /^step prepare made train.csv \(.*\) of raw.csv \(.*\); no evidence of data-validate is about raw.csv/,
        ),
      }),
    );
    expect(readChainStatement(opened('model.sig.chain.json')).provenance.map((p) => p.step)).toEqual([
      'prepare',
      'train',
      'predict',
    ]);
  });

  test('tells whether the raw data was validated too, and where the chain begins', async () => {
    const { data } = await trained.subjects();
    const raw: Subject = { ...data, name: 'raw.csv', label: 'raw', digest: { sha256: 'e'.repeat(64) } };
    const linkOf = ({ metrics }: GateResult, name: string) =>
      (metrics.chain as readonly JsonObject[]).find(({ link }) => link === name);
    expect(linkOf(await trained.sign(), 'data → training record')?.reason).toMatch(
      /what train.csv was made of is not recorded: the chain begins there$/,
    );

    await trained.record({ step: 'prepare', inputs: [raw], outputs: [data] });
    await trained.judge('data-validate', [raw, data]);
    const both = await trained.sign();
    expect(linkOf(both, 'raw data → processed data')?.reason).toMatch(/of raw.csv \([^;]*\)$/);
    expect(linkOf(both, 'data → training record')?.reason).toMatch(/went in$/);
  });

  test.each<[string, (t: TrainedPipeline, data: Subject) => Promise<unknown>, boolean | undefined]>([
    ['is broken where what it made was not validated', (t) => t.judge('data-validate', []), false],
    [
      'is broken where it took nothing in',
      (t, data) => t.record({ step: 'prepare', inputs: [], outputs: [data] }),
      false,
    ],
    [
      'is not there where the step only passed the data on',
      (t, data) => t.record({ step: 'prepare', inputs: [data], outputs: [data] }),
      undefined,
    ],
  ])('the link from raw data %s', async (_, change, ok) => {
    const { data } = await trained.subjects();
    const raw: Subject = { ...data, name: 'raw.csv', digest: { sha256: 'e'.repeat(64) } };
    await trained.record({ step: 'prepare', inputs: [raw], outputs: [data] });
    await change(trained, data);
    const { metrics } = await trained.sign({ require: ['scan-deps', 'fairness-gate'] });
    const links = metrics.chain as readonly JsonObject[];
    expect(links.find(({ link }) => link === 'raw data → processed data')?.ok).toBe(ok);
  });

  test('comes with the command that verifies it, quoted where a shell needs it', async () => {
    expect((await trained.sign()).metrics.verifyCommand).toBe(
      'sluice verify-model --model model --bundle model.sig --public-key PUBLIC-KEY',
    );
    const odd = await trained.sign({ bundle: "it's $(here).sig" });
    expect(odd.metrics.verifyCommand).toBe(
      `sluice verify-model --model model --bundle 'it'\\''s $(here).sig' --public-key PUBLIC-KEY`,
    );
    expect((await trained.sign({ require: ['policy-gate'] })).metrics.verifyCommand).toBeUndefined();
  });

  test('verifies, chain and all', async () => {
    await trained.sign();
    const settings = { 'public-key': 'public.pem', 'require-chain': true };
    const judgement = await verifyModel.judge({ settings, pipeline: facts, ports: trained.ports });
    const result = concludeFor('verify-model', judgement);
    expect(result.verdict).toBe('pass');
    expect(result.metrics.chain).toHaveLength(7);
  });

  test('may have warned', async () => {
    await trained.judge('data-validate', [(await trained.subjects()).data], 'warn');
    expect((await trained.sign()).verdict).toBe('pass');
  });

  test('is signed into its own folder too, without the signature covering itself', async () => {
    for (let twice = 0; twice < 2; twice++) {
      expect((await trained.sign({ bundle: 'model/model.sig' })).verdict).toBe('pass');
    }
    const settings = { 'public-key': 'public.pem', bundle: 'model/model.sig' };
    const judgement = await verifyModel.judge({ settings, pipeline: facts, ports: trained.ports });
    expect(concludeFor('verify-model', judgement).verdict).toBe('pass');
  });

  test.each(['secp384r1', 'secp521r1'])('is signed with a key on %s', async (curve) => {
    trained = await makeTrainedPipeline(curve);
    expect((await trained.sign()).verdict).toBe('pass');
    expect(readOmsStatement(opened('model.sig')).resources.size).toBe(2);
  });

  test('is signed by a key given as text', async () => {
    const key = readFileSync(trained.at('key.pem'), 'utf8');
    expect((await trained.sign({ key })).verdict).toBe('pass');
  });
});

describe('refuses to sign, says why, and writes nothing:', () => {
  type Tamper = (t: TrainedPipeline) => unknown;
  const without = (name: string) => (t: TrainedPipeline) => rmSync(t.at(`.sluice/${name}.evidence.json`));
  const again =
    (gate: string, roles: readonly ('data' | 'lock' | 'model' | 'predictions')[], ...rest: unknown[]) =>
    async (t: TrainedPipeline) => {
      const subjects = await t.subjects();
      const [verdict, setting] = rest as [Parameters<TrainedPipeline['judge']>[2]?, object?];
      await t.judge(
        gate,
        roles.map((role) => subjects[role]),
        verdict,
        setting,
      );
    };
  const bootstrap = { settings: { digest: '0'.repeat(64), source: 'bootstrap', file: 's.yml', ignored: [] } };
  const at = (time: string) => ({ now: new Date(time) });

  const cases: readonly (readonly [string, Tamper, RegExp])[] = [
    ['no evidence of the data', without('pd.data-validate'), /no evidence of data-validate/],
    ['no evidence of the dependencies', without('pd.scan-deps'), /no evidence of scan-deps/],
    ['no evidence of fairness', without('pd.fairness-gate'), /no evidence of fairness-gate/],
    [
      'the model changed since',
      (t) => t.put('model/weights.bin', 'other'),
      /is about model \(dirHash:\w+\), not about model/,
    ],
    ['a file was added to the model', (t) => t.put('model/evil.pkl', 'x'), /not about model/],
    [
      'the lock file changed since',
      (t) => t.put('requirements.txt', 'x'),
      /requirements.txt has changed since it was scanned/,
    ],
    ['a gate failed', again('fairness-gate', ['model', 'predictions'], 'fail'), /fairness-gate failed at/],
    [
      'a gate failed in report mode',
      again('scan-deps', ['lock', 'model'], 'fail', { mode: 'report' }),
      /in report mode/,
    ],
    ['a gate could not judge', again('data-validate', [], 'error'), /data-validate could not judge/],
    ['a gate was skipped', again('data-validate', ['data'], 'skip'), /data-validate was skipped/],
    [
      'another leg of the gate failed for the same model',
      again('fairness-gate', ['model', 'predictions'], 'fail', { instance: 'eu' }),
      /fairness-gate \(eu\) failed/,
    ],
    [
      'another leg could judge nothing',
      again('fairness-gate', [], 'error', { instance: 'eu' }),
      /fairness-gate \(eu\) could not judge/,
    ],
    ['bootstrap settings', again('scan-deps', ['lock', 'model'], 'pass', bootstrap), /bootstrap/],
    [
      'a scan of the day before',
      again('scan-deps', ['lock', 'model'], 'pass', at('2026-11-20T11:00:00Z')),
      /judged 25 h ago/,
    ],
    [
      'evidence from the future',
      again('data-validate', ['data'], 'pass', at('2026-11-22T12:00:00Z')),
      /in the future/,
    ],
    [
      'evidence of another pipeline',
      async (t) => {
        without('pd.data-validate')(t);
        await again('data-validate', ['data'], 'pass', { pipeline: 'other' })(t);
      },
      /no evidence of data-validate/,
    ],
    ['a scan without the model', again('scan-deps', ['lock']), /scan-deps is about no model/],
    ['a scan without a lock file', again('scan-deps', ['model']), /names no lock file/],
    ['fairness without predictions', again('fairness-gate', ['model']), /names no predictions/],
    [
      'fairness without the model',
      again('fairness-gate', ['predictions']),
      /fairness-gate is about no model/,
    ],
    [
      'data that did not go in',
      async (t) => {
        const { data } = await t.subjects();
        await t.judge('data-validate', [{ ...data, digest: { sha256: 'a'.repeat(64) } }]);
      },
      /about train.csv \(sha256:\w+\), which went into the model/,
    ],
    [
      'data evidence that names the right file with other bytes',
      async (t) => {
        t.put('train.csv', 'poisoned');
        await again('data-validate', ['data'])(t);
      },
      /which went into the model/,
    ],
    [
      'training with another lock file',
      async (t) => {
        const { data, lock } = await t.subjects();
        await t.record({ inputs: [data, { ...lock, digest: { sha256: 'b'.repeat(64) } }] });
      },
      /trained with another requirements.txt/,
    ],
    [
      'predictions by another model',
      async (t) => {
        const { model, predictions } = await t.subjects();
        const other = { ...model, digest: { dirHash: 'c'.repeat(64) } };
        await t.record({ step: 'predict', inputs: [other], outputs: [predictions] });
      },
      /its record names another model/,
    ],
    [
      'predictions that were not recorded, where a prediction was',
      async (t) => {
        t.put('out/p.csv', 'better');
        await again('fairness-gate', ['model', 'predictions'])(t);
      },
      /recorded prediction made other files/,
    ],
  ];
  test.each(cases)('%s', async (_, tamper, message) => {
    await tamper(trained);
    const result = await trained.sign();
    expect(result.verdict).toBe('fail');
    expect(messagesOf(result)).toContainEqual(expect.stringMatching(message));
    for (const found of result.checks.flatMap((c) => c.findings)) expect(found.fix).not.toBe('');
    expect(result.metrics.signer).toBeNull();
    expect(signModel.figures(result)).toMatchObject({ bundle: null, signer: null });
    expectNothingWritten();
  });

  test('evidence forged in place: readable only if nothing in it was touched', async () => {
    const file = trained.at('.sluice/pd.fairness-gate.evidence.json');
    trained.put(
      '.sluice/pd.fairness-gate.evidence.json',
      readFileSync(file, 'utf8').replace('"pass"', '"pass" '),
    );
    const result = await trained.sign();
    expect(result.verdict).toBe('fail');
    expect(messagesOf(result)).toContainEqual(
      expect.stringMatching(/cannot be read \(is not canonical JSON/),
    );
    expectNothingWritten();
  });

  test('a verdict that does not follow from its checks', async () => {
    const { model, predictions } = await trained.subjects();
    const failed = concludeFor('fairness-gate', judgement('fairness-gate', [model, predictions], 'fail'));
    const forged: GateResult = { ...failed, verdict: 'pass' };
    const bytes = writeEvidence(forged, trained.ports.run, '0.1.0');
    await trained.ports.evidence.put({ name: 'pd.fairness-gate', bytes });
    const result = await trained.sign();
    expect(result.verdict).toBe('fail');
    expect(messagesOf(result)).toContainEqual(expect.stringMatching(/does not follow from its checks/));
    expectNothingWritten();
  });

  test('evidence of another repository, where other rules hold', async () => {
    const run = { kind: 'github', event: 'push', repository: 'acme/credit', repositoryId: '42' } as const;
    for (const gate of ['data-validate', 'scan-deps', 'fairness-gate']) {
      const name = `pd.${gate}`;
      const [own] = (await trained.ports.evidence.list()).filter((stored) => stored.name === name);
      const { result } = readEvidence(own?.bytes ?? new Uint8Array());
      const elsewhere = gate === 'fairness-gate' ? { ...run, repositoryId: '43' } : run;
      await trained.ports.evidence.put({ name, bytes: writeEvidence(result, elsewhere, '0.1.0') });
    }
    const ports = { ...trained.ports, run };
    const signed = await signModel.judge({ settings: { key: 'key.pem' }, pipeline: facts, ports });
    const result = concludeFor('sign-model', signed);
    expect(result.verdict).toBe('fail');
    expect(messagesOf(result).filter((m) => /judged in acme/.test(m))).toEqual([
      expect.stringMatching(/^fairness-gate judged in acme\/credit/),
    ]);
    expectNothingWritten();
  });

  test('a waiver of the missing requirement: nothing is written all the same, and the verdict says so', async () => {
    rmSync(trained.at('.sluice/pd.data-validate.evidence.json'));
    const settings = { key: 'key.pem' };
    const judgement = await signModel.judge({ settings, pipeline: facts, ports: trained.ports });
    const waiver = {
      id: 'sign-model/evidence',
      scope: ':data-validate',
      reason: 'r',
      owner: 'o',
      approver: 'a',
    };
    const waivers = [waiver, { ...waiver, id: 'sign-model/signature' }].map((w) => ({
      ...w,
      expires: '2030-01-01',
    }));
    const result = concludeFor('sign-model', judgement, { waivers });
    expect(result.waivers).toHaveLength(1);
    expect(result.verdict).toBe('fail');
    expectNothingWritten();
  });
});

describe('with digests that jobs announced', () => {
  const digestsOf = async (...gates: readonly string[]) => {
    const items = await trained.ports.evidence.list();
    return new Map(
      items
        .filter(({ name }) => gates.some((gate) => name.includes(gate)))
        .map(({ bytes }) => [sha256(bytes), ['judge']] as const),
    );
  };
  const gates = ['data-validate', 'scan-deps', 'fairness-gate'];

  test('the evidence is bound, and records stay claimed', async () => {
    const result = await trained.sign({}, facts, await digestsOf(...gates));
    expect(result.verdict).toBe('pass');
    const links = result.metrics.chain as readonly JsonObject[];
    expect(links.map(({ link, assurance }) => [link, assurance])).toEqual([
      ['data → training record', 'claimed'],
      ['training record → model', 'claimed'],
      ['model → predictions', 'claimed'],
      ['data-validate → model signature', 'bound'],
      ['scan-deps → model signature', 'bound'],
      ['fairness-gate → model signature', 'bound'],
      ['model → model signature', 'recomputed'],
    ]);
  });

  test('records that were announced are bound, too', async () => {
    const announced = await digestsOf(...gates, 'training');
    const result = await trained.sign({}, facts, announced);
    expect(JSON.stringify(result.metrics.chain)).not.toContain('claimed');
  });

  test('evidence that nobody announced does not count, and the refusal names it', async () => {
    const result = await trained.sign({}, facts, await digestsOf('data-validate', 'scan-deps'));
    expect(result.verdict).toBe('fail');
    expect(messagesOf(result).join()).toContain(
      'pd.fairness-gate is evidence of fairness-gate, but no job announced it',
    );
    expectNothingWritten();
  });

  test('neither does failed evidence that nobody announced', async () => {
    const { data } = await trained.subjects();
    await trained.judge('data-validate', [data], 'fail', { instance: 'forged' });
    expect((await trained.sign()).verdict).toBe('fail');
    const announced = await digestsOf(...gates);
    const forged = (await trained.ports.evidence.list()).find(({ name }) => name.includes('forged'));
    announced.delete(sha256(forged?.bytes ?? ''));
    expect((await trained.sign({}, facts, announced)).verdict).toBe('pass');
  });

  test('nothing announced is nothing known', async () => {
    expect((await trained.sign({}, facts, new Map())).verdict).toBe('fail');
    expectNothingWritten();
  });

  test.each([
    ['absent', (file: string) => rmSync(file), /which judge announced, is not in the evidence store/],
    ['forged in place', (file: string) => writeFileSync(file, '{}'), /which judge announced, is not in/],
  ])('announced evidence that is %s', async (_, change, message) => {
    const announced = await digestsOf(...gates);
    change(trained.at('.sluice/pd.scan-deps.evidence.json'));
    const result = await trained.sign({ require: ['data-validate', 'fairness-gate'] }, facts, announced);
    expect(messagesOf(result).join()).toMatch(message);
    expectNothingWritten();
  });

  test('announced evidence that cannot be read', async () => {
    writeFileSync(trained.at('.sluice/torn.evidence.json'), '{');
    expect((await trained.sign({}, facts, await digestsOf(...gates))).verdict).toBe('warn');
    rmSync(trained.at('model.sig'));
    rmSync(trained.at('model.sig.chain.json'));
    expect((await trained.sign({}, facts, await digestsOf(...gates, 'torn'))).verdict).toBe('fail');
    expectNothingWritten();
  });
});

describe('a policy that must have accepted', () => {
  const settings = { require: ['scan-deps', 'policy-gate'] as ('scan-deps' | 'policy-gate')[] };
  const judgedBy = async (setting = {}) => {
    const stored = (await trained.ports.evidence.list()).filter(({ name }) => name === 'pd.scan-deps');
    const subjects = stored.map(({ name, bytes }): Subject => {
      const digest = { sha256: sha256(bytes) };
      return { name, kind: 'file', role: 'evidence', digest, grade: 'bytes' };
    });
    await trained.judge('policy-gate', subjects, 'pass', setting);
  };

  test('is relied on when it judged the evidence that lies here', async () => {
    await judgedBy();
    expect((await trained.sign(settings)).verdict).toBe('pass');
    expect((await trained.sign({ require: ['policy-gate'] })).verdict).toBe('pass');
  });

  test('is not, once the evidence is another', async () => {
    await judgedBy();
    const { lock, model } = await trained.subjects();
    await trained.judge('scan-deps', [lock, model], 'warn');
    const result = await trained.sign(settings);
    expect(result.verdict).toBe('fail');
    expect(messagesOf(result)).toContainEqual(
      expect.stringMatching(/did not judge the evidence of scan-deps/),
    );
  });

  test('is not about any model by itself', async () => {
    await trained.judge('policy-gate', []);
    const result = await trained.sign({ require: ['policy-gate'] });
    expect(result.verdict).toBe('fail');
    expect(messagesOf(result)).toContainEqual(expect.stringMatching(/policy-gate is about no model/));
  });

  test('is not by bootstrap settings, though nothing else is asked for', async () => {
    await judgedBy({ settings: { digest: '0'.repeat(64), source: 'bootstrap', file: 's.yml', ignored: [] } });
    const result = await trained.sign({ require: ['policy-gate'] });
    expect(result.verdict).toBe('fail');
    expect(messagesOf(result)).toContainEqual(expect.stringMatching(/bootstrap/));
    expectNothingWritten();
  });
});

describe('what does not stand in the way', () => {
  test('failed evidence about another model', async () => {
    const { model, predictions } = await trained.subjects();
    const other = [model, predictions].map((s) => ({ ...s, digest: { sha256: 'd'.repeat(64) } }));
    await trained.judge('fairness-gate', other, 'fail', { instance: 'other' });
    expect((await trained.sign()).verdict).toBe('pass');
  });

  test('a gate that is not asked for', async () => {
    await trained.judge('fairness-gate', [], 'error');
    expect((await trained.sign({ require: ['data-validate', 'scan-deps'] })).verdict).toBe('pass');
  });

  test('old evidence of data, which does not age; unless a maximum is set', async () => {
    const { data } = await trained.subjects();
    await trained.judge('data-validate', [data], 'pass', { now: new Date('2026-01-01T00:00:00Z') });
    expect((await trained.sign()).verdict).toBe('pass');
    expect((await trained.sign({ 'max-age': { 'data-validate': '30d' } })).verdict).toBe('fail');
  });

  test('no training record: the pipeline’s own data must be validated, and the gap in the chain is told', async () => {
    rmSync(trained.at('.sluice/pd.training.evidence.json'));
    rmSync(trained.at('.sluice/pd.training.predict.evidence.json'));
    const result = await trained.sign();
    expect(result.verdict).toBe('warn');
    expect(signModel.figures(result)['broken-link']).toBe('data → training record');
    trained.put('train.csv', 'poisoned');
    expect((await trained.sign()).verdict).toBe('fail');
  });

  test('no evidence, where none is asked for: the signature says nothing of the chain', async () => {
    rmSync(trained.at('.sluice'), { recursive: true });
    const result = await trained.sign({ require: ['none'] });
    expect(result.verdict).toBe('pass');
    expect(messagesOf(result)).toContainEqual(expect.stringMatching(/signed without evidence/));
    const { links, evidence } = readChainStatement(opened('model.sig.chain.json'));
    expect(evidence).toEqual([]);
    expect(links.every((l) => !l.ok && l.assurance === null)).toBe(true);
  });
});

describe('what cannot be signed is told before anything is written', () => {
  test.each([
    ['no key', { key: 'none.pem' }, 'input', /none\.pem/],
    ['a public key', { key: 'public.pem' }, 'config', /BEGIN PUBLIC KEY.*expected a private key/],
    ['the model in place of the key', { key: 'model' }, 'input', /model/],
    [
      '`none` beside a gate',
      { require: ['none', 'scan-deps'] as ['none', 'scan-deps'] },
      'config',
      /`none` beside gates/,
    ],
    ['no such model', { model: 'modle' }, 'input', /does not exist/],
    ['the bundle in place of the model', { bundle: 'model' }, 'config', /is the model itself/],
  ])('%s', async (_, settings, kind, message) => {
    await expect(trained.sign(settings)).rejects.toMatchObject({
      kind,
      message: expect.stringMatching(message),
    });
    expectNothingWritten();
  });

  test('a pipeline without gates, and no word on what to require', async () => {
    const bare = { ...facts, gates: [] };
    await expect(trained.sign({}, bare)).rejects.toThrow(/nothing says which gates must have passed/);
  });

  test('a key of a kind that OMS does not know', async () => {
    const { generateKeyPairSync } = await import('node:crypto');
    const { privateKey } = generateKeyPairSync('ed25519');
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    await expect(trained.sign({ key })).rejects.toThrow(/type ed25519; expected an elliptic curve key/);
  });

  test('after an interruption', async () => {
    const abort = new AbortController();
    const interrupted = new TrainedPipeline(trained.ports.workspace, abort.signal);
    abort.abort(new Error('interrupted'));
    await expect(interrupted.sign()).rejects.toThrow('interrupted');
    expectNothingWritten();
  });
});
