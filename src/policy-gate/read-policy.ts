import { type Static, Type } from 'typebox';
import { LineCounter, parseDocument } from 'yaml';
import { configError, type Failure, type Place } from '../gate/failure.js';
import { schemaGuard } from '../gate/schema-guard.js';
import type { Files } from '../platform/ports.js';
import { type Rule, ruleSchema, type Settings } from './settings.js';

const maxPolicyBytes = 256 * 1024;

const policySchema = Type.Object(
  {
    version: Type.Literal(1),
    rules: Type.Array(ruleSchema, { minItems: 1, maxItems: 1000 }),
  },
  { additionalProperties: false },
);
const isPolicy = schemaGuard<Static<typeof policySchema>>(policySchema);

/** The rules of the section and of every policy file. @throws Failure('config') at file:line:column. */
export async function readRules(settings: Settings, files: Files): Promise<readonly Rule[]> {
  const rules = [...(settings.rules ?? [])];
  for (const path of settings.policy ?? []) {
    const bytes = await files.readJudging(path, maxPolicyBytes);
    rules.push(...readPolicy(Buffer.from(bytes).toString(), files.display(path)));
  }
  const seen = new Set<string>();
  for (const { id, min, max, equals } of rules) {
    if (seen.has(id)) throw configError(`two rules have the id ${id}`, { fix: 'give each rule its own' });
    seen.add(id);
    if (min === undefined && max === undefined && equals === undefined)
      throw configError(`rule ${id} accepts everything`, { fix: 'give it `min`, `max` or `equals`' });
  }
  return rules;
}

/** YAML 1.2, of which JSON is a part. */
function readPolicy(text: string, file: string): readonly Rule[] {
  const lines = new LineCounter();
  // Aliases and custom tags have no use in a policy and are refused.
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    stringKeys: true,
  });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw at(file, lines, fault.pos[0], fault.message);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 0 });
  } catch {
    throw at(file, lines, 0, 'aliases are not taken in a policy');
  }
  if (isPolicy(value)) return value.rules;
  const [error] = isPolicy.errors ?? [];
  const path = (error?.instancePath ?? '').split('/').slice(1);
  const node = document.getIn(path, true) as { readonly range?: readonly number[] } | undefined;
  const what = `${path.join('.') || 'the policy'} ${error?.message ?? 'is not valid'}`;
  throw at(file, lines, node?.range?.[0] ?? 0, what);
}

function at(file: string, lines: LineCounter, offset: number, message: string): Failure {
  const { line, col } = lines.linePos(offset);
  const place: Place = { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  return configError(message, {
    place,
    fix: 'write {version: 1, rules: [{id, gate, metric, min | max | equals}]}',
  });
}
