import { innerSchemas, propertySchemas, type SchemaNode } from './schema-node.js';

/**
 * Which keys decide is what the schema's `x-judging` says: of the key itself, else of the nearest key above that says it.
 * What is neither map nor marked inside is taken whole.
 */
export function isJudging(schema: SchemaNode, inherited: boolean): boolean {
  return schema['x-judging'] ?? inherited;
}

/** Something at or below this key decides. */
export function someJudging(schema: SchemaNode, inherited: boolean): boolean {
  const judging = isJudging(schema, inherited);
  const inner = innerSchemas(schema);
  // A map decides by its keys; a list or a union as a whole.
  if (inner.length > 0 && isMap(schema)) return inner.some((child) => someJudging(child, judging));
  return judging || inner.some((child) => someJudging(child, judging));
}

/** Some keys below this one decide and others do not, so that it is merged key by key. */
export function isMixed(schema: SchemaNode, inherited: boolean): boolean {
  return isMap(schema) && someJudging(schema, inherited) && !allJudging(schema, inherited);
}

function allJudging(schema: SchemaNode, inherited: boolean): boolean {
  const judging = isJudging(schema, inherited);
  if (!isMap(schema)) return someJudging(schema, inherited);
  return propertySchemas(schema).every((child) => allJudging(child, judging));
}

function isMap(schema: SchemaNode): boolean {
  return propertySchemas(schema).length > 0;
}
