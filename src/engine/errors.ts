import { isNativeError } from 'node:util/types';
import { EngineError } from './engine.js';

/** How DuckDB begins the message of an error that the SQL alone is to blame for. */
const statementErrors =
  /^(Parser|Syntax|Binder|Catalog|Permission|Not implemented|Parameter Not (Allowed|Resolved)|Missing Extension|Transaction|TransactionContext) Error|^No statements/;
const resourceErrors = /^Out of Memory Error|No space left on device|max_temp_directory_size/;

/**
 * Sorts DuckDB's error by the prefix of its message (its C interface hands over no code). What is neither resources nor
 * the statement is laid to the data: reading them is all that a session does, so that hostile files are never "our bug".
 */
export function classifyError(error: unknown): EngineError {
  const message = (isNativeError(error) ? error.message : String(error)).replace(/^Failed to [a-z ]+: /, '');
  if (resourceErrors.test(message)) return new EngineError('resources', firstLine(message));
  if (statementErrors.test(message) || message.includes('Cannot change configuration option'))
    return new EngineError('statement', firstLine(message));
  return new EngineError('data', describeData(message));
}

/** DuckDB quotes the offending value and the whole line of a CSV file: personal data must not travel in a message, nor paths. */
function describeData(message: string): string {
  const column = /^Error when converting column "([^"\n]{1,200})"/m.exec(message)?.[1];
  const first = withoutPaths(firstLine(message)).replace(/\b(string|value) ['"].*/i, '$1 (not shown)');
  return column === undefined ? first : `${first}: cannot convert column ${JSON.stringify(column)}`;
}

/** DuckDB names files by absolute paths, which are this machine's business. */
function withoutPaths(message: string): string {
  return message.replaceAll(/(['"])[/\\A-Z][^'"\n]*[/\\]([^'"\n]*)\1/g, '$1$2$1');
}

function firstLine(message: string): string {
  return (message.split('\n', 1)[0] ?? '').slice(0, 500);
}
