import { asSchemaNode } from './schema-node.js';
import { nearest } from './suggest.js';
import type { SchemaError } from './validator.js';

/**
 * A value that fits no form of a union makes ajv list the errors of every form. What the person meant is the form with the
 * fewest and mildest errors, so only those are kept; a value of no form's kind keeps the union's own error.
 */
export function closestBranches(errors: readonly SchemaError[]): readonly SchemaError[] {
  const union = outermostUnion(errors);
  if (union === undefined) return errors;
  const others = errors.filter((e) => e !== union);
  const inside = others.filter((e) => isInside(e, union));
  const rest = others.filter((e) => !isInside(e, union));
  const closest = closestForm(inside, union);
  return [...(closest === undefined ? [union] : closestBranches(closest)), ...closestBranches(rest)];
}

function outermostUnion(errors: readonly SchemaError[]): SchemaError | undefined {
  return errors
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .reduce<SchemaError | undefined>(
      (outer, e) => (outer === undefined || e.schemaPath.length < outer.schemaPath.length ? e : outer),
      undefined,
    );
}

function isInside(error: SchemaError, union: SchemaError): boolean {
  return (
    error.schemaPath.startsWith(`${union.schemaPath}/`) &&
    (error.instancePath === union.instancePath || error.instancePath.startsWith(`${union.instancePath}/`))
  );
}

function closestForm(inside: readonly SchemaError[], union: SchemaError): readonly SchemaError[] | undefined {
  const forms = new Map<string | undefined, SchemaError[]>();
  for (const e of inside) {
    const [index] = e.schemaPath.slice(union.schemaPath.length + 1).split('/', 1);
    forms.set(index, [...(forms.get(index) ?? []), e]);
  }
  const candidates = [...forms.values()]
    .filter((form) => !form.some((e) => isOtherKind(e, union)))
    .map((form) => ({ form, cost: form.reduce((sum, e) => sum + costOf(e), 0) }))
    .sort((a, b) => a.cost - b.cost);
  return candidates[0]?.form;
}

/** The whole value is something else than this form asks: text for a list, another word of an enumeration. */
function isOtherKind({ keyword, instancePath }: SchemaError, union: SchemaError): boolean {
  return instancePath === union.instancePath && ['type', 'const', 'enum'].includes(keyword);
}

function costOf({ keyword, params, parentSchema }: SchemaError): number {
  // A constant below is what tells the forms apart: `metric: selection_rate`.
  if (keyword === 'const' || keyword === 'enum') return 3;
  if (keyword !== 'additionalProperties') return 1;
  const known = Object.keys(asSchemaNode(parentSchema).properties ?? {});
  return nearest(String(params.additionalProperty), known) === undefined ? 2 : 1;
}
