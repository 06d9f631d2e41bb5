import { describe, expect, test } from '@jest/globals';
import { judgeOccasion } from '../../src/sign-model/occasion.js';

const github = (event: string, ref?: string) => ({ kind: 'github', event, ...(ref && { ref }) }) as const;

describe('a run may sign', () => {
  test.each([
    ['on main, unless said', github('push', 'refs/heads/main'), undefined],
    ['on a tag, unless said', github('push', 'refs/tags/v1.2.0'), undefined],
    [
      'on a branch that is named',
      github('workflow_dispatch', 'refs/heads/release/7'),
      ['refs/heads/release/*'],
    ],
    ['on a laptop', { kind: 'local', event: 'local' } as const, ['refs/heads/main']],
  ])('%s', (_, run, refs) => {
    expect(judgeOccasion(run, refs).status).toBe('pass');
  });

  test.each([
    [
      'for a pull request, even on a named ref',
      github('pull_request', 'refs/heads/main'),
      ['refs/heads/main'],
    ],
    ['for pull_request_target', github('pull_request_target', 'refs/heads/main'), undefined],
    ['for a merge group', github('merge_group', 'refs/heads/main'), undefined],
    ['on another branch', github('push', 'refs/heads/feature'), undefined],
    [
      'on a branch whose name only begins like one',
      github('push', 'refs/heads/main-evil'),
      ['refs/heads/main'],
    ],
    ['without a ref', github('schedule'), undefined],
  ])('but not %s', (_, run, refs) => {
    expect(judgeOccasion(run, refs)).toMatchObject({
      status: 'fail',
      findings: [{ fix: expect.any(String) }],
    });
  });
});
