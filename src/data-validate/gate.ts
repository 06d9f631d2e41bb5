import { Failure } from '../gate/failure.js';
import type { Judgement } from '../gate/result.js';
import type { Gate, Task } from '../platform/ports.js';
import { type Dataset, datasetNames, readDataset } from './dataset.js';
import { figures, headlines } from './figures.js';
import { inputs } from './inputs.js';
import { type JudgedDataset, judgeDataset } from './judge-dataset.js';
import { referencedDatasets } from './referenced.js';
import { report } from './report.js';
import { withinTimeout } from './resources.js';
import { type DatasetSettings, type Settings, settingsSchema } from './settings.js';

/** Judges the datasets of a pipeline by their rules: schema, nulls, ranges, sets, patterns, uniqueness, figures. */
export const dataValidate: Gate<Settings> = {
  name: 'data-validate',
  summary:
    'Judges datasets (CSV, JSON, Parquet, Arrow) by rules of your own, a Great Expectations suite or a data contract.',
  settings: settingsSchema,
  inputs,
  needsSection: true,
  headlines,
  judge,
  figures,
  report,
};

/** One dataset after the other, since each may take all memory; what cannot be judged is told of all of them at once. */
async function judge({ settings, pipeline, ports }: Task<Settings>): Promise<Judgement> {
  const names = datasetNames(pipeline, settings);
  const judged = new Map<string, JudgedDataset>();
  const failures: Failure[] = [];
  for (const name of names)
    try {
      judged.set(
        name,
        await withinTimeout(settingsOf(name, settings), name, ports.signal, async (signal) => {
          const within = { ...ports, signal };
          const read = (one: string) => readDataset(one, pipeline, settingsOf(one, settings), within);
          const dataset = await read(name);
          const others: Dataset[] = [];
          for (const other of referencedDatasets(dataset.rules, names)) others.push(await read(other));
          return judgeDataset(dataset, others, within);
        }),
      );
    } catch (error) {
      if (!(error instanceof Failure) || error.kind === 'outside') throw error;
      failures.push(error);
    }
  if (failures.length > 0) throw joined(failures);
  const all = [...judged.values()];
  return {
    checks: all.flatMap(({ checks }) => checks),
    subjects: all.map(({ subject }) => subject),
    materials: all.flatMap(({ materials }) => materials),
    metrics: {
      rows: all.reduce((sum, { rows }) => sum + rows, 0),
      columns: all.reduce((sum, { columns }) => sum + columns, 0),
      datasets: Object.fromEntries([...judged].map(([name, { metrics }]) => [name, metrics])),
    },
  };
}

function settingsOf(name: string, settings: Settings): DatasetSettings {
  return (Object.hasOwn(settings, name) && settings[name]) || {};
}

/** Settings are mended first. */
function joined(failures: readonly Failure[]): Failure {
  const kind = failures.some((failure) => failure.kind === 'config') ? 'config' : 'input';
  return new Failure(
    kind,
    failures.flatMap(({ problems }) => problems),
    { cause: failures[0] },
  );
}
