import { configError } from '../../gate/failure.js';
import { quoteName } from '../names.js';
import type { Rule } from '../rule.js';
import type { Locate } from '../suite-shape.js';
import { importDataContract } from './data-contract.js';
import { rulesOfGxSuite } from './gx-suite.js';
import { type Imported, inWords, Reader, ruleFrom } from './imported.js';
import { importRowSchema } from './row-schema.js';
import { importTableSchema, schemaOfPackage } from './table-schema.js';

export interface Foreign {
  readonly rules: readonly Rule[];
  /** Rules that are written for people alone. */
  readonly words: readonly string[];
}

/**
 * The rules of a suite in a foreign format, known by what it holds and never by its name: a suite of Great Expectations, a contract of
 * the Open Data Contract Standard, a Table Schema of Frictionless Data or a Data Package that holds
 * one, a JSON Schema of rows.
 *
 * @returns undefined for what is in none of them.
 * @throws Failure('config') at the place of what cannot be imported.
 */
export function rulesOfForeign(
  value: Readonly<Record<string, unknown>>,
  dataset: string,
  locate: Locate,
): Foreign | undefined {
  if (Object.hasOwn(value, 'expectations')) return { rules: rulesOfGxSuite(value, locate), words: [] };
  const imported = importForeign(value, dataset, locate);
  if (!imported) return undefined;
  const rules = imported.filter(({ type }) => type !== inWords).map((one) => ruleFrom(one, locate));
  if (rules.length === 0) throw configError('asks for nothing, so nothing could fail', { place: locate('') });
  return { rules, words: imported.filter(({ type }) => type === inWords).map(wordsOf) };
}

function wordsOf({ kwargs: { column, text } }: Imported): string {
  const what = typeof text === 'string' ? text : 'a rule without a description';
  return typeof column === 'string' ? `${quoteName(column)}: ${what}` : what;
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
