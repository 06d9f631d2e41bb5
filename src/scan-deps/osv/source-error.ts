/** An advisory database cannot be trusted to know anything: missing, empty, broken, past a limit. The message says which. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
}
