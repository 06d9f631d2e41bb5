import { EngineError, type EngineSession, type Row } from '../engine/engine.js';
import { inputError } from '../gate/failure.js';

/**
 * Runs a statement of ours over the data.
 *
 * @param shown what is being read, for messages.
 * @throws Failure('input') when the file is at fault or the machine too small; EngineError when the SQL is, which is a bug.
 */
export async function askEngine(session: EngineSession, sql: string, shown: string): Promise<readonly Row[]> {
  try {
    return await session.rows(sql);
  } catch (error) {
    throw blameData(error, shown);
  }
}

/** An error of the engine as the failure that people can mend; any other, and what the SQL is to blame for, as it is. */
export function blameData(error: unknown, shown: string): unknown {
  if (!(error instanceof EngineError) || error.kind === 'statement') return error;
  const place = { file: shown };
  return error.kind === 'resources'
    ? inputError(
        'could not be judged: out of memory or disk space',
        { place, fix: 'use a larger runner' },
        error,
      )
    : inputError(`cannot be read: ${error.message}`, { place, fix: 'write the file again' }, error);
}
