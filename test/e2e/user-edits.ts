import type { UserRepository } from './repositories.js';

/** An income that nobody has, in line 3. */
export function poison(user: UserRepository): void {
  const income = columnOf(user, 'data/applicants.csv', 'income');
  user.edit('data/applicants.csv', (text) => {
    const lines = text.split('\n');
    const cells = lines[2]?.split(',') ?? [];
    lines[2] = cells.map((cell, i) => (i === income ? '-5' : cell)).join(',');
    return lines.join('\n');
  });
}

function columnOf(user: UserRepository, file: string, name: string): number {
  const [header = ''] = user.read(file).split('\n');
  return header.split(',').indexOf(name);
}

/** The model learns from sex, and from a history in which women were marked as defaulting. */
export function learnFromBiasedHistory(user: UserRepository): void {
  user.edit('features.mjs', (text) =>
    text
      .replace("'income_10k',", "'income_10k',\n  'sex',")
      .replace('row.income / 10_000,', "row.income / 10_000,\n    row.sex === 'female' ? 1 : 0,"),
  );
  let women = 0;
  user.edit('data/train.csv', (text) =>
    text.replaceAll(/^(.*,female,.*),0$/gm, (line, rest) => (women++ % 14 === 0 ? `${rest},1` : line)),
  );
}

/** The branch that act runs on may sign. */
export function letThisBranchSign(user: UserRepository): void {
  user.edit('.github/sluice.yml', (text) =>
    text.replace('refs: [refs/heads/main]', 'refs: [refs/heads/feature]'),
  );
}

/** What a pull request would do to let that model pass. */
export function loosenRules(user: UserRepository): void {
  user.edit('.github/sluice.yml', (text) =>
    text.replace('ratio: {min: 0.8}', 'ratio: {min: 0.6}').replace('mode: enforce', 'mode: report'),
  );
}

/** Rules that a job with forged evidence would judge by. */
export function writeLenientConfig(user: UserRepository): void {
  const rules = user.read('.github/sluice.yml');
  user.write('.github/lenient.yml', rules.replace('severity: high', 'severity: critical'));
}

/** Its outputs go, too: act hands on those of a skipped job as they are written, GitHub hands on none. */
export function skipScanDeps(user: UserRepository): void {
  user.edit('.github/workflows/steps.yml', (text) =>
    text.replace(/( {2}scan-deps:\n(?: {4}.*\n)*?) {4}outputs:\n {6}.*\n/, '$1    if: false\n'),
  );
}
