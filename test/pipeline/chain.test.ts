import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { GateResultJson } from '../../src/gate/evidence-schema.js';
import { type Command, copyOf, edit, freshExample, run, wholePipeline } from './credit-risk.js';

const evidenceOf = (gate: string) => `.sluice/credit-risk.${gate}.evidence.json`;
const digestOf = (file: string) => `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`;
/** Model and predictions made again with other settings: sound, but not those that were judged. */
const otherTraining = (folder: string) =>
  edit(folder, 'train.mjs', (text) => text.replace('ridge = 1e-3', 'ridge = 50'));

let finished: string;
const results = new Map<Command, GateResultJson>();

beforeAll(async () => {
  finished = freshExample();
  for (const command of wholePipeline) {
    const { exitCode, result, stderr } = await run(finished, command);
    if (exitCode !== 0) throw new Error(`${command} exited with ${exitCode}\n${stderr}`);
    results.set(command, result);
  }
  copyFileSync(path.join(finished, '.sluice/log/checkpoint'), path.join(finished, 'remembered'));
}, 120_000);

interface Link {
  readonly link: string;
  readonly assurance: string | null;
  readonly ok: boolean;
}

const chainOf = (result: GateResultJson | undefined) => result?.metrics.chain as readonly Link[];

describe('the example, from raw data to a verified model', () => {
  test('is accepted by every gate', () => {
    expect([...results.values()].map(({ verdict }) => verdict)).not.toContain('fail');
    expect(results.get('validate')?.metrics).toMatchObject({ rows: expect.any(Number) });
    expect(results.get('audit')?.metrics).toMatchObject({
      size: results.size,
      anchored: false,
      problems: [],
    });
  });

  test('shows each link with its assurance, signed and verified alike', () => {
    const links = [
      ['raw data → processed data', 'claimed'],
      ['data → training record', 'claimed'],
      ['training record → model', 'claimed'],
      ['model → predictions', 'claimed'],
      ['data-validate → model signature', 'claimed'],
      ['scan-deps → model signature', 'claimed'],
      ['fairness-gate → model signature', 'claimed'],
      ['model → model signature', 'recomputed'],
    ];
    for (const command of ['sign', 'verify'] as const) {
      const chain = chainOf(results.get(command));
      expect(chain.map(({ link, assurance }) => [link, assurance])).toEqual(links);
      expect(chain.every(({ ok }) => ok)).toBe(true);
    }
  });

  test('proves the signature to be in the log', async () => {
    const folder = copyOf(finished);
    const digest = digestOf(path.join(folder, 'signed/model.sig'));
    expect((await run(folder, 'prove', '--digest', digest)).result.verdict).toBe('pass');
    const { publicKey } = results.get('audit')?.metrics ?? {};
    const proof = ['--log-proof', 'signed/model.proof', '--log-key', String(publicKey)];
    const { result } = await run(folder, 'verify', ...proof);
    expect([result.verdict, chainOf(result).at(-1)?.ok]).toEqual(['pass', true]);

    edit(folder, 'signed/model.proof', (text) => text.replace(/^index \d+$/m, 'index 0'));
    expect((await run(folder, 'verify', ...proof)).exitCode).toBe(1);
  });
});

interface Break {
  readonly link: string;
  /** What the attacker or the accident does, and what runs afterwards as if nothing had happened. */
  readonly by: (folder: string) => void;
  readonly afterwards?: readonly Command[];
  /** The gate that must see it, and what it says. */
  readonly caught: Command;
  readonly args?: readonly string[];
  readonly says: RegExp;
}

