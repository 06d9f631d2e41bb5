import { expect, test } from '@jest/globals';
import { actDescribe } from './act.js';
import { git, type UserRepository } from './repositories.js';
import { openStage, type Scene, testMs } from './stage.js';
import { learnFromBiasedHistory, loosenRules } from './user-edits.js';

/** What a pull request of `feature` into `main` tells its run; the head's commit is the one that is checked out. */
const pullRequest = (base: string) => ({
  number: 7,
  pull_request: { number: 7, head: { ref: 'feature' }, base: { ref: 'main', sha: base } },
});
const mergeGroup = (base: string) => ({
  merge_group: {
    head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
    base_ref: 'refs/heads/main',
    base_sha: base,
  },
});

/** Files that decide, on the base branch as GitHub has it. */
function publishBase({ user, github }: Pick<Scene, 'user' | 'github'>): string {
  const files = ['.github/sluice.yml', 'suites/processed.json'];
  return github.repository.commit('main', Object.fromEntries(files.map((file) => [file, user.read(file)])));
}

/** The base branch as `fetch-depth: 0` brings it along. */
function fetchBase(user: UserRepository): string {
  const commit = user.commit();
  git(user.folder, 'update-ref', 'refs/remotes/origin/main', commit);
  return commit;
}

/** As the log of a gate says it. */
function expectIgnored(log: string, job: string): void {
  const ratio = '/pipelines/credit-risk/fairness-gate/rules/0/ratio/min: 0.8 → 0.6';
  for (const change of ['/mode: enforce → report', ratio])
    expect(log).toContain(`[${job}]   ignored: ${change} takes effect after merge (.github/sluice.yml:`);
}

actDescribe('a pull request', () => {
  const { play } = openStage();

  test(
    'that lowers the bar and only reports is judged by the rules of the base branch, read through the API',
    () =>
      play(async ({ user, github, run }) => {
        const base = publishBase({ user, github });
        learnFromBiasedHistory(user);
        loosenRules(user);
        const payload = pullRequest('0'.repeat(40));
        const { exitCode, jobs, log } = await run({ event: 'pull_request', workflow: 'ml.yml', payload });
        expect(exitCode).toBe(1);
        expect(jobs).toMatchObject({
          'before / sluice': 'success',
          'gates / data-validate': 'success',
          'gates / fairness-gate': 'failure',
          'gates / sluice': 'failure',
        });
        expectIgnored(log, 'gates / fairness-gate');
        const asked = `GET /repos/acme/credit-risk/contents/.github/sluice.yml?ref=${base}`;
        expect(github.requests).toContain(asked);
      }),
    testMs,
  );

  test(
    'is judged by the base branch in local git, where its history is there',
    () =>
      play(async ({ user, github, run }) => {
        user.addWorkflow('single.yml');
        const payload = pullRequest(fetchBase(user));
        learnFromBiasedHistory(user);
        loosenRules(user);
        const { exitCode, jobs, log } = await run({ event: 'pull_request', workflow: 'single.yml', payload });

        expect({ exitCode, ...jobs }).toEqual({ exitCode: 1, model: 'failure' });
        expectIgnored(log, 'model');
        expect(github.requests.filter((request) => request.includes('/repos/'))).toEqual([]);
      }),
    testMs,
  );

  test(
    'is red, and says what to permit, when the base branch cannot be read',
    () =>
      play(async ({ user, github, run }) => {
        user.addWorkflow('single.yml');
        github.repository.contents = 'denied';
        const payload = pullRequest('0'.repeat(40));
        const { exitCode, log } = await run({ event: 'pull_request', workflow: 'single.yml', payload });

        expect(exitCode).toBe(1);
        expect(log).toContain('the token may not read the repository');
        expect(log).toContain('permissions: {contents: read}');
      }),
    testMs,
  );
});

actDescribe('a merge group', () => {
  const { play } = openStage();

  test(
    'is judged by the base branch, and is green when its model keeps the rules there',
    () =>
      play(async ({ user, github, run }) => {
        user.addWorkflow('single.yml');
        const base = publishBase({ user, github });
        loosenRules(user);
        const payload = mergeGroup(base);
        const { exitCode, jobs, log } = await run({ event: 'merge_group', workflow: 'single.yml', payload });

        expect({ exitCode, ...jobs }).toEqual({ exitCode: 0, model: 'success', after: 'success' });
        expectIgnored(log, 'model');
      }),
    testMs,
  );
});
