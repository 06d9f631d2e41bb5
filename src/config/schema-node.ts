/** What we read of a JSON Schema when we walk beside a value. */
export interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly 'x-judging'?: boolean;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly patternProperties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: SchemaNode | readonly SchemaNode[] | boolean;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly allOf?: readonly SchemaNode[];
}

/** Any value as a schema: one that is no object asks nothing. */
export function asSchemaNode(value: unknown): SchemaNode {
  return isSchemaNode(value) ? value : {};
}

function isSchemaNode(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null;
}

/** The schema of a property; undefined where the object may have none of that name. */
export function propertySchema(schema: SchemaNode, name: string): SchemaNode | undefined {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  if (Object.hasOwn(properties, name)) return properties[name];
  for (const [pattern, node] of Object.entries(patternProperties))
    if (new RegExp(pattern, 'u').test(name)) return node;
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** The schemas of all properties, named or not. */
export function propertySchemas(schema: SchemaNode): readonly SchemaNode[] {
  const { properties = {}, patternProperties = {}, additionalProperties } = schema;
  const rest = typeof additionalProperties === 'object' ? [additionalProperties] : [];
  return [...Object.values(properties), ...Object.values(patternProperties), ...rest];
}

/** Every schema directly inside this one. */
export function innerSchemas(schema: SchemaNode): readonly SchemaNode[] {
  const { items, anyOf = [], oneOf = [], allOf = [] } = schema;
  const listed = typeof items === 'object' ? [items].flat() : [];
  return [...propertySchemas(schema), ...listed, ...anyOf, ...oneOf, ...allOf];
}
