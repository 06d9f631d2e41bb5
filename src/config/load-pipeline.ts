import type { ValidateFunction } from 'ajv';
import { configError, Failure } from '../gate/failure.js';
import type { Input } from '../gate/input.js';
import type { Json } from '../gate/json.js';
import { limits } from '../gate/limits.js';
import type { IgnoredSetting } from '../gate/result.js';
import type { RunContext } from '../gate/run-context.js';
import type { Mode } from '../gate/verdict.js';
import type { Waiver } from '../gate/waiver.js';
import type { Files } from '../platform/ports.js';
import { takeJudgingFromBase } from './base.js';
import { type BaseReader, unreachable } from './base-reader.js';
import { choosePipeline } from './choose-pipeline.js';
import { type InputTarget, originsOf, overlayInputs } from './inputs.js';
import { readHead } from './judging-files.js';
import type { Path } from './pointer.js';
import type { RawInputs } from './raw-input.js';
import { type Config, configSchema, type PipelineConfig } from './schema.js';
import { sectionNames } from './sections.js';
import { isObject, valueAt, withValueAt } from './tree.js';
import { assertValid, type FindOrigin } from './validate.js';
import { compileSchema } from './validator.js';
import { readYaml, type SourceTree } from './yaml.js';

export const defaultConfigPath = '.github/sluice.yml';
/** The pipeline of a run that has inputs and no config file. */
const nameless = 'default';

export interface PipelineRequest {
  readonly run: Pick<RunContext, 'kind' | 'event' | 'commit'>;
  readonly files: Pick<Files, 'kind' | 'read' | 'display'>;
  /** Asked on pull requests and merge groups alone; without it nothing can be judged there. */
  readonly base?: BaseReader;
  /** Path of the config; absent: the default path, which may be missing when the inputs say all. */
  readonly config?: string;
  /** May be left out where there is one. */
  readonly pipeline?: string;
}

/** One pipeline of the config as it is in force. */
export interface LoadedPipeline {
  readonly name: string;
  readonly pipeline: PipelineConfig;
  /** Gates that have a section in it, in the order in which they run. */
  readonly requiredGates: readonly string[];
  /** Of the whole config. */
  readonly mode: Mode | undefined;
  readonly waivers: readonly Waiver[];
  readonly file: string;
  /** Whether there is a config file, here or in the base; else the inputs say all. */
  readonly hasFile: boolean;
  /** Set on pull requests and merge groups. */
  readonly base?: { readonly commit: string; readonly value: Json | undefined; readonly reader: BaseReader };
  readonly ignored: readonly IgnoredSetting[];
  /** Whom to blame for a value of `config`. */
  readonly originOf: FindOrigin;
}

type InForce = Pick<LoadedPipeline, 'pipeline' | 'requiredGates' | 'mode' | 'waivers'>;

let compiled: ValidateFunction<Config> | undefined;

/** Compiled when a config is there to be validated. */
function validConfig(): ValidateFunction<Config> {
  compiled ??= compileSchema<Config>(configSchema);
  return compiled;
}

/**
 * Reads the file, lays the inputs over it, takes what decides from the base and validates the whole.
 *
 * @throws Failure('config') with every fault; Failure('outside') when the base cannot be read.
 */
export async function loadPipeline(
  request: PipelineRequest,
  inputs: readonly Input[] = [],
  raw: RawInputs = new Map(),
): Promise<LoadedPipeline> {
  const { run } = request;
  const file = request.config ?? defaultConfigPath;
  const base = isProposal(run.event) ? await readBase(request, file) : undefined;
  const head = await readHeadConfig(request, file, base?.tree !== undefined);
  const name = choosePipeline([head?.value, base?.tree?.value], request.pipeline, nameless, file);
  const target: InputTarget = { inputs, raw, pipeline: name, kind: run.kind, file };
  const start = head?.value ?? withValueAt({ version: 1 }, ['pipelines', name], {});
  const overlay = overlayInputs(start, target);
  const originOf = originsOf(overlay, target, head);
  // A pull request that takes the whole file away has nothing of its own to be valid.
  if (head || !base?.tree) assertValid(validConfig(), overlay.value, originOf);
  const hasFile = head !== undefined || base?.tree !== undefined;
  if (!base) return { name, ...inForce(overlay.value, name, originOf), file, hasFile, ignored: [], originOf };

  const effective = takeJudgingFromBase(overlay.value, base.tree?.value);
  const origin = base.tree ? originAtBase(base.tree, base.commit, originOf) : originOf;
  const ignored = effective.ignored.map(({ path, ...rest }) => ({ ...rest, ...placeOf(path, originOf) }));
  return {
    name,
    ...inForce(effective.value, name, origin),
    file: base.tree?.file ?? file,
    hasFile,
    base: { commit: base.commit, value: base.tree?.value, reader: base.reader },
    ignored: [...otherFile(request, base.tree), ...ignored],
    originOf: origin,
  };
}

