import { sha256 } from '../gate/evidence.js';
import { canonicalJson } from '../gate/json.js';
import type { SettingsRecord } from '../gate/result.js';
import type { Mode } from '../gate/verdict.js';
import type { Waiver } from '../gate/waiver.js';
import type { Gate, PipelineFacts } from '../platform/ports.js';
import { type JudgingFiles, judgingFiles } from './judging-files.js';
import { type LoadedPipeline, loadPipeline, type PipelineRequest } from './load-pipeline.js';
import { chooseMode, readMode } from './mode.js';
import { formatPointer } from './pointer.js';
import type { RawInputs } from './raw-input.js';
import { type Section, settingsOf } from './settings.js';
import { copyPlain, isObject, valueAt } from './tree.js';

export interface LoadRequest<Settings> extends PipelineRequest {
  readonly gate: Pick<Gate<Settings>, 'name' | 'settings' | 'inputs' | 'needsSection'>;
  readonly inputs: RawInputs;
  /** `enforce` or `report`, as it was given. */
  readonly mode?: string;
}

/** All that decides how one gate judges; without `settings` when the pipeline has nothing for it. */
export type LoadedConfig<Settings> = CommonConfig &
  ({ readonly applies: true; readonly settings: Settings } | { readonly applies: false });

interface CommonConfig {
  readonly pipeline: PipelineFacts;
  readonly mode: Mode;
  readonly waivers: readonly Waiver[];
  /** For `Files.readJudging`. */
  readonly readJudging: JudgingFiles['read'];
  /** To be read after judging: a suite that the base does not have makes the settings `bootstrap`. */
  readonly record: SettingsRecord;
}

/**
 * The settings of one gate: input over file over default; what decides, from the base.
 *
 * @throws Failure('config') with every fault at its place; Failure('outside') when the base cannot be read.
 */
export async function loadConfig<Settings>(request: LoadRequest<Settings>): Promise<LoadedConfig<Settings>> {
  const { gate, files } = request;
  const loaded = await loadPipeline(request, gate.inputs, request.inputs);
  const section = sectionOf(loaded.pipeline, gate.name);
  const at = ['pipelines', loaded.name, gate.name];
  const asked = hasNothingFor(request, loaded)
    ? ({ applies: false } as const)
    : ({
        applies: true,
        settings: settingsOf<Settings>(gate.settings, section, { at, originOf: loaded.originOf }),
      } as const);
  const bootstrap = isBootstrap(loaded, gate.name);
  const chosen = chooseMode({
    written: [modeOf(section), loaded.pipeline.mode, loaded.mode],
    given: readMode(request.mode, request.run.kind),
    mayOverride: !loaded.base || bootstrap,
    key: formatPointer([...at, 'mode']),
  });
  const judging = judgingFiles(files, loaded.base?.reader);
  const pipeline = factsOf(loaded);
  const unchanging = {
    digest: digestOf(asked.applies ? asked.settings : null, chosen.mode, pipeline),
    file: files.display(loaded.file),
    ignored: [...loaded.ignored, ...chosen.ignored],
  };
  return {
    ...asked,
    pipeline,
    mode: chosen.mode,
    waivers: loaded.waivers,
    readJudging: judging.read,
    get record() {
      return { ...unchanging, ...sourceOf(request, loaded, bootstrap || judging.isBootstrap()) };
    },
  };
}

/** A pipeline of a config file says by its sections which gates it has; who names something to judge wants it judged. */
function hasNothingFor(
  { gate, inputs }: Pick<LoadRequest<unknown>, 'gate' | 'inputs'>,
  { pipeline, hasFile }: LoadedPipeline,
): boolean {
  const isAsked = gate.inputs.some(({ name }) => inputs.has(name));
  return gate.needsSection === true && hasFile && !isAsked && !Object.hasOwn(pipeline, gate.name);
}

/** Of all that this gate judges by; a section of another gate is not among it. */
function digestOf(settings: unknown, mode: Mode, { model, datasets, waivers }: PipelineFacts): string {
  const decided = { settings, mode, waivers, datasets, ...(model !== undefined && { model }) };
  return sha256(canonicalJson(copyPlain(decided)));
}

function sectionOf(pipeline: Readonly<Record<string, unknown>>, gate: string): Section {
  const section = Object.hasOwn(pipeline, gate) ? pipeline[gate] : undefined;
  return isObject(section) ? section : {};
}

function modeOf({ mode }: Section): Mode | undefined {
  return mode === 'enforce' || mode === 'report' ? mode : undefined;
}

function factsOf({ name, pipeline, requiredGates, waivers }: LoadedPipeline): PipelineFacts {
  const { model, datasets = {} } = pipeline;
  return { name, ...(model !== undefined && { model }), datasets, gates: requiredGates, waivers };
}

/** Nothing in the base speaks of this gate, so the head's word was taken. */
function isBootstrap({ base, name, pipeline }: LoadedPipeline, gate: string): boolean {
  if (!base) return false;
  const before = valueAt(base.value, ['pipelines', name]);
  return before === undefined || (Object.hasOwn(pipeline, gate) && valueAt(before, [gate]) === undefined);
}

function sourceOf(
  { run }: PipelineRequest,
  { base }: LoadedPipeline,
  bootstrap: boolean,
): Pick<SettingsRecord, 'source' | 'commit'> {
  if (base && !bootstrap) return { source: 'base', commit: base.commit };
  const source = base ? 'bootstrap' : run.kind === 'local' ? 'local' : 'commit';
  return { source, ...(run.commit !== undefined && { commit: run.commit }) };
}
