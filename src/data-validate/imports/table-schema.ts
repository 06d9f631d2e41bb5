import type { Imported, Reader } from './imported.js';
import { boundsOf } from './imported.js';

const documentation = [
  'name',
  'title',
  'description',
  'rdfType',
  'example',
  'examples',
  '$schema',
  'categories',
];
const types: Readonly<Record<string, string | null>> = {
  string: 'text',
  integer: 'integer',
  year: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'timestamp',
  any: null,
};

/** A Table Schema of Frictionless Data (v1 and v2): datapackage.org/standard/table-schema. */
export function importTableSchema(schema: Reader): readonly Imported[] {
  schema.assertOnly(
    ['fields', 'primaryKey', 'foreignKeys', 'uniqueKeys', 'missingValues', 'fieldsMatch'],
    documentation,
    'a Table Schema',
  );
  const absent = schema.list('missingValues');
  if (schema.has('missingValues') && (absent.length !== 1 || absent[0] !== ''))
    throw schema.refuse('missingValues', 'is set by `null-values` of the dataset');
  const fields = schema.objects('fields');
  return [
    ...columnsOf(schema, fields),
    ...fields.flatMap(fieldRules),
    ...keysOf(schema),
    ...schema.objects('foreignKeys').map(foreignKey),
  ];
}

/**
 * The schema of the resource of a Data Package that has the dataset's name, or of the only one: datapackage.org/standard/data-package.
 *
 * @throws Failure('config') when there is none, or it lies in a file of its own.
 */
export function schemaOfPackage(descriptor: Reader, dataset: string): Reader {
  const resources = descriptor.objects('resources');
  const [only, ...more] = resources;
  const chosen =
    resources.find((resource) => resource.text('name') === dataset) ?? (more.length === 0 ? only : undefined);
  if (!chosen)
    throw descriptor.refuse('resources', `has ${resources.length} resources, and none is named ${dataset}`);
  const schema = chosen.get('schema');
  if (typeof schema !== 'object')
    throw chosen.refuse('schema', 'is not written here: name its own file as the suite');
  return chosen.object('schema');
}

function nameOf(field: Reader): string {
  const name = field.text('name');
  if (name === undefined) throw field.refuse('name', 'is missing');
  return name;
}

function columnsOf(schema: Reader, fields: readonly Reader[]): readonly Imported[] {
  const names = fields.map(nameOf);
  const pointer = `${schema.pointer}/fields`;
  const [match = 'exact', ...others] = schema.texts('fieldsMatch');
  if (others.length > 0) throw schema.refuse('fieldsMatch', 'should be one word');
  switch (match) {
    case 'exact':
      return [
        { type: 'expect_table_columns_to_match_ordered_list', kwargs: { column_list: names }, pointer },
      ];
    case 'equal':
      return [{ type: 'expect_table_columns_to_match_set', kwargs: { column_set: names }, pointer }];
    case 'subset':
      return [
        {
          type: 'expect_table_columns_to_match_set',
          kwargs: { column_set: names, exact_match: false },
          pointer,
        },
      ];
    default:
      throw schema.refuse('fieldsMatch', 'is read as exact, equal or subset');
  }
}

function fieldRules(field: Reader): readonly Imported[] {
  field.assertOnly(['name', 'type', 'format', 'constraints'], documentation, 'a field');
  const column = nameOf(field);
  return [...typeRules(field, column), ...constraintRules(field.object('constraints'), column)];
}

function typeRules(field: Reader, column: string): readonly Imported[] {
  const named = field.text('type') ?? 'string';
  const type = Object.hasOwn(types, named) ? types[named] : undefined;
  if (type === undefined)
    throw field.refuse(
      'type',
      'is none that is known: string, integer, number, boolean, date, datetime, year, any are',
    );
  const format = field.text('format') ?? 'default';
  const { pointer } = field;
  if (format !== 'default' && format.includes('%') && (named === 'date' || named === 'datetime'))
    return [
      {
        type: 'expect_column_values_to_match_strftime_format',
        kwargs: { column, strftime_format: format },
        pointer,
      },
    ];
  if (format !== 'default') throw field.refuse('format', 'cannot be imported: write it as a `pattern`');
  return type === null
    ? []
    : [{ type: 'expect_column_values_to_be_of_type', kwargs: { column, type_: type }, pointer }];
}

function constraintRules(constraints: Reader, column: string): readonly Imported[] {
  const { pointer } = constraints;
  constraints.assertOnly(
    [
      'required',
      'unique',
      'minLength',
      'maxLength',
      'minimum',
      'maximum',
      'exclusiveMinimum',
      'exclusiveMaximum',
      'pattern',
      'enum',
    ],
    [],
    'a field’s constraints',
  );
  const pattern = constraints.text('pattern');
  return [
    ...(constraints.flag('required')
      ? [{ type: 'expect_column_values_to_not_be_null', kwargs: { column }, pointer }]
      : []),
    ...(constraints.flag('unique')
      ? [{ type: 'expect_column_values_to_be_unique', kwargs: { column }, pointer }]
      : []),
    ...boundsOf(column, constraints, false),
    // A pattern of XML Schema matches the whole.
    ...(pattern === undefined
      ? []
      : [
          {
            type: 'expect_column_values_to_match_regex',
            kwargs: { column, regex: `^(?:${pattern})$` },
            pointer,
          },
        ]),
    ...(constraints.has('enum')
      ? [
          {
            type: 'expect_column_values_to_be_in_set',
            kwargs: { column, value_set: constraints.list('enum') },
            pointer,
          },
        ]
      : []),
  ];
}

function keysOf(schema: Reader): readonly Imported[] {
  const primary = schema.texts('primaryKey');
  return [
    ...(primary.length === 0
      ? []
      : [
          {
            type: 'expect_primary_key',
            kwargs: { column_list: primary },
            pointer: `${schema.pointer}/primaryKey`,
          },
        ]),
    ...schema.list('uniqueKeys').map((columns, i) => ({
      type: 'expect_compound_columns_to_be_unique',
      kwargs: { column_list: columns, ignore_row_if: 'any_value_is_missing' },
      pointer: `${schema.pointer}/uniqueKeys/${i}`,
    })),
  ];
}

function foreignKey(key: Reader): Imported {
  key.assertOnly(['fields', 'reference'], documentation, 'a foreign key');
  const reference = key.object('reference');
  reference.assertOnly(['resource', 'fields'], documentation, 'a reference');
  const dataset = reference.text('resource') ?? '';
  if (dataset === '') throw reference.refuse('resource', 'should name another dataset of the pipeline');
  return {
    type: 'expect_column_values_to_be_found_in_dataset',
    kwargs: { column_list: key.texts('fields'), dataset, dataset_columns: reference.texts('fields') },
    pointer: key.pointer,
  };
}
