import type { Headline } from '../gate/section.js';

/** Outputs of every action (DESIGN §5): paths, digests and counts, never a report. */
export const commonOutputs = [
  { name: 'verdict', label: 'Verdict', description: 'pass, warn, fail, skip or error.' },
  { name: 'evidence', label: 'Evidence', description: 'Path of the evidence, an in-toto statement.' },
  {
    name: 'evidence-digest',
    label: 'Evidence digest',
    description: '`sha256:` and the digest of the evidence; hand it to the policy gate.',
  },
  { name: 'report', label: 'Report', description: 'Path of the HTML report.' },
  { name: 'sarif', label: 'SARIF', description: 'Path of the SARIF 2.1.0 file.' },
  {
    name: 'checks-failed',
    label: 'Checks failed',
    description: 'Number of checks that failed or could not be judged.',
  },
  { name: 'findings', label: 'Findings', description: 'Number of findings that no waiver excuses.' },
] as const satisfies readonly Headline[];

export type CommonOutput = (typeof commonOutputs)[number]['name'];
