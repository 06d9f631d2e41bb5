import { boundsOf, type Imported, type Reader } from './imported.js';

const documentation = [
  '$schema',
  '$id',
  '$comment',
  'title',
  'description',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
];
const types: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
};
const formats: Readonly<Record<string, string>> = { date: 'date', 'date-time': 'timestamp' };

/** A JSON Schema of one row: `{type: object, properties, required}`; each property is a column. */
export function importRowSchema(schema: Reader): readonly Imported[] {
  schema.assertOnly(
    ['type', 'properties', 'required', 'additionalProperties'],
    documentation,
    'a JSON Schema of rows',
  );
  if (schema.text('type') !== 'object')
    throw schema.refuse('type', 'should be object: the schema is of one row');
  const properties = schema.object('properties');
  const required = schema.texts('required');
  const names = properties.keys();
  const unknown = required.find((name) => !names.includes(name));
  if (unknown !== undefined) throw schema.refuse('required', `names ${unknown}, which is no property`);
  return [
    ...closed(schema, names, required),
    ...names.flatMap((name) => propertyRules(properties.object(name), name, required.includes(name))),
  ];
}

function closed(schema: Reader, names: readonly string[], required: readonly string[]): readonly Imported[] {
  if (!schema.has('additionalProperties') || schema.get('additionalProperties') === true) return [];
  if (schema.get('additionalProperties') !== false)
    throw schema.refuse('additionalProperties', 'is read as true or false');
  if (names.length !== required.length)
    throw schema.refuse(
      'additionalProperties',
      'is false, and not every property is required: name all as required',
    );
  return [
    {
      type: 'expect_table_columns_to_match_set',
      kwargs: { column_set: names },
      pointer: `${schema.pointer}/properties`,
    },
  ];
}

function propertyRules(property: Reader, column: string, isRequired: boolean): readonly Imported[] {
  property.assertOnly(
    [
      'type',
      'enum',
      'const',
      'minimum',
      'maximum',
      'exclusiveMinimum',
      'exclusiveMaximum',
      'minLength',
      'maxLength',
      'pattern',
      'format',
    ],
    documentation,
    'a property',
  );
  const { pointer } = property;
  const optional = !isRequired;
  const on = (type: string, kwargs: object): Imported => ({
    type,
    kwargs: { column, ...kwargs },
    pointer,
    optional,
  });
  const named = property.texts('type');
  const pattern = property.text('pattern');
  const members = property.has('const') ? [property.get('const')] : property.list('enum');
  if (property.has('enum') && members.length === 0)
    throw property.refuse('enum', 'has no member, so nothing could pass');
  const mayBeNull = named.length > 0 ? named.includes('null') : !hasMembers(property);
  const isClosed = hasMembers(property) && !members.includes(null);
  return [
    ...(isRequired ? [{ type: 'expect_column_to_exist', kwargs: { column }, pointer }] : []),
    ...(!mayBeNull || isClosed ? [on('expect_column_values_to_not_be_null', {})] : []),
    ...typeRules(property, named, on),
    ...boundsOf(column, property, optional),
    ...(pattern === undefined ? [] : [on('expect_column_values_to_match_regex', { regex: pattern })]),
    ...(members.length === 0
      ? []
      : [
          on('expect_column_values_to_be_in_set', { value_set: members.filter((member) => member !== null) }),
        ]),
  ];
}

function hasMembers(property: Reader): boolean {
  return property.has('const') || property.has('enum');
}

function typeRules(
  property: Reader,
  named: readonly string[],
  on: (type: string, kwargs: object) => Imported,
): readonly Imported[] {
  const format = property.text('format');
  if (format !== undefined) {
    const type = Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (type === undefined)
      throw property.refuse('format', 'is read as date or date-time: write others as a `pattern`');
    return [on('expect_column_values_to_be_of_type', { type_: type })];
  }
  const list = named
    .filter((name) => name !== 'null')
    .map((name) => {
      const type = Object.hasOwn(types, name) ? types[name] : undefined;
      if (type === undefined)
        throw property.refuse('type', `names ${name}; string, integer, number, boolean and null are read`);
      return type;
    });
  return list.length === 0 ? [] : [on('expect_column_values_to_be_in_type_list', { type_list: list })];
}
