import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
} from 'node:fs';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { makeSignedModel, type SignedModel } from './signed-model.js';

let signed: SignedModel;
beforeEach(async () => {
  signed = await makeSignedModel();
});

type Change = (model: SignedModel) => void;
const model = (name: string) => `model/${name}`;
const rename = (from: string, to: string) => (m: SignedModel) =>
  renameSync(m.at(model(from)), m.at(model(to)));

test('what was signed verifies, and says what the signature does not say', async () => {
  const result = await signed.verify();
  expect(result.verdict).toBe('pass');
  expect(result.metrics.chain).toContainEqual(
    expect.objectContaining({ link: 'model → model signature', assurance: 'recomputed', ok: true }),
  );
  expect((await signed.verify({ 'require-chain': true })).verdict).toBe('fail');
});

describe('refuses a model in which', () => {
  const cases: readonly (readonly [string, Change, string, RegExp])[] = [
    ['one byte is flipped', (m) => m.put(model('sub.txt'), 'y'), 'sub.txt', /bytes differ/],
    ['a file is cut', (m) => truncateSync(m.at(model('weights.bin')), 2999), 'weights.bin', /bytes differ/],
    [
      'a file has grown',
      (m) => appendFileSync(m.at(model('weights.bin')), 'w'),
      'weights.bin',
      /bytes differ/,
    ],
    ['an empty file is filled', (m) => m.put(model('empty.bin'), 'x'), 'empty.bin', /bytes differ/],
    ['a file is added', (m) => m.put(model('evil.pkl'), 'x'), 'evil.pkl', /was not signed/],
    ['an empty file is added', (m) => m.put(model('sub/new'), ''), 'sub/new', /was not signed/],
    ['a file is removed', (m) => rmSync(m.at(model('sub/b.txt'))), 'sub/b.txt', /is missing/],
    ['a file is renamed', rename('sub.txt', 'sub2.txt'), 'sub.txt', /is missing/],
    ['a name changes case', rename('sub.txt', 'Sub.txt'), 'Sub.txt', /was not signed/],
    ['a file moves to a folder', rename('sub.txt', 'sub/sub.txt'), 'sub.txt', /is missing/],
    [
      'a .git stands below the top',
      (m) => m.put(model('sub/.git/HEAD'), 'x'),
      'sub/.git/HEAD',
      /was not signed/,
    ],
    ['a file is named like a method', (m) => m.put(model('__proto__'), 'x'), '__proto__', /was not signed/],
    [
      'a file gave way to a link to the same bytes',
      (m) => {
        renameSync(m.at(model('sub.txt')), m.at('elsewhere'));
        symlinkSync(m.at('elsewhere'), m.at(model('sub.txt')));
      },
      'sub.txt',
      /symbolic link|is missing/,
    ],
    ['a link leads nowhere', (m) => symlinkSync('nowhere', m.at(model('l'))), 'l', /is a symbolic link/],
    ['a link leads to itself', (m) => symlinkSync('.', m.at(model('l'))), 'l', /is a symbolic link/],
    [
      'a pipe stands',
      (m) => void execFileSync('mkfifo', [m.at(model('p'))]),
      'p',
      /is neither a file nor a folder/,
    ],
  ];
  test.each(cases)('%s', async (_, change, file, message) => {
    change(signed);
    const result = await signed.verify();
    expect(result.verdict).toBe('fail');
    const findings = result.checks.find((c) => c.id === 'verify-model/files')?.findings ?? [];
    expect(findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        file: `model/${file}`,
        message: expect.stringMatching(message),
      }),
    );
    expect(result.metrics.chain).toContainEqual(
      expect.objectContaining({ link: 'model → model signature', assurance: null, ok: false }),
    );
  });

  test('two files changed places, since names are signed too', async () => {
    rename('sub.txt', 'tmp')(signed);
    rename('config.json', 'sub.txt')(signed);
    rename('tmp', 'config.json')(signed);
    const result = await signed.verify();
    const files = result.checks.find((c) => c.id === 'verify-model/files');
    expect(files?.findings.map((f) => f.file)).toEqual(['model/config.json', 'model/sub.txt']);
  });
});

describe('accepts what OMS does not cover', () => {
  const cases: readonly (readonly [string, Change])[] = [
    ['a checkout’s files at the top', (m) => m.put(model('.git/HEAD'), 'x')],
    ['an empty folder', (m) => mkdirSync(m.at(model('new/folder')), { recursive: true })],
    ['another mode', (m) => chmodSync(m.at(model('sub.txt')), 0o755)],
    [
      'a hard link in place of a file',
      (m) => {
        renameSync(m.at(model('sub.txt')), m.at('elsewhere'));
        linkSync(m.at('elsewhere'), m.at(model('sub.txt')));
      },
    ],
  ];
  test.each(cases)('%s', async (_, change) => {
    change(signed);
    expect((await signed.verify()).verdict).toBe('pass');
  });
});

describe('what cannot be judged is no verdict', () => {
  const cases: readonly (readonly [string, Change, string, RegExp])[] = [
    ['no model', (m) => rmSync(m.at('model'), { recursive: true }), 'input', /there is no model here/],
    ['no bundle', (m) => rmSync(m.at('model.sig')), 'input', /model\.sig/],
    [
      'an empty model',
      (m) => rmSync(m.at('model'), { recursive: true }) ?? mkdirSync(m.at('model')),
      'input',
      /holds no file/,
    ],
    [
      'a folder for a bundle',
      (m) => rmSync(m.at('model.sig')) ?? mkdirSync(m.at('model.sig')),
      'input',
      /model\.sig/,
    ],
    [
      'a private key for a public one',
      (m) => renameSync(m.at('key.pem'), m.at('public.pem')),
      'config',
      /PRIVATE KEY/,
    ],
    ['no key', (m) => rmSync(m.at('public.pem')), 'config', /public\.pem/],
    ['text for a key', (m) => m.put('public.pem', 'hello'), 'config', /holds no PEM/],
  ];
  test.each(cases)('%s', async (_, change, kind, message) => {
    change(signed);
    await expect(signed.verify()).rejects.toMatchObject({ kind, message: expect.stringMatching(message) });
  });

  test('a proof without the key of its log', async () => {
    await expect(signed.verify({ 'log-proof': 'p' })).rejects.toThrow(/`log-key` is missing/);
  });
});
