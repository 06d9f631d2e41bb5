import type { GateResult } from '../gate/result.js';
import type { Cell, Headline } from '../gate/section.js';

export const headlines: readonly Headline[] = [
  { name: 'rows', label: 'Rows', description: 'Rows judged, over all datasets.' },
  { name: 'columns', label: 'Columns', description: 'Columns judged, over all datasets.' },
  {
    name: 'failed-expectations',
    label: 'Failed expectations',
    description: 'Expectations that the data fell short of.',
  },
];

export function figures({ metrics, checks }: GateResult): Readonly<Record<string, Cell>> {
  const failed = checks.filter(({ status, facts }) => status === 'fail' && facts.expectation !== undefined);
  return {
    rows: countOf(metrics.rows),
    columns: countOf(metrics.columns),
    'failed-expectations': failed.length,
  };
}

function countOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