const breaks: readonly Break[] = [
  {
    link: 'raw data → processed data: the raw data is another than what was prepared',
    by: (folder) => edit(folder, 'data/applicants.csv', (text) => text.replace(',female,', ',male,')),
    afterwards: ['validate'],
    caught: 'policy',
    says: /dataset raw is not the same for data-validate and record-training/,
  },
  {
    link: 'processed data → model: one label is changed after validation',
    by: (folder) => edit(folder, 'data/train.csv', (text) => text.replace(/,0\n/, ',1\n')),
    afterwards: ['train', 'predict', 'scan', 'fairness'],
    caught: 'sign',
    says: /no accepted evidence of data-validate is about data\/train\.csv/,
  },
  {
    link: 'processed data → model: a row comes twice',
    by: (folder) => edit(folder, 'data/train.csv', (text) => text.replace(/^A.*\n/m, '$&$&')),
    caught: 'validate',
    says: /data\/train\.csv:3/,
  },
  {
    link: 'model → evidence: trained again after it was judged',
    by: otherTraining,
    afterwards: ['train'],
    caught: 'sign',
    says: /the evidence of fairness-gate is about model \(dirHash:/,
  },
  {
    link: 'model → evidence: trained again after it was judged, before signing',
    by: otherTraining,
    afterwards: ['train'],
    caught: 'policy',
    says: /model is not the same for scan-deps and record-training/,
  },
  {
    link: 'model → predictions: better ones are put in their place and judged',
    by: (folder) =>
      edit(folder, 'out/predictions.csv', (text) =>
        text.replaceAll(/,0\.\d+,(\d),female,/g, ',0.010000,$1,female,'),
      ),
    afterwards: ['fairness'],
    caught: 'sign',
    says: /out\/predictions\.csv .* was judged, but the recorded prediction made other files/,
  },
  {
    link: 'code → model: the lock file is another than what was scanned',
    by: (folder) => edit(folder, 'requirements.txt', (text) => `# later\n${text}`),
    caught: 'sign',
    says: /requirements\.txt has changed since it was scanned/,
  },
  {
    link: 'code → model: a dependency loses its pin',
    by: (folder) => edit(folder, 'requirements.txt', (text) => `pandas-stubs>=2\n${text}`),
    caught: 'scan',
    says: /requirements\.txt:1:.*pandas-stubs/,
  },
  {
    link: 'evidence: a verdict is edited',
    by: (folder) =>
      edit(folder, evidenceOf('fairness-gate'), (text) =>
        text.replaceAll('"verdict":"pass"', '"verdict":"warn"'),
      ),
    caught: 'policy',
    says: /credit-risk\.fairness-gate its standard part contradicts its details/,
  },
  {
    link: 'evidence: a subject is edited, in all its places',
    by: (folder) => {
      const digest = digestOf(path.join(folder, 'data/train.csv')).slice(7);
      edit(folder, evidenceOf('data-validate'), (text) => text.replaceAll(digest, 'ab'.repeat(32)));
    },
    caught: 'sign',
    says: /no accepted evidence of data-validate is about data\/train\.csv/,
  },
  {
    link: 'evidence: it is gone',
    by: (folder) => rmSync(path.join(folder, evidenceOf('scan-deps'))),
    caught: 'policy',
    says: /there is no evidence of scan-deps that counts/,
  },
  {
    link: 'evidence: it is gone, and nobody asked the policy gate',
    by: (folder) => rmSync(path.join(folder, evidenceOf('scan-deps'))),
    caught: 'sign',
    says: /there is no evidence of scan-deps about this model/,
  },
  {
    link: 'evidence: another pipeline’s takes its place',
    by: (folder) =>
      edit(folder, evidenceOf('scan-deps'), (text) =>
        text.replaceAll('"pipeline":"credit-risk"', '"pipeline":"other"'),
      ),
    caught: 'policy',
    says: /there is no evidence of scan-deps that counts/,
  },
  {
    link: 'evidence: it is not what its job announced',
    by: (folder) => {
      const digest = (gate: string) => digestOf(path.join(folder, evidenceOf(gate)));
      const needs = ['data-validate', 'scan-deps', 'fairness-gate'].map((gate) => [
        gate,
        { outputs: { 'evidence-digest': digest(gate) } },
      ]);
      writeFileSync(path.join(folder, 'needs.json'), JSON.stringify(Object.fromEntries(needs)));
    },
    afterwards: ['fairness'],
    caught: 'policy',
    args: ['--expect', 'needs.json'],
    says: /there is no evidence of fairness-gate that counts/,
  },
  {
    link: 'model → signature: one byte is flipped',
    by: (folder) => {
      const file = path.join(folder, 'model/model.safetensors');
      const bytes = readFileSync(file);
      bytes[300] = (bytes[300] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
    caught: 'verify',
    says: /model\/model\.safetensors: is not the file that was signed: its bytes differ/,
  },
  {
    link: 'model → signature: a file is added',
    by: (folder) => writeFileSync(path.join(folder, 'model/extra.bin'), 'x'),
    caught: 'verify',
    says: /model\/extra\.bin: was not signed/,
  },
  {
    link: 'model → signature: a file has another name',
    by: (folder) =>
      renameSync(path.join(folder, 'model/config.json'), path.join(folder, 'model/settings.json')),
    caught: 'verify',
    says: /model\/config\.json: was signed and is missing/,
  },
  {
    link: 'signature → chain: the statement is gone',
    by: (folder) => rmSync(path.join(folder, 'signed/model.sig.chain.json')),
    caught: 'verify',
    args: ['--require-chain'],
    says: /there is no statement of the chain beside the bundle/,
  },
  {
    link: 'signature → chain: the statement promises more than was signed',
    by: (folder) =>
      edit(folder, 'signed/model.sig.chain.json', (text) => {
        const stored = JSON.parse(text);
        const statement = Buffer.from(stored.dsseEnvelope.payload, 'base64')
          .toString()
          .replaceAll('"claimed"', '"attested"');
        stored.dsseEnvelope.payload = Buffer.from(statement).toString('base64');
        return JSON.stringify(stored);
      }),
    caught: 'verify',
    says: /model\.sig\.chain\.json: its signature is not by the given key/,
  },
  {
    link: 'log: an entry is edited',
    by: (folder) =>
      edit(folder, `.sluice/log/tile/entries/000.p/${results.size}`, (text) =>
        text.replace('"verdict":"pass"', '"verdict":"fail"'),
      ),
    caught: 'audit',
    says: /entries\/000\.p/,
  },
  {
    link: 'log: a tile is gone',
    by: (folder) => rmSync(path.join(folder, `.sluice/log/tile/0/000.p/${results.size}`)),
    caught: 'audit',
    says: /tile\/0\/000\.p/,
  },
  {
    link: 'log: written anew without an entry and signed again',
    by: (folder) => {
      rmSync(path.join(folder, '.sluice/log'), { recursive: true });
      rmSync(path.join(folder, evidenceOf('fairness-gate')));
    },
    afterwards: ['append'],
    caught: 'audit',
    args: ['--checkpoint', 'remembered'],
    says: /rolled back|forked|remembered checkpoint/,
  },
];

describe('each link, broken, is caught by the gate named', () => {
  test.each([...breaks])(
    '$caught: $link',
    async ({ by, afterwards = [], caught, args = [], says }) => {
      const folder = copyOf(finished);
      by(folder);
      for (const command of afterwards) {
        const { exitCode, stderr } = await run(folder, command);
        if (exitCode !== 0) throw new Error(`${command} stopped it already\n${stderr}`);
      }
      const { exitCode, result, stderr } = await run(folder, caught, ...args);
      expect(stderr).toMatch(says);
      expect(['fail', 'error']).toContain(result.verdict);
      expect(exitCode).not.toBe(0);
    },
    30_000,
  );

  test('and what was not broken is still accepted', async () => {
    const folder = copyOf(finished);
    for (const command of ['policy', 'sign', 'append', 'audit', 'verify'] as const)
      expect([command, (await run(folder, command)).exitCode]).toEqual([command, 0]);
  }, 30_000);
});
