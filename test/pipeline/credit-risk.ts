import { generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { judge, root } from '../cli/sluice.js';
import { tempFolder } from '../temp.js';

const example = path.join(root, 'examples', 'credit-risk');
/** What runs of the example leave behind. */
const made = ['model', 'out', '.sluice'].map((name) => path.join(example, name));
const node = ['--', process.execPath];
const bundle = ['--model', 'model', '--bundle', 'signed/model.sig'];
const log = ['--store', '.sluice/log'];

/** The pipeline of examples/credit-risk, command by command, as `npm run demo` runs it. */
const commands = {
  prepare: [
    ...['record-training', '--step', 'prepare', '--dataset', 'raw', '--output', 'data/train.csv'],
    ...['--output', 'data/test.csv', ...node, 'prepare.mjs'],
  ],
  validate: ['data-validate'],
  train: [
    ...['record-training', '--step', 'train', '--dataset', 'train', '--input', 'requirements.txt'],
    ...['--output', 'model', ...node, 'train.mjs'],
  ],
  predict: [
    ...['record-training', '--step', 'predict', '--dataset', 'test', '--input', 'model'],
    ...['--output', 'out/predictions.csv', ...node, 'predict.mjs'],
  ],
  scan: ['scan-deps'],
  fairness: ['fairness-gate'],
  policy: ['policy-gate'],
  sign: ['sign-model', ...bundle, '--key', 'keys/signer.pem'],
  append: ['audit-log', 'append', ...log, '--key', 'keys/log.pem'],
  audit: ['audit-log', 'verify', ...log, '--public-key', 'keys/log.pub'],
  prove: ['audit-log', 'proof', ...log, '--public-key', 'keys/log.pub', '--output', 'signed/model.proof'],
  verify: ['verify-model', ...bundle, '--public-key', 'keys/signer.pub'],
} as const satisfies Record<string, readonly string[]>;

export type Command = keyof typeof commands;

/** All of them that need no argument, in order. */
export const wholePipeline: readonly Command[] = [
  ...(['prepare', 'validate', 'train', 'predict', 'scan', 'fairness'] as const),
  ...(['policy', 'sign', 'append', 'audit', 'verify'] as const),
];

export async function run(folder: string, command: Command, ...more: readonly string[]) {
  return judge(folder, [...commands[command], ...more]);
}

/** A copy of the example that nobody has run, with keys of its own. */
export function freshExample(): string {
  const folder = tempFolder();
  cpSync(example, folder, { recursive: true, filter: (source) => !made.includes(source) });
  makeKeys(path.join(folder, 'keys'));
  return folder;
}

/** An EC P-256 signer and the log's Ed25519 key. */
export function makeKeys(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const pairs = {
    signer: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
    log: generateKeyPairSync('ed25519'),
  };
  for (const [name, { privateKey, publicKey }] of Object.entries(pairs)) {
    writeFileSync(path.join(folder, `${name}.pem`), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    writeFileSync(path.join(folder, `${name}.pub`), publicKey.export({ type: 'spki', format: 'pem' }));
  }
}

export function copyOf(folder: string): string {
  const copy = tempFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Changes a text file. @throws Error when that changes nothing: a test that breaks nothing shows nothing. */
export function edit(folder: string, file: string, change: (text: string) => string): void {
  const absolute = path.join(folder, file);
  const before = readFileSync(absolute, 'latin1');
  const after = change(before);
  if (after === before) throw new Error(`nothing to change in ${file}`);
  writeFileSync(absolute, after, 'latin1');
}
