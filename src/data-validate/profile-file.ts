import { createHash } from 'node:crypto';
import type { ProfileFile } from '../gate/profile.js';
import type { Histogram } from './histograms.js';
import { type Figures, type Metric, missing, not, tallyIn } from './plan.js';
import type { ColumnProfile } from './profile.js';
import type { DatasetFacts } from './rule-check.js';

const mostValues = 1000;

/** What a profile file needs beside the profile of the report. */
export function valuesMetric({ type }: ColumnProfile, position: number): Metric | undefined {
  if (type !== 'text' && type !== 'boolean' && type !== 'mixed') return undefined;
  return { kind: 'tally', columns: [position], most: mostValues, where: not(missing(position)) };
}

export interface ProfiledColumn {
  readonly profile: ColumnProfile;
  readonly histogram: Histogram | undefined;
  readonly values: Metric | undefined;
}

export function profileFile(
  { name: dataset, subject: { name, digest }, showSamples }: DatasetFacts,
  rows: number,
  columns: readonly ProfiledColumn[],
  figures: Figures,
): ProfileFile {
  return {
    version: 1,
    dataset,
    subject: { name, digest: { ...digest } },
    rows,
    columns: columns.map(({ profile, histogram: bins, values }) => ({
      name: profile.name,
      type: profile.type,
      nulls: profile.nulls,
      min: profile.min,
      max: profile.max,
      histogram: bins
        ? { ...bins, bins: bins.bins.map(([index, times]) => [index, times] as [number, number]) }
        : null,
      values: values ? valuesIn(values, figures, showSamples) : null,
    })),
  };
}

function valuesIn(metric: Metric, figures: Figures, showSamples: boolean) {
  const { entries, distinct } = tallyIn(figures, metric);
  if (distinct > entries.length) return null;
  return entries.map(({ texts: [text], count: times }) => {
    const word = text ?? '';
    const sha256 = createHash('sha256').update(word).digest('hex');
    return { ...(showSamples ? { text: word } : { sha256 }), count: times };
  });
}
