import { clip } from '../gate/clip.js';
import { type Failure, inputError } from '../gate/failure.js';
import type { Json, JsonObject } from '../gate/json.js';
import { limits } from '../gate/limits.js';
import { JsonError, parseStrictJson } from '../gate/strict-json.js';
import type { Announced, Files } from '../platform/ports.js';

/** Output names that carry digests of evidence; a job with several gates has several. */
const outputPrefix = 'evidence-digest';
const mostShown = 300;

/**
 * Digests of evidence (hex) that the jobs before announced through their outputs, each with the jobs that named it. Job *results*
 * are not looked at: a skipped job counts as success, and `continue-on-error` hides a failure (DESIGN §6).
 *
 * @param given the JSON of GitHub's `needs` context, or a file that holds it.
 * @throws Failure('input') on anything that is not such JSON: then nothing is known.
 */
export async function readAnnounced(
  given: string,
  files: Pick<Files, 'read' | 'display'>,
): Promise<Announced> {
  const inline = given.trimStart().startsWith('{');
  const shown = inline ? '`expect`' : files.display(given);
  const bytes = inline ? Buffer.from(given) : await files.read(given, limits.configBytes);
  const announced = new Map<string, string[]>();
  for (const [job, digests] of jobsOf(parse(bytes, shown), shown))
    for (const digest of digests) announced.set(digest, [...(announced.get(digest) ?? []), job]);
  return announced;
}

function parse(bytes: Uint8Array, shown: string): Json {
  try {
    return parseStrictJson(bytes);
  } catch (error) {
    throw error instanceof JsonError ? wrong(`${shown} ${error.message}`) : error;
  }
}

function jobsOf(needs: Json, shown: string): readonly (readonly [string, readonly string[]])[] {
  if (!isObject(needs)) throw wrong(`${shown} is not an object of jobs`);
  return Object.entries(needs).map(([job, facts]) => {
    if (facts === undefined || !isObject(facts))
      throw wrong(`job ${JSON.stringify(job)} in ${shown} is not an object`);
    const outputs: Json = facts.outputs ?? {};
    if (!isObject(outputs)) throw wrong(`the outputs of job ${JSON.stringify(job)} are not an object`);
    const named = Object.entries(outputs).filter(([name]) => name.startsWith(outputPrefix));
    return [job, named.flatMap(([name, value]) => digestsIn(value, `output ${name} of job ${job}`))];
  });
}

/** Digests in an output's text: separated by white space, or a JSON list or map of them. Empty where the job did not get so far. */
function digestsIn(value: Json | undefined, what: string): readonly string[] {
  if (typeof value !== 'string') throw wrong(`${what} is not text`);
  const text = value.trim();
  if (text === '') return [];
  const items = /^[[{]/.test(text) ? leaves(parse(Buffer.from(text), what)) : text.split(/\s+/);
  return items.map((item) => {
    const [, hex] = (typeof item === 'string' && /^sha256:([0-9a-f]{64})$/.exec(item)) || [];
    if (hex === undefined)
      throw wrong(
        `${what} holds ${clip(JSON.stringify(item), mostShown)}, which is not sha256:<64 hex digits>`,
      );
    return hex;
  });
}

function leaves(value: Json): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (isObject(value)) return Object.values(value).flatMap((item) => leaves(item ?? null));
  return typeof value === 'string' ? value.split(/\s+/).filter((part) => part !== '') : [value];
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(message: string): Failure {
  return inputError(message, {
    fix: 'give the JSON of the `needs` context, toJSON(needs), and list every gate’s job in `needs`',
  });
}
