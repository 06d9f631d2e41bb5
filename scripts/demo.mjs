#!/usr/bin/env node
// `npm run demo`: the whole gated pipeline of examples/credit-risk, then eight attacks on it. Exits 0 only if the
// pipeline passes and every attack is caught by the gate named.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { attacks, tryAttack } from './demo/attacks.mjs';
import { commitAll, copyExample, judge, makeKeys, root, show } from './demo/sandbox.mjs';

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code) => (text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
const [bold, dim, green, red] = [1, 2, 32, 31].map(paint);
const demo = path.join(root, '.sluice', 'demo');
const started = Date.now();

const steps = [
  [
    'prepare the data: raw → processed',
    'record-training',
    '--step',
    'prepare',
    '--dataset',
    'raw',
    '--output',
    'data/train.csv',
    '--output',
    'data/test.csv',
    '--',
    'node',
    'prepare.mjs',
  ],
  ['is this the data we agreed on?', 'data-validate'],
  [
    'train: processed data → model',
    'record-training',
    '--step',
    'train',
    '--dataset',
    'train',
    '--input',
    'requirements.txt',
    '--output',
    'model',
    '--',
    'node',
    'train.mjs',
  ],
  [
    'predict: model → predictions',
    'record-training',
    '--step',
    'predict',
    '--dataset',
    'test',
    '--input',
    'model',
    '--output',
    'out/predictions.csv',
    '--',
    'node',
    'predict.mjs',
  ],
  ['are dependencies and model files safe?', 'scan-deps'],
  ['does the model treat groups equally?', 'fairness-gate'],
  ['did all gates pass, about these very bytes?', 'policy-gate'],
  [
    'sign the model',
    'sign-model',
    '--model',
    'model',
    '--bundle',
    'signed/model.sig',
    '--key',
    'keys/signer.pem',
  ],
  ['log every outcome', 'audit-log', 'append', '--store', '.sluice/log', '--key', 'keys/log.pem'],
  [
    'verify as a deployment would',
    'verify-model',
    '--model',
    'model',
    '--bundle',
    'signed/model.sig',
    '--public-key',
    'keys/signer.pub',
  ],
];

/** Where a check fell short, at its line where it has one; the report has the rest. */
function faultsOf({ findings, title, reason }) {
  const found = findings.filter((f) => f.severity === 'error').slice(0, 2);
  if (found.length === 0) return [`${title}: ${reason}`];
  return found.map(
    ({ file, line, message }) => `${file ? `${file}${line ? `:${line}` : ''}: ` : ''}${message}`,
  );
}

/** Two at a time, each in a folder of its own; shown in order. */
async function tryAll() {
  const outcomes = new Array(attacks.length);
  const queue = [...attacks.entries()];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [i, attack] = next;
      outcomes[i] = [attack, await tryAttack(attack, sandbox, path.join(demo, `attack-${i + 1}`))];
    }
  };
  await Promise.all([work(), work()]);
  return outcomes;
}

const sandbox = copyExample(path.join(demo, 'credit-risk'));
makeKeys(path.join(sandbox, 'keys'));
await commitAll(sandbox);
console.log(bold('The pipeline'), dim(path.relative(process.cwd(), sandbox)));
for (const [i, [what, ...words]] of steps.entries()) {
  console.log(`\n${bold(`${i + 1}. ${what}`)}  ${dim(`sluice ${words.join(' ')}`)}`);
  const { exitCode } = await show(sandbox, ...words);
  if (exitCode !== 0) {
    console.error(red(`sluice ${words[0]} did not accept the example (exit ${exitCode})`));
    process.exit(1);
  }
}
writeFileSync(
  path.join(sandbox, 'remembered-checkpoint'),
  readFileSync(path.join(sandbox, '.sluice', 'log', 'checkpoint')),
);

console.log(`\n${bold('The attacks')} ${dim('each on a copy of the finished pipeline')}`);
const escaped = [];
for (const [attack, { result }] of await tryAll()) {
  const caught = result.gate === attack.gate && (result.verdict === 'fail' || result.verdict === 'error');
  if (!caught) escaped.push(attack);
  console.log(
    `\n${caught ? green('caught ') : red('ESCAPED')} ${attack.what}\n        by ${bold(result.gate)}${dim(attack.note ? ` (${attack.note})` : '')}`,
  );
  for (const { key, used, ignored, file, line } of result.settings.ignored) {
    console.log(
      `        ignored ${file ?? ''}${line ? `:${line}` : ''} ${key}: ${used} → ${ignored} takes effect after merge`,
    );
  }
  for (const line of new Set(
    result.checks.filter((c) => c.status === 'fail' || c.status === 'error').flatMap(faultsOf),
  )) {
    console.log(`        ${line}`);
  }
}

const { result: signed } = await judge(
  sandbox,
  'verify-model',
  '--model',
  'model',
  '--bundle',
  'signed/model.sig',
  '--public-key',
  'keys/signer.pub',
);
console.log(`\n${bold('The chain')}`);
for (const { link, assurance, ok, reason } of signed.metrics.chain) {
  console.log(
    `  ${ok ? green('✓') : red('✗')} ${link.padEnd(36)} ${(assurance ?? 'missing').padEnd(11)} ${dim(reason)}`,
  );
}
console.log(`\nAll reports:  ${path.join(sandbox, '.sluice', 'reports', 'index.html')}`);
console.log(
  `Verify:       cd ${path.relative(process.cwd(), sandbox)} && npx sluice verify-model --model model --bundle signed/model.sig --public-key keys/signer.pub`,
);
console.log(dim(`${((Date.now() - started) / 1000).toFixed(1)} s`));
if (escaped.length > 0) {
  console.error(red(`${escaped.length} attacks escaped`));
  process.exit(1);
}
