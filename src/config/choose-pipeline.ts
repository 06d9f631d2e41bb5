import { configError } from '../gate/failure.js';
import type { Json } from '../gate/json.js';
import { suggest } from './suggest.js';
import { isForbiddenKey, isObject, valueAt } from './tree.js';
import { shorten } from './words.js';

/**
 * The pipeline that is meant. On a pull request base and head are both asked, so that renaming the only pipeline makes two of them
 * and not a new one that answers to no rules.
 *
 * @param fallback its name where there is no config at all.
 * @throws Failure('config') when it is unknown, or not named and there are several.
 */
export function choosePipeline(
  trees: readonly (Json | undefined)[],
  wanted: string | undefined,
  fallback: string,
  file: string,
): string {
  const present = trees.filter((tree) => tree !== undefined);
  const known = [...new Set(present.flatMap(pipelineNames))];
  if (wanted !== undefined && isForbiddenKey(wanted))
    throw configError(`a pipeline may not be called \`${wanted}\``);
  if (present.length === 0) return wanted ?? fallback;
  if (wanted === undefined) return onlyOne(known, fallback, file);
  if (known.includes(wanted) || known.length === 0) return wanted;
  const fix = suggest(wanted, known);
  throw configError(`there is no pipeline \`${shorten(wanted)}\``, { place: { file }, ...(fix && { fix }) });
}

function onlyOne(known: readonly string[], fallback: string, file: string): string {
  const [first, second] = known;
  if (second === undefined) return first ?? fallback;
  const fix = `name one with \`pipeline\`: ${known.map((name) => `\`${name}\``).join(', ')}`;
  throw configError('there are several pipelines', { place: { file }, fix });
}

function pipelineNames(tree: Json): readonly string[] {
  const pipelines = valueAt(tree, ['pipelines']);
  return isObject(pipelines) ? Object.keys(pipelines) : [];
}
