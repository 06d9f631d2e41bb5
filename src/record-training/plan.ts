import { configError } from '../gate/failure.js';
import type { Role } from '../gate/subject.js';
import type { PipelineFacts } from '../platform/ports.js';
import type { Settings } from './settings.js';

/** Something of a step to be hashed. */
export interface PlannedItem {
  readonly role: Role;
  readonly patterns: readonly string[];
  /** Which dataset of the pipeline it is. */
  readonly label?: string;
}

export interface StepPlan {
  readonly step: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly inputs: readonly PlannedItem[];
  readonly outputs: readonly PlannedItem[];
}

/** What the settings ask for, with the pipeline's own facts filled in. @throws Failure('config') */
export function planStep(settings: Settings, pipeline: PipelineFacts): StepPlan {
  const [program, ...args] = settings.command ?? [];
  if (program === undefined) {
    throw configError('there is no command to record', {
      fix: 'write `sluice record-training -- COMMAND…`, or give `command`',
    });
  }
  const outputs = settings.outputs ?? (pipeline.model === undefined ? [] : [pipeline.model]);
  if (outputs.length === 0) {
    throw configError('nothing is named that the command must make', {
      fix: 'give `output`, or write the pipeline’s `model`',
    });
  }
  return {
    step: settings.step ?? 'train',
    program,
    args,
    inputs: [
      ...datasetItems(settings.datasets, pipeline),
      ...(settings.inputs ?? []).map((path) => otherItem(path, 'training-input', pipeline)),
    ],
    outputs: outputs.map((path) => otherItem(path, 'training-output', pipeline)),
  };
}

function datasetItems(chosen: Settings['datasets'], { datasets }: PipelineFacts): readonly PlannedItem[] {
  const names = chosen ?? Object.keys(datasets);
  return names.map((name) => {
    const facts = Object.hasOwn(datasets, name) ? datasets[name] : undefined;
    if (!facts) {
      throw configError(`the pipeline has no dataset ${JSON.stringify(name)}`, {
        fix: `name one of: ${Object.keys(datasets).join(', ') || 'none is configured'}`,
      });
    }
    return { role: 'dataset', label: name, patterns: [facts.path].flat() };
  });
}

/** A path that the pipeline already names keeps that role, so that other gates recognise it. */
function otherItem(path: string, role: Role, { model, datasets }: PipelineFacts): PlannedItem {
  if (model !== undefined && plain(path) === plain(model)) return { role: 'model', patterns: [model] };
  const dataset = Object.entries(datasets).find(
    ([, facts]) => plain([facts.path].flat().join('\n')) === plain(path),
  );
  return dataset ? { role: 'dataset', label: dataset[0], patterns: [path] } : { role, patterns: [path] };
}

function plain(path: string): string {
  return path.replace(/^(\.\/)+/, '').replace(/\/+$/, '');
}
