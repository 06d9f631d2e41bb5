import type { TSchema } from 'typebox';
import { evidenceDetailsSchema, gateResultSchema } from '../gate/evidence-schema.js';
import { profileFileSchema } from '../gate/profile.js';
import { recordSchema } from '../gate/record-schema.js';
import { configSchema } from './schema.js';
import { isObject } from './tree.js';

const draft = 'http://json-schema.org/draft-07/schema#';
const home = 'https://raw.githubusercontent.com/sluice-ml/sluice/v1/schemas';

/** What lies in `schemas/`, by file name: draft-07 documents that editors and other tools read. */
export const publishedSchemas: Readonly<Record<string, TSchema>> = {
  'sluice.json': published('sluice.json', 'Sluice configuration (sluice.yml)', configSchema),
  'gate-result.json': published('gate-result.json', 'Sluice gate result', gateResultSchema),
  'evidence.json': published('evidence.json', 'Sluice evidence extension', evidenceDetailsSchema),
  'profile.json': published('profile.json', 'Sluice profile of a dataset', profileFileSchema),
  'audit-record.json': published('audit-record.json', 'Sluice audit record', recordSchema),
};

function published(file: string, title: string, schema: TSchema): TSchema {
  return { $schema: draft, $id: `${home}/${file}`, title, ...withoutIds(schema) };
}

/** A schema inside another keeps no `$id` of its own: the document would have two bases, and validators refuse the second. */
function withoutIds(schema: TSchema): TSchema {
  const entries = Object.entries(schema).filter(
    ([key, value]) => !(isLabel(key) && typeof value === 'string'),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, cleaned(value)]));
}

function isLabel(key: string): boolean {
  return key === '$id' || key === 'title';
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned);
  return isObject(value) ? withoutIds(value) : value;
}