function inForce(value: Json, name: string, originOf: FindOrigin): InForce {
  const config: unknown = value;
  assertValid(validConfig(), config, originOf);
  const pipeline = config.pipelines[name] ?? {};
  return {
    pipeline,
    requiredGates: sectionNames.filter((gate) => Object.hasOwn(pipeline, gate)),
    mode: config.mode,
    waivers: config.waivers ?? [],
  };
}

/** Whether the run judges a proposal, which must not choose the rules it is judged by. */
function isProposal(event: string): boolean {
  return event === 'merge_group' || event.startsWith('pull_request');
}

async function readHeadConfig(
  { files, config }: PipelineRequest,
  file: string,
  inBase: boolean,
): Promise<SourceTree | undefined> {
  if ((await files.kind(file)) !== 'missing')
    return withSettings(readYaml(await readHead(files, file, limits.configBytes), files.display(file)));
  if (config === undefined || inBase) return undefined;
  throw configError('there is no such config file', {
    place: { file },
    fix: 'mend `config`, or run `sluice init`',
  });
}

/** A file that lost its content must not pass for a project that has none. */
function withSettings(tree: SourceTree): SourceTree {
  if (tree.value !== null) return tree;
  const fix = 'write `version: 1` and `pipelines` into it, or remove it: `sluice init` writes a first one';
  throw configError('holds no settings', { place: { file: tree.file }, fix });
}

interface Base {
  readonly commit: string;
  readonly reader: BaseReader;
  /** Absent where the base has no config. */
  readonly tree: SourceTree | undefined;
}

async function readBase({ base: reader, files }: PipelineRequest, file: string): Promise<Base> {
  const tip = await reader?.tip();
  if (!reader || !tip) throw unreachable(undefined);
  // A file that the base does not know yet must not be a way round the one that it has.
  for (const path of new Set([files.display(file), defaultConfigPath])) {
    const bytes = await reader.read(path);
    if (bytes) return { commit: tip.commit, reader, tree: readBaseTree(bytes, path, tip.commit) };
  }
  return { commit: tip.commit, reader, tree: undefined };
}

/** Which file it is decides, too. */
function otherFile(
  { config, files }: PipelineRequest,
  inBase: SourceTree | undefined,
): readonly IgnoredSetting[] {
  if (config === undefined || inBase === undefined || files.display(config) === inBase.file) return [];
  return [{ key: 'config', used: inBase.file, ignored: files.display(config) }];
}

function readBaseTree(bytes: Uint8Array, file: string, commit: string): SourceTree {
  try {
    const tree = readYaml(bytes, file);
    if (isObject(tree.value) && tree.value.version === 1) return tree;
    throw configError('is not a config of version 1', { place: { file } });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const problems = error.problems.map((p) => ({ ...p, message: `${atBase(commit)}: ${p.message}` }));
    throw new Failure('config', problems, { cause: error });
  }
}

function atBase(commit: string): string {
  return `as the base branch has it (${commit.slice(0, 12)})`;
}

/** Once the head is known to be valid by itself, what does not fit comes from the base. */
function originAtBase({ file, value, locate }: SourceTree, commit: string, head: FindOrigin): FindOrigin {
  return (path, part) => {
    if (valueAt(value, path) !== undefined) return { by: atBase(commit), place: locate(path, part) };
    const { by, remedy, ...origin } = head(path, part);
    const isInput = by !== undefined || remedy !== undefined;
    return isInput
      ? {
          ...origin,
          remedy: `write it in ${file} on the base branch, for inputs do not decide on pull requests`,
        }
      : origin;
  };
}

function placeOf(path: Path, originOf: FindOrigin): Pick<IgnoredSetting, 'file' | 'line'> {
  const { place } = originOf(path, 'key');
  return place ? { file: place.file, ...(place.line !== undefined && { line: place.line }) } : {};
}
