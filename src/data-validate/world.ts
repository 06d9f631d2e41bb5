import type { Subject } from '../gate/subject.js';
import type { Speaker, Tables } from './dialect.js';
import type { Opened } from './fault.js';
import type { Table } from './table.js';

/** What a rule is held against. */
export interface World extends Tables {
  readonly now: Date;
}

/** A dataset and those that its rules name, open in one engine. */
export interface OpenedDatasets {
  readonly opened: Opened;
  readonly others: ReadonlyMap<string, Table>;
  readonly speaker: Speaker;
  readonly subject: Subject;
  /** @throws Failure('input') naming what was written or replaced since it was opened. */
  assertUnchanged(): Promise<void>;
  close(): Promise<void>;
}
