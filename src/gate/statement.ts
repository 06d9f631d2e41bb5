import type { SchemaGuard } from './schema-guard.js';
import { JsonError, parseStrictJson } from './strict-json.js';

export const statementType = 'https://in-toto.io/Statement/v1';

/** Bytes that are not the statement they should be, or contradict themselves. The message says why. */
export class StatementError extends Error {
  override readonly name = 'StatementError';
}

/** @throws StatementError when the bytes are not strict JSON, or not what the schema asks. */
export function parseStatement<T>(bytes: Uint8Array, validate: SchemaGuard<T>, what: string): T {
  let json: unknown;
  try {
    json = parseStrictJson(bytes);
  } catch (error) {
    if (error instanceof JsonError) throw new StatementError(error.message);
    throw error;
  }
  if (validate(json)) return json;
  const [fault] = validate.errors ?? [];
  const where = fault?.instancePath || 'its top';
  throw new StatementError(`is not ${what}: ${where} ${fault?.message ?? 'is invalid'}`);
}
