import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '../repository/files.js';
import { actDescribe } from './act.js';
import { git } from './repositories.js';
import { openStage, type Scene, testMs } from './stage.js';
import { unzip } from './unzip.js';
import { learnFromBiasedHistory, letThisBranchSign } from './user-edits.js';

/** Keys made for one release: private ones as secrets, public ones as files. */
function makeKeys(folder: string) {
  const signer = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const log = generateKeyPairSync('ed25519');
  const secret = { type: 'pkcs8', format: 'pem' } as const;
  const publicFile = (name: string, key: typeof signer.publicKey) => {
    writeFileSync(path.join(folder, name), key.export({ type: 'spki', format: 'pem' }));
    return path.join(folder, name);
  };
  return {
    secrets: {
      SLUICE_SIGNING_KEY: signer.privateKey.export(secret).toString(),
      SLUICE_LOG_KEY: log.privateKey.export(secret).toString(),
    },
    signer: publicFile('signer.pub', signer.publicKey),
    log: publicFile('log.pub', log.publicKey),
  };
}

/** A GateResult of the command line, in a folder that knows nothing of the pipeline. @throws Error when the exit code is not 0. */
function sluice(folder: string, ...args: readonly string[]) {
  const cli = path.join(root, 'dist/cli/index.js');
  const output = execFileSync(process.execPath, [cli, ...args, '--json'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(output);
}

/** What a deployment gets: the model, and the signature that was uploaded beside it. */
async function fetchRelease({ github, folder }: Scene): Promise<string> {
  const release = path.join(folder, 'release');
  for (const name of ['trained', 'sluice-signature']) await unzip(github.results.zipOf(name), release);
  return release;
}

function verifyLog(folder: string, store: string, publicKey: string) {
  const trust = ['--public-key', publicKey, '--origin', 'credit-risk.example/audit'];
  return sluice(folder, 'audit-log', 'verify', '--store', store, ...trust).metrics;
}

/** How each link is known, when the caller's own job trained and this workflow judged. */
const chain = [
  ['data → training record', 'claimed'],
  ['training record → model', 'claimed'],
  ['model → predictions', 'claimed'],
  ['data-validate → model signature', 'bound'],
  ['scan-deps → model signature', 'bound'],
  ['fairness-gate → model signature', 'bound'],
  ['model → model signature', 'recomputed'],
].map(([link, assurance]) => ({ link, assurance, ok: true }));

const done = { train: 'success', 'release / judge': 'success', 'release / sign': 'success' };

actDescribe('the release workflow', () => {
  const { play } = openStage();

  test(
    'judges again, signs, and logs in a folder that outlives the job; what it made verifies elsewhere',
    () =>
      play(async (scene) => {
        const { user, folder, run } = scene;
        user.addWorkflow('ship.yml');
        letThisBranchSign(user);
        const keys = makeKeys(folder);
        const store = path.join(folder, 'log');
        const vars = { LOG_STORE: store };
        const { secrets } = keys;
        const { exitCode, jobs, log } = await run({ event: 'push', workflow: 'ship.yml', secrets, vars });

        const logged = { ...done, 'release / log': 'success', 'release / sluice': 'success' };
        expect({ exitCode, ...jobs }).toEqual({ exitCode: 0, ...logged });
        const release = await fetchRelease(scene);
        const bundle = ['--bundle', 'model.sig', '--public-key', keys.signer];
        const verified = sluice(release, 'verify-model', '--model', 'model', ...bundle);
        expect(verified).toMatchObject({ verdict: 'pass', metrics: { files: 2, chain } });
        // Two recorded steps, three gates, the policy and the signature.
        expect(verifyLog(folder, store, keys.log)).toMatchObject({ size: 7, records: 7, problems: [] });
        for (const secret of Object.values(secrets)) expect(log).not.toContain(secret.split('\n')[1]);
      }),
    testMs,
  );

  test(
    'keeps the log on a branch of its own where no folder is named',
    () =>
      play(async ({ user, folder, origin, run }) => {
        user.addWorkflow('ship.yml');
        letThisBranchSign(user);
        const keys = makeKeys(folder);
        const { secrets } = keys;
        const { exitCode, jobs } = await run({ event: 'push', workflow: 'ship.yml', secrets });

        const logged = { ...done, 'release / log': 'success', 'release / sluice': 'success' };
        expect({ exitCode, ...jobs }).toEqual({ exitCode: 0, ...logged });
        git(folder, 'clone', '--quiet', '--branch', 'sluice-audit-log', origin, 'cloned');
        expect(verifyLog(folder, 'cloned', keys.log)).toMatchObject({ size: 7, records: 7, problems: [] });
      }),
    testMs,
  );

  test(
    'signs nothing when what training made does not pass, whatever was judged before',
    () =>
      play(async ({ user, folder, github, run }) => {
        user.addWorkflow('ship.yml');
        learnFromBiasedHistory(user);
        const { secrets } = makeKeys(folder);
        const { exitCode, jobs } = await run({ event: 'push', workflow: 'ship.yml', secrets });

        expect({ exitCode, ...jobs }).toEqual({
          exitCode: 1,
          train: 'success',
          'release / judge': 'failure',
          'release / sluice': 'failure',
        });
        expect(github.results.names).not.toContain('sluice-signature');
      }),
    testMs,
  );

  test(
    'does not sign from a branch that the config does not name, though everything passed',
    () =>
      play(async ({ user, folder, github, run }) => {
        user.addWorkflow('ship.yml');
        const { secrets } = makeKeys(folder);
        const { exitCode, jobs, log } = await run({ event: 'push', workflow: 'ship.yml', secrets });

        const refused = { ...done, 'release / sign': 'failure', 'release / sluice': 'failure' };
        expect({ exitCode, ...jobs }).toEqual({ exitCode: 1, ...refused });
        expect(log).toContain('refs/heads/feature is not among the refs that sign: refs/heads/main');
        expect(github.results.names).not.toContain('sluice-signature');
      }),
    testMs,
  );

  test(
    'judges and signs nothing on a pull request, and is red',
    () =>
      play(async ({ user, folder, github, run }) => {
        user.addWorkflow('ship.yml');
        github.repository.commit('main', { '.github/sluice.yml': user.read('.github/sluice.yml') });
        const { secrets } = makeKeys(folder);
        const payload = { number: 7, pull_request: { number: 7, base: { ref: 'main' } } };
        const { exitCode, jobs } = await run({
          event: 'pull_request',
          workflow: 'ship.yml',
          secrets,
          payload,
        });

        expect({ exitCode, ...jobs }).toEqual({
          exitCode: 1,
          train: 'success',
          'release / sluice': 'failure',
        });
        expect(github.results.names).not.toContain('sluice-signature');
      }),
    testMs,
  );
});
