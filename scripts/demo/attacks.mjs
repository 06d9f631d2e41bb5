// Eight ways to get a bad model through, each tried on a copy of the finished pipeline. An attack says what it does, which gate must
// catch it, and runs that gate as a user would; what the gate found is read from its result, never assumed.
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyExample, git, judge, root, run } from './sandbox.mjs';

const edit = (file, change) => writeFileSync(file, change(readFileSync(file, 'utf8')));
const verify = ['--bundle', 'signed/model.sig', '--model', 'model', '--public-key', 'keys/signer.pub'];
const log = ['--store', '.sluice/log', '--public-key', 'keys/log.pub'];

/** A model that learned from a history in which women were marked as defaulting: trained for real on what it is given. */
async function trainOnBiasedHistory(folder) {
  edit(path.join(folder, 'features.mjs'), (text) =>
    text
      .replace("'income_10k',", "'income_10k',\n  'sex',")
      .replace('row.income / 10_000,', "row.income / 10_000,\n    row.sex === 'female' ? 1 : 0,"),
  );
  let women = 0;
  edit(path.join(folder, 'data', 'train.csv'), (text) =>
    text.replaceAll(/^(.*,female,.*),0$/gm, (line, rest) => (women++ % 14 === 0 ? `${rest},1` : line)),
  );
  for (const script of ['train.mjs', 'predict.mjs']) await run(process.execPath, [script], { cwd: folder });
}

