import type { TSchema } from 'typebox';
import type { JsonObject } from '../gate/json.js';
import type { Path } from './pointer.js';
import { asSchemaNode } from './schema-node.js';
import { copyPlain } from './tree.js';
import { assertValid, type FindOrigin } from './validate.js';
import { compileSchema } from './validator.js';

export type Section = JsonObject;

/**
 * A gate's section as the gate's own schema knows it: without the `mode` beside it, defaults filled in.
 *
 * @throws Failure('config')
 */
export function settingsOf<Settings>(
  schema: TSchema,
  section: Section,
  { at, originOf }: { readonly at: Path; readonly originOf: FindOrigin },
): Settings {
  const { mode: _, ...bare } = section;
  const knowsMode = Object.hasOwn(asSchemaNode(schema).properties ?? {}, 'mode');
  // A copy, because defaults are filled in in place.
  const settings: unknown = copyPlain(knowsMode ? section : bare);
  assertValid(compileSchema<Settings>(schema, { defaults: true }), settings, originOf, at);
  return settings;
}
