import { expect, test } from '@jest/globals';
import { actDescribe } from './act.js';
import type { UserRepository } from './repositories.js';
import { openStage, testMs } from './stage.js';
import { learnFromBiasedHistory, poison, skipScanDeps, writeLenientConfig } from './user-edits.js';

const evidenceOf = (gate: string, instance?: string) =>
  `sluice-evidence-credit-risk.${gate}${instance ? `.${instance}` : ''}-1`;

actDescribe('the workflow that the example shows', () => {
  const { play } = openStage();

  test(
    'goes from data through training to a green job `sluice`, and keeps the evidence of every gate',
    () =>
      play(async ({ github, run }) => {
        const { exitCode, jobs, log } = await run({ event: 'push', workflow: 'ml.yml' });

        expect({ exitCode, ...jobs }).toEqual({
          exitCode: 0,
          'before / data-validate': 'success',
          'before / scan-deps': 'success',
          // Without steps: see `forAct`.
          'before / fairness-gate': 'success',
          'before / sluice': 'success',
          train: 'success',
          'gates / data-validate': 'success',
          'gates / scan-deps': 'success',
          'gates / fairness-gate': 'success',
          'gates / sluice': 'success',
        });
        const gates = ['data-validate', 'scan-deps', 'policy-gate'];
        expect(new Set(github.results.names)).toEqual(
          new Set([
            ...gates.map((gate) => evidenceOf(gate, 'before-training')),
            ...['training', 'training.predict'].map((step) => evidenceOf(step)),
            ...['train', 'predict'].map((step) => evidenceOf('record-training', step)),
            'trained',
            ...[...gates, 'fairness-gate'].map((gate) => evidenceOf(gate, 'after-training')),
          ]),
        );
        expect(log).toMatch(/\[gates \/ sluice\] ✓ PASSED {2}policy-gate/);
      }),
    testMs,
  );

  test(
    'stops before training when data are poisoned, with a red job `sluice`',
    () =>
      play(async ({ user, run }) => {
        poison(user);
        const { exitCode, jobs, log } = await run({ event: 'push', workflow: 'ml.yml' });

        expect(exitCode).toBe(1);
        expect(jobs).toMatchObject({ 'before / data-validate': 'failure', 'before / sluice': 'failure' });
        expect(jobs).not.toHaveProperty('train');
        expect(log).toMatch(/\[before \/ data-validate\].*data\/applicants\.csv:3\b/);
        expect(log).toMatch(/\[before \/ sluice\].*data-validate.*failed/);
      }),
    testMs,
  );

  test(
    'stops after training when the model treats groups unequally, with a red job `sluice`',
    () =>
      play(async ({ user, run }) => {
        learnFromBiasedHistory(user);
        const { exitCode, jobs } = await run({ event: 'push', workflow: 'ml.yml' });

        expect(exitCode).toBe(1);
        expect(jobs).toMatchObject({
          'before / sluice': 'success',
          train: 'success',
          'gates / data-validate': 'success',
          'gates / fairness-gate': 'failure',
          'gates / sluice': 'failure',
        });
      }),
    testMs,
  );
});

actDescribe('a workflow of single gates', () => {
  const { play } = openStage();
  const steps = (FAULT: string, edit: (user: UserRepository) => void = () => undefined) =>
    play(async ({ user, run }) => {
      user.addWorkflow('steps.yml');
      edit(user);
      return run({ event: 'push', workflow: 'steps.yml', vars: { FAULT } });
    });
  const green = { 'data-validate': 'success', 'scan-deps': 'success' };

  test(
    'is green when every gate passed',
    async () => {
      const { exitCode, jobs } = await steps('none');
      expect({ exitCode, ...jobs }).toEqual({ exitCode: 0, ...green, sluice: 'success' });
    },
    testMs,
  );

  test(
    'is red when the job of a gate is skipped, though no job failed',
    async () => {
      const { exitCode, jobs, log } = await steps('skipped', skipScanDeps);
      expect({ exitCode, ...jobs }).toEqual({ exitCode: 1, 'data-validate': 'success', sluice: 'failure' });
      expect(log).toContain('there is no evidence of scan-deps that counts');
    },
    testMs,
  );

  test(
    'is red when evidence that a job announced is not there',
    async () => {
      const { exitCode, jobs, log } = await steps('missing');
      expect({ exitCode, ...jobs }).toEqual({ exitCode: 1, ...green, sluice: 'failure' });
      expect(log).toMatch(/sha256:[0-9a-f]{64} of scan-deps is not here/);
    },
    testMs,
  );

  test(
    'is red when another job overwrites an artifact with evidence, though both say that the gate passed',
    async () => {
      const { exitCode, jobs, log } = await steps('overwritten', writeLenientConfig);
      expect({ exitCode, ...jobs }).toEqual({ exitCode: 1, ...green, tamper: 'success', sluice: 'failure' });
      expect(log).toMatch(/sha256:[0-9a-f]{64} of scan-deps is not here/);
      expect(log).not.toMatch(/of data-validate is not here/);
      expect(log).toMatch(/credit-risk\.scan-deps +no job announced its digest/);
    },
    testMs,
  );
});

actDescribe('the root action', () => {
  const { play } = openStage();

  test(
    'runs every gate and then the policy in one job, and hands the verdict on',
    () =>
      play(async ({ user, github, run }) => {
        user.addWorkflow('single.yml');
        const { exitCode, jobs, log } = await run({ event: 'push', workflow: 'single.yml' });

        expect({ exitCode, ...jobs }).toEqual({ exitCode: 0, model: 'success', after: 'success' });
        const gates = ['data-validate', 'scan-deps', 'fairness-gate', 'policy-gate'];
        expect(github.results.names).toEqual(gates.map((gate) => evidenceOf(gate)));
        expect(log).toContain(`verdict pass, digests of ${gates}`);
      }),
    testMs,
  );

  test(
    'still runs the other gates and the policy after one has failed, and is red',
    () =>
      play(async ({ user, github, run }) => {
        user.addWorkflow('single.yml');
        poison(user);
        const { exitCode, jobs } = await run({ event: 'push', workflow: 'single.yml' });

        expect({ exitCode, ...jobs }).toEqual({ exitCode: 1, model: 'failure' });
        expect(github.results.names).toHaveLength(4);
      }),
    testMs,
  );
});
