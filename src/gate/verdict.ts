export const verdicts = ['pass', 'warn', 'fail', 'skip', 'error'] as const;
export type Verdict = (typeof verdicts)[number];

export const checkStatuses = ['pass', 'warn', 'fail', 'error', 'skip', 'inconclusive'] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/** What an `inconclusive` check does to the verdict. */
export type Inconclusive = 'warn' | 'fail';

export type Mode = 'enforce' | 'report';

const badness = { skip: 0, pass: 1, warn: 2, fail: 3, error: 4 } as const satisfies Record<Verdict, number>;

/** The worse of two verdicts. `skip` says nothing, so anything judged outweighs it. */
export function worse(a: Verdict, b: Verdict): Verdict {
  return badness[a] >= badness[b] ? a : b;
}

export function worstOf(all: readonly Verdict[]): Verdict {
  return all.reduce(worse, 'skip');
}

export function isAccepted(verdict: Verdict): boolean {
  return verdict === 'pass' || verdict === 'warn';
}
