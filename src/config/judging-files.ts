import { configError, Failure } from '../gate/failure.js';
import type { Files } from '../platform/ports.js';
import type { BaseReader } from './base-reader.js';

/** Reads files that decide (config, suites, policies, trust lists). */
export interface JudgingFiles {
  /** @throws Failure('config') when it is missing or larger than `maxBytes`. */
  read(path: string, maxBytes: number): Promise<Uint8Array>;
  /** Whether a file came from the head because the base has none of that name. */
  isBootstrap(): boolean;
}

/** @param base given on pull requests: its bytes decide. */
export function judgingFiles(
  files: Pick<Files, 'kind' | 'read' | 'display'>,
  base?: BaseReader,
): JudgingFiles {
  let bootstrap = false;
  return {
    isBootstrap: () => bootstrap,
    read: async (path, maxBytes) => {
      const file = files.display(path);
      const decided = await base?.read(file);
      if (decided === undefined) {
        bootstrap ||= base !== undefined;
        return readHead(files, path, maxBytes);
      }
      if (decided.byteLength > maxBytes)
        throw configError(`is larger than ${maxBytes} bytes on the base branch`, { place: { file } });
      return decided;
    },
  };
}

/** A file that decides, from the workspace. @throws Failure('config') */
export async function readHead(
  files: Pick<Files, 'read'>,
  path: string,
  maxBytes: number,
): Promise<Uint8Array> {
  try {
    return await files.read(path, maxBytes);
  } catch (error) {
    // For data this is "could not judge"; a file that decides is the user's to mend.
    if (error instanceof Failure && error.kind === 'input')
      throw new Failure('config', error.problems, { cause: error });
    throw error;
  }
}
