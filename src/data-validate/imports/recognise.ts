import { configError } from '../../gate/failure.js';
import type { Rule } from '../rule.js';
import type { Locate } from '../suite-shape.js';
import { importDataContract } from './data-contract.js';
import { rulesOfGxSuite } from './gx-suite.js';
import { type Imported, Reader, ruleFrom } from './imported.js';
import { importRowSchema } from './row-schema.js';
import { importTableSchema, schemaOfPackage } from './table-schema.js';

/**
 * The rules of a suite in a foreign format, known by what it holds and never by its name: a suite of Great Expectations, a contract of
 * the Open Data Contract Standard, a Table Schema of Frictionless Data or a Data Package that
 * holds one, a JSON Schema of rows.
 *
 * @returns undefined for what is in none of them.
 * @throws Failure('config') at the place of what cannot be imported.
 */
export function rulesOfForeign(
  value: Readonly<Record<string, unknown>>,
  dataset: string,
  locate: Locate,
): readonly Rule[] | undefined {
  if (Object.hasOwn(value, 'expectations')) return rulesOfGxSuite(value, locate);
  const imported = importForeign(value, dataset, locate);
  if (imported?.length === 0)
    throw configError('asks for nothing, so nothing could fail', { place: locate('') });
  return imported?.map((one) => ruleFrom(one, locate));
}

function importForeign(
  value: Readonly<Record<string, unknown>>,
  dataset: string,
  locate: Locate,
): readonly Imported[] | undefined {
  if (value.kind === 'DataContract') return importDataContract(value, dataset, locate);
  if (Array.isArray(value.fields)) return importTableSchema(new Reader(value, '', locate));
  if (Array.isArray(value.resources))
    return importTableSchema(schemaOfPackage(new Reader(value, '', locate), dataset));
  if (value.type === 'object' && Object.hasOwn(value, 'properties'))
    return importRowSchema(new Reader(value, '', locate));
  return undefined;
}
