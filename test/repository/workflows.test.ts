import { describe, expect, test } from '@jest/globals';
import { actionNames, read, readYaml, workflowFiles } from './files.js';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly uses?: string;
  readonly 'timeout-minutes'?: unknown;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}
interface Composite {
  readonly runs: { readonly steps: readonly Step[] };
}

const published = [
  ...workflowFiles,
  'action.yml',
  ...actionNames.map((name) => `actions/${name}/action.yml`),
];
const pin = /^\s*(?:- )?uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/;

describe.each(published)('%s', (file) => {
  test('pins every action of others to a commit, with the version beside it', () => {
    const uses = read(file)
      .split('\n')
      .filter((line) => /^\s*(- )?uses: /.test(line));
    const others = uses.filter((line) => !/uses: (\$\/|sluice-ml\/sluice)/.test(line));
    for (const line of others) expect(line).toMatch(pin);
  });
});

describe.each(workflowFiles)('%s', (file) => {
  const { permissions, jobs } = readYaml<Workflow>(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? []);

  test('puts no expression into a script', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('says at the top what it may do', () => {
    expect(permissions).toBeDefined();
  });

  test('bounds the time of every job of its own', () => {
    for (const job of Object.values(jobs)) expect(job.uses ?? job['timeout-minutes']).toBeDefined();
  });
});

test('the root action has no script and uses only siblings at its own commit', () => {
  const { runs } = readYaml<Composite>('action.yml');
  for (const { run, uses } of runs.steps) {
    expect(run).toBeUndefined();
    expect(uses).toMatch(/^\$\/actions\/[a-z-]+$/);
  }
});

test.each(['gate', 'release', 'ci'])('%s.yml ends in one job of fixed name that always runs', (name) => {
  type Gated = { readonly name?: string; readonly if?: string; readonly needs?: readonly string[] };
  const { jobs } = readYaml<{ jobs: { sluice: Gated } & Record<string, Gated> }>(
    `.github/workflows/${name}.yml`,
  );
  const { sluice, ...others } = jobs;
  expect(sluice).toMatchObject({ name: 'sluice', if: '${{ always() }}' });
  expect(new Set(sluice.needs)).toEqual(new Set(Object.keys(others)));
});
