import type { Ajv } from 'ajv';
import { configError, Failure } from '../../gate/failure.js';
import { assertCommonRegex } from '../regex.js';

const mostCharacters = 1024 * 1024;

/** A group that repeats and holds a repetition can take exponential time where a pattern is matched by backtracking. */
const nestedRepetition = /\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)(?:[*+]|\{\d+,)/;

/**
 * A JSON Schema as Python's `jsonschema.validate` takes it: the draft by `$schema`, 2020-12 without; formats are not asserted; nothing
 * is fetched.
 *
 * @throws Failure('config') when it is no schema, too large, or holds a pattern that cannot be matched in bounded time.
 */
export async function compileJsonSchema(schema: unknown): Promise<(value: unknown) => boolean> {
  const written = JSON.stringify(schema);
  if (written.length > mostCharacters)
    throw configError(`\`json_schema\` has ${written.length} characters; at most ${mostCharacters} are read`);
  const ajv = await ajvFor(draftOf(schema));
  try {
    const validate = ajv.compile(JSON.parse(written));
    return (value) => validate(value) === true;
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw configError(`\`json_schema\` is no JSON Schema: ${why}`, { fix: 'mend the schema' });
  }
}

type Draft = '04' | '06' | '07' | '2019-09' | '2020-12';

function draftOf(schema: unknown): Draft {
  const named =
    typeof schema === 'object' && schema !== null && '$schema' in schema ? schema.$schema : undefined;
  const draft = /draft-(04|06|07)\/|draft\/(2019-09|2020-12)\//.exec(String(named ?? 'draft/2020-12/'));
  const found = draft?.[1] ?? draft?.[2];
  if (found === undefined)
    throw configError('`json_schema` names a `$schema` that is not known', {
      fix: 'use draft-04, -06, -07, 2019-09 or 2020-12',
    });
  return found as Draft;
}

/** Each draft is loaded when it is asked for. */
async function ajvFor(draft: Draft): Promise<Ajv> {
  const options = {
    strict: false,
    validateFormats: false,
    logger: false as const,
    code: { regExp: Object.assign(guardedRegExp, { code: 'guardedRegExp' }) },
  };
  switch (draft) {
    case '2020-12':
      return new (await import('ajv/dist/2020.js')).Ajv2020(options) as unknown as Ajv;
    case '2019-09':
      return new (await import('ajv/dist/2019.js')).Ajv2019(options) as unknown as Ajv;
    case '04':
      return new (await import('ajv-draft-04')).default.default(options) as unknown as Ajv;
    default: {
      const { Ajv: Ajv7 } = await import('ajv');
      const ajv = new Ajv7(options);
      if (draft === '06') {
        const meta = await import('ajv/dist/refs/json-schema-draft-06.json', { with: { type: 'json' } });
        ajv.addMetaSchema(meta.default);
      }
      return ajv;
    }
  }
}

/** @throws Failure('config') naming the pattern. */
function guardedRegExp(pattern: string, flags: string): RegExp {
  assertCommonRegex(pattern);
  if (nestedRepetition.test(pattern))
    throw configError(`regular expression ${JSON.stringify(pattern.slice(0, 200))} repeats a repetition`, {
      fix: 'write it without a repetition inside a repeated group',
    });
  return new RegExp(pattern, flags);
}
