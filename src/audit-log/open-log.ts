import { configError, inputError } from '../gate/failure.js';
import type { Ports } from '../platform/ports.js';
import { type Checkpoint, type LogTrust, openCheckpoint } from '../tlog/checkpoint.js';
import type { LogStore } from '../tlog/store.js';
import { TlogError } from '../tlog/tlog-error.js';
import type { Settings } from './settings.js';

const maxCheckpointBytes = 512 * 1024;

/** The log that the settings name. @throws Failure('config') */
export function openLog({ store }: Settings, ports: Ports): LogStore {
  if (store === undefined)
    throw configError('no log is named', { fix: 'give --store FOLDER or write `audit-log: {store: …}`' });
  const scheme = /^(git\+|[a-z][a-z0-9+.-]*:\/\/)/i.exec(store)?.[0];
  if (scheme !== undefined)
    throw configError(`a log in ${JSON.stringify(store)} is not supported yet`, {
      fix: 'name a folder: logs on a git branch and in S3 come with a later version',
    });
  return ports.openLog(store);
}

/** The same, where it must exist already. @throws Failure('config' | 'input') */
export async function openExistingLog(settings: Settings, ports: Ports): Promise<LogStore> {
  const log = openLog(settings, ports);
  const kind = await ports.files.kind(settings.store ?? '');
  if (kind === 'folder') return log;
  throw inputError(kind === 'missing' ? 'there is no log here' : 'is not a folder', {
    place: { file: log.name },
    fix: 'name the folder that holds `checkpoint` and `tile`',
  });
}

/** A checkpoint that the user kept elsewhere, with its text. */
export interface Remembered {
  readonly checkpoint: Checkpoint;
  readonly text: string;
}

/** @throws Failure('input') when the file is no checkpoint of this log: then it proves nothing. */
export async function readRemembered(
  { checkpoint: file }: Settings,
  trust: LogTrust,
  ports: Ports,
): Promise<Remembered | undefined> {
  if (file === undefined) return undefined;
  const bytes = await ports.files.read(file, maxCheckpointBytes);
  try {
    return { checkpoint: openCheckpoint(bytes, trust), text: Buffer.from(bytes).toString() };
  } catch (error) {
    if (!(error instanceof TlogError)) throw error;
    throw inputError(`is no remembered checkpoint of this log: ${error.message}`, {
      place: { file: ports.files.display(file) },
      fix: 'name a copy of the log’s own `checkpoint`, made when you trusted it',
    });
  }
}
