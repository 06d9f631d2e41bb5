import type { Judgement } from '../gate/result.js';
import type { Gate, Task } from '../platform/ports.js';
import { favourableCheck, missingCheck, ruleCheck } from './checks.js';
import { figuresOf } from './figures.js';
import { partitionBy } from './groups.js';
import { inputs } from './inputs.js';
import type { JointCell } from './joint.js';
import { applyRule } from './judging.js';
import { type Plan, planOf } from './plan.js';
import { countRows } from './reading.js';
import { headlineFigures, headlines, reportSections } from './report.js';
import { type Settings, settingsSchema } from './settings.js';
import { modelSubjects, withPredictions } from './subjects.js';

export const fairnessGate: Gate<Settings> = {
  name: 'fairness-gate',
  summary: 'Judges whether a model treats groups of people alike, and says when the data cannot tell.',
  settings: settingsSchema,
  inputs,
  needsSection: true,
  headlines,
  judge,
  figures: headlineFigures,
  report: reportSections,
};

async function judge({ settings, pipeline, ports }: Task<Settings>): Promise<Judgement> {
  const plan = planOf(settings, ports.run);
  const { subject, used } = await withPredictions(plan.predictions, ports, () => countRows(plan, ports));
  return {
    ...judgeCells(plan, used, subject.name),
    subjects: [subject, ...(await modelSubjects(pipeline.model, ports))],
    materials: [],
  };
}

/** Judges joint counts, wherever they come from. */
function judgeCells(
  plan: Plan,
  cells: readonly JointCell[],
  file: string,
): Pick<Judgement, 'checks' | 'metrics'> {
  const partitions = plan.attributes.map((attribute) => partitionBy(attribute, cells, plan, file));
  const rulings = plan.rules.flatMap((rule, index) => applyRule(rule, index, partitions));
  return {
    checks: [
      ...rulings.map((ruling) => ruleCheck(ruling, plan, file)),
      ...favourableCheck(plan),
      ...missingCheck(partitions, plan, file),
    ],
    metrics: figuresOf(plan, cells, partitions, rulings),
  };
}