export const attacks = [
  {
    what: 'poisoned rows: the training file gets 60 copies of good customers, marked as defaulting',
    gate: 'data-validate',
    async run(folder) {
      const train = path.join(folder, 'data', 'train.csv');
      const rows = readFileSync(train, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .filter((line) => line.endsWith(',0'));
      appendFileSync(
        train,
        `${rows
          .slice(0, 60)
          .map((line) => line.replace(/0$/, '1'))
          .join('\n')}\n`,
      );
      return judge(folder, 'data-validate');
    },
  },
  {
    what: 'one dependency without a pin and one with a known vulnerability',
    gate: 'scan-deps',
    async run(folder) {
      edit(
        path.join(folder, 'requirements.txt'),
        (text) => `pandas-stubs>=2\nquickscore==1.4.0 \\\n    --hash=sha256:${'4f'.repeat(32)}\n${text}`,
      );
      return judge(folder, 'scan-deps');
    },
  },
  {
    what: 'a pickle beside the weights that would start a program when it is loaded',
    gate: 'scan-deps',
    async run(folder) {
      writeFileSync(
        path.join(folder, 'model', 'scaler.bin'),
        "cos\nsystem\n(S'echo this would have run'\ntR.",
      );
      return judge(folder, 'scan-deps');
    },
  },
  {
    what: 'a model that learned from biased history and turns women away',
    gate: 'fairness-gate',
    async run(folder) {
      await trainOnBiasedHistory(folder);
      return judge(folder, 'fairness-gate');
    },
  },
  {
    what: 'one byte of the signed model is flipped in storage',
    gate: 'verify-model',
    async run(folder) {
      const file = path.join(folder, 'model', 'model.safetensors');
      const bytes = readFileSync(file);
      bytes[bytes.length - 7] ^= 1;
      writeFileSync(file, bytes);
      return judge(folder, 'verify-model', ...verify);
    },
  },
  {
    what: 'an entry of the audit log is edited: a verdict becomes another',
    gate: 'audit-log',
    async run(folder) {
      const entries = path.join(folder, '.sluice', 'log', 'tile', 'entries');
      const [bundle] = readdirSync(entries, { recursive: true, withFileTypes: true }).filter((e) =>
        e.isFile(),
      );
      const file = path.join(bundle.parentPath, bundle.name);
      const bytes = readFileSync(file);
      const at = bytes.indexOf('"verdict":"pass"');
      bytes.write('"verdict":"fail"', at);
      writeFileSync(file, bytes);
      return judge(folder, 'audit-log', 'verify', ...log);
    },
  },
  {
    what: 'the log is written anew without one entry and signed again with the stolen key',
    gate: 'audit-log',
    note: 'caught by the checkpoint that was remembered; without one the log would look sound',
    async run(folder) {
      rmSync(path.join(folder, '.sluice', 'log'), { recursive: true });
      rmSync(path.join(folder, '.sluice', 'credit-risk.data-validate.evidence.json'));
      await judge(folder, 'audit-log', 'append', '--store', '.sluice/log', '--key', 'keys/log.pem');
      return judge(folder, 'audit-log', 'verify', ...log, '--checkpoint', 'remembered-checkpoint');
    },
  },
  {
    what: 'a pull request with that biased model lowers the bar from 0.8 to 0.6 and sets `mode: report`',
    gate: 'fairness-gate',
    async run(folder) {
      await git(folder, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
      await trainOnBiasedHistory(folder);
      edit(path.join(folder, '.github', 'sluice.yml'), (text) =>
        text.replace('ratio: {min: 0.8}', 'ratio: {min: 0.6}').replace('mode: enforce', 'mode: report'),
      );
      await git(folder, 'commit', '--quiet', '--all', '--message', 'make it pass');
      return judgePullRequest(folder);
    },
  },
  {
    what: 'the training job forges evidence: it brings a fairness result of another model, which passed',
    gate: 'policy-gate',
    async run(folder) {
      const file = path.join(folder, '.sluice', 'credit-risk.fairness-gate.evidence.json');
      const forged = readFileSync(file);
      await trainOnBiasedHistory(folder);
      const digests = {};
      for (const gate of ['data-validate', 'scan-deps', 'fairness-gate']) {
        await judge(folder, gate);
        digests[gate] = {
          outputs: {
            'evidence-digest': await digestOf(
              path.join(folder, '.sluice', `credit-risk.${gate}.evidence.json`),
            ),
          },
        };
      }
      writeFileSync(file, forged);
      writeFileSync(path.join(folder, 'needs.json'), JSON.stringify(digests));
      return judge(folder, 'policy-gate', '--expect', 'needs.json');
    },
  },
];

async function digestOf(file) {
  const { createHash } = await import('node:crypto');
  return `sha256:${createHash('sha256').update(readFileSync(file)).digest('hex')}`;
}

/** The action's own bundle, started as a runner starts it for a pull request. */
async function judgePullRequest(folder) {
  const temp = path.join(folder, '.sluice', 'runner');
  mkdirSync(temp, { recursive: true });
  const event = path.join(temp, 'event.json');
  writeFileSync(
    event,
    JSON.stringify({
      number: 7,
      pull_request: { number: 7, base: { ref: 'main' }, head: { ref: 'make-it-pass' } },
      repository: { id: 1, owner: { id: 2 } },
    }),
  );
  const env = {
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    GITHUB_WORKSPACE: folder,
    GITHUB_REPOSITORY: 'example/credit-risk',
    GITHUB_BASE_REF: 'main',
    GITHUB_REF: 'refs/pull/7/merge',
    GITHUB_OUTPUT: '',
    GITHUB_STEP_SUMMARY: '',
    RUNNER_TEMP: temp,
    'INPUT_EVIDENCE-STORE': path.join(temp, 'evidence'),
    'INPUT_ENGINE-PATH': root,
    INPUT_ENGINE: 'never',
  };
  const bundle = path.join(root, 'dist', 'fairness-gate', 'index.js');
  const { exitCode, stdout, stderr } = await run(
    process.execPath,
    [path.join(root, 'scripts', 'node24.mjs'), bundle],
    { cwd: folder, env },
  );
  const name = readdirSync(path.join(temp, 'evidence')).find((file) => file.endsWith('.evidence.json'));
  if (name === undefined)
    throw new Error(`fairness-gate left no evidence (exit ${exitCode})\n${stdout}${stderr}`);
  const { predicate } = JSON.parse(readFileSync(path.join(temp, 'evidence', name), 'utf8'));
  return { exitCode, result: predicate['https://sluice-ml.github.io/evidence/v1'].result };
}

/** Tries an attack on a copy of a finished sandbox. */
export async function tryAttack(attack, finished, folder) {
  copyExample(folder, finished);
  return attack.run(folder);
}
