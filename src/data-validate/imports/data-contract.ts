import { configError } from '../../gate/failure.js';
import type { Locate } from '../suite-shape.js';
import { qualityRules } from './contract-quality.js';
import { boundsOf, type Imported, Reader } from './imported.js';

const documentation = [
  'id',
  'businessName',
  'description',
  'physicalName',
  'physicalType',
  'dataGranularityDescription',
  'tags',
  'customProperties',
  'authoritativeDefinitions',
  'classification',
  'encryptedName',
  'transformSourceObjects',
  'transformLogic',
  'transformDescription',
  'examples',
  'criticalDataElement',
  'partitioned',
  'partitionKeyPosition',
];
/** What a contract says of itself, of its people and of service: nothing that a table could show. */
const aboutContract = [
  'id',
  'name',
  'version',
  'status',
  'tenant',
  'domain',
  'dataProduct',
  'contractCreatedTs',
  'description',
  'tags',
  'authoritativeDefinitions',
  'customProperties',
  'support',
  'price',
  'team',
  'roles',
  'servers',
];
const types: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  timestamp: 'timestamp',
};

/**
 * The object of an Open Data Contract Standard contract (v3) that describes a dataset: the one of its name, or the only one.
 * bitol-io.github.io/open-data-contract-standard.
 */
export function importDataContract(value: unknown, dataset: string, locate: Locate): readonly Imported[] {
  const contract = new Reader(value, '', locate);
  if (!/^v3\./.test(contract.text('apiVersion') ?? ''))
    throw contract.refuse('apiVersion', 'should be v3.x of the Open Data Contract Standard');
  contract.assertOnly(['apiVersion', 'kind', 'schema'], aboutContract, 'a contract');
  const objects = contract.objects('schema');
  const own =
    objects.find((object) => object.text('name') === dataset) ??
    (objects.length === 1 ? objects[0] : undefined);
  if (!own)
    throw configError(`the contract has ${objects.length} schema objects, and none is named ${dataset}`, {
      place: locate('', 'schema'),
      fix: 'name one of them like the dataset',
    });
  own.assertOnly(['name', 'logicalType', 'properties', 'quality'], documentation, 'a schema object');
  const properties = own.objects('properties');
  return [
    ...properties.flatMap(propertyRules),
    ...primaryKey(own, properties),
    ...own.objects('quality').flatMap((rule) => qualityRules(rule, undefined)),
  ];
}

function nameOf(property: Reader): string {
  const name = property.text('name');
  if (name === undefined) throw property.refuse('name', 'is missing');
  return name;
}

function propertyRules(property: Reader): readonly Imported[] {
  property.assertOnly(
    [
      'name',
      'logicalType',
      'logicalTypeOptions',
      'required',
      'unique',
      'primaryKey',
      'primaryKeyPosition',
      'quality',
    ],
    documentation,
    'a property',
  );
  const column = nameOf(property);
  const { pointer } = property;
  const on = (type: string, kwargs: object = {}): Imported => ({
    type,
    kwargs: { column, ...kwargs },
    pointer,
  });
  return [
    on('expect_column_to_exist'),
    ...(property.flag('required') ? [on('expect_column_values_to_not_be_null')] : []),
    ...(property.flag('unique') ? [on('expect_column_values_to_be_unique')] : []),
    ...typeRules(property, on),
    ...optionRules(property.object('logicalTypeOptions'), column),
    ...property.objects('quality').flatMap((rule) => qualityRules(rule, column)),
  ];
}

function typeRules(property: Reader, on: (type: string, kwargs: object) => Imported): readonly Imported[] {
  const named = property.text('logicalType');
  if (named === undefined) return [];
  const type = Object.hasOwn(types, named) ? types[named] : undefined;
  if (type === undefined)
    throw property.refuse(
      'logicalType',
      `is ${named}; string, integer, number, boolean, date and timestamp are read`,
    );
  return [on('expect_column_values_to_be_of_type', { type_: type })];
}

function optionRules(options: Reader, column: string): readonly Imported[] {
  options.assertOnly(
    ['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
    ['timezone', 'defaultTimezone'],
    'a property’s logicalTypeOptions',
  );
  const pattern = options.text('pattern');
  return [
    ...boundsOf(column, options, false),
    ...(pattern === undefined
      ? []
      : [
          {
            type: 'expect_column_values_to_match_regex',
            kwargs: { column, regex: pattern },
            pointer: options.pointer,
          },
        ]),
  ];
}

function primaryKey(object: Reader, properties: readonly Reader[]): readonly Imported[] {
  const parts = properties.filter((property) => property.flag('primaryKey'));
  if (parts.length === 0) return [];
  const ordered = [...parts].sort(
    (a, b) => (a.number('primaryKeyPosition') ?? 1) - (b.number('primaryKeyPosition') ?? 1),
  );
  return [
    {
      type: 'expect_primary_key',
      kwargs: { column_list: ordered.map(nameOf) },
      pointer: `${object.pointer}/properties`,
    },
  ];
}
