import { type AuditRecord, RecordError, readRecord } from '../gate/record.js';
import type { Ports } from '../platform/ports.js';
import { type Checkpoint, type LogTrust, openCheckpoint } from '../tlog/checkpoint.js';
import { type LogProblem, scanLog } from '../tlog/scan.js';
import type { LogStore } from '../tlog/store.js';
import { TlogError } from '../tlog/tlog-error.js';
import { anchorProblem } from './anchor.js';
import type { Remembered } from './open-log.js';

/** Everything that can be said of a log from its first entry to its signature. */
export interface LogReport {
  readonly note?: Uint8Array;
  /** Absent when the checkpoint is missing or not signed by the log: then nothing else was read. */
  readonly checkpoint?: Checkpoint;
  readonly checkpointProblems: readonly LogProblem[];
  readonly entryProblems: readonly LogProblem[];
  readonly replays: readonly LogProblem[];
  readonly anchorProblem?: LogProblem;
  /** How many entries are audit records, and how many are something else. */
  readonly records: number;
  readonly foreign: number;
}

export type OnRecord = (index: bigint, record: AuditRecord) => void;

/** Reads and checks the whole log, one bundle at a time. */
export async function checkLog(
  log: LogStore,
  trust: LogTrust,
  ports: Ports,
  remembered: Remembered | undefined,
  onRecord: OnRecord = () => undefined,
): Promise<LogReport> {
  const note = await log.read('checkpoint');
  const opened = note === undefined ? 'is missing' : open(note, trust);
  if (typeof opened === 'string') return unsigned(note, opened);
  const tally = new Tally(onRecord);
  const then = remembered?.checkpoint.size;
  const scan = await scanLog(log, opened, {
    sizes: then === undefined ? [] : [then],
    onEntry: (index, entry) => tally.add(index, entry),
    onProgress: (done) => ports.log.progress('Reading the log', Number(done), Number(opened.size), 'entries'),
    signal: ports.signal,
  });
  const anchor = remembered && anchorProblem(opened, remembered, scan.roots.get(remembered.checkpoint.size));
  return {
    ...(note && { note }),
    checkpoint: opened,
    checkpointProblems: [],
    entryProblems: scan.problems,
    replays: tally.replays,
    ...(anchor && { anchorProblem: anchor }),
    records: tally.records,
    foreign: tally.foreign,
  };
}

function open(note: Uint8Array, trust: LogTrust): Checkpoint | string {
  try {
    return openCheckpoint(note, trust);
  } catch (error) {
    if (error instanceof TlogError) return error.message;
    throw error;
  }
}

function unsigned(note: Uint8Array | undefined, message: string): LogReport {
  return {
    ...(note && { note }),
    checkpointProblems: [{ path: 'checkpoint', message }],
    entryProblems: [],
    replays: [],
    records: 0,
    foreign: 0,
  };
}

/** Counts records, and notices one that was put in twice. */
class Tally {
  readonly replays: LogProblem[] = [];
  records = 0;
  foreign = 0;
  readonly #seen = new Set<string>();
  readonly #onRecord: OnRecord;

  constructor(onRecord: OnRecord) {
    this.#onRecord = onRecord;
  }

  add(index: bigint, entry: Uint8Array): void {
    const record = recordIn(entry);
    if (record === undefined) {
      this.foreign++;
      return;
    }
    this.records++;
    // 96 bits of the key tell any records apart, and a flat string of 12 bytes keeps millions of them small.
    const key = Buffer.from(record.key.slice(0, 24), 'hex').toString('latin1');
    if (this.#seen.has(key) && this.replays.length < 100)
      this.replays.push({ path: 'tile/entries', index, message: `entry ${index} repeats an earlier record` });
    this.#seen.add(key);
    this.#onRecord(index, record);
  }
}

const mark = Buffer.from('"schemaVersion":');

/** The record that an entry is; `undefined` for entries of other kinds, of which most are told by a glance. */
export function recordIn(entry: Uint8Array): AuditRecord | undefined {
  if (!Buffer.from(entry.buffer, entry.byteOffset, entry.byteLength).includes(mark)) return undefined;
  try {
    return readRecord(entry);
  } catch (error) {
    if (error instanceof RecordError) return undefined;
    throw error;
  }
}
